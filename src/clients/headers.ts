import { entityOf } from '../syntax/entity.js';
import { evaluateKnown } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { keyName } from '../syntax/scope.js';

/** Lower-case names of the headers that an object, a `new Headers(…)` or a list of pairs sets, as far as it is in reach. */
export function headerNames(...terms: readonly (Term | undefined)[]): string[] {
  return terms.flatMap((term) => (term ? namesOf(term) : []));
}

function namesOf(term: Term): string[] {
  const value = deref(term);
  const { node } = value;
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((property) => {
        if (property.type === 'SpreadElement') return namesOf(at(value, property.argument));
        const name = property.computed ? evaluateKnown(at(value, property.key)) : keyName(property);
        return name === undefined ? [] : [name.toLowerCase()];
      });
    case 'ArrayExpression':
      return node.elements.flatMap((item) => {
        const [name] = item?.type === 'ArrayExpression' ? item.elements : [];
        const text = name && evaluateKnown(at(value, name));
        return text ? [text.toLowerCase()] : [];
      });
    case 'NewExpression': {
      const [init] = node.arguments;
      const callee = entityOf(at(value, node.callee));
      return init && callee?.path.at(-1) === 'Headers' ? namesOf(at(value, init)) : [];
    }
    default:
      return [];
  }
}
