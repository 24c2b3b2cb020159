import { at, type Term } from './module.js';
import { type Budget, deref, isGlobalName } from './resolve.js';
import { findVariable, keyName } from './scope.js';
import { usesOf } from './uses.js';

const CHANGES = new Set(['push', 'unshift', 'splice', 'reverse', 'sort', 'pop', 'shift', 'fill']);

/** The elements of an array in reach: a literal with its spreads, `.filter(Boolean)`, and `...rest` parameters. */
export function elementsOf(term: Term, budget: Budget): readonly Term[] | undefined {
  if (usesOf(term).some(({ path }) => path.length === 1 && CHANGES.has(path[0] ?? ''))) return undefined;
  const array = deref(term, budget);
  const { node } = array;
  switch (node.type) {
    case 'ArrayExpression':
      return spreadOut(array, node.elements, budget);
    case 'Identifier': {
      const variable = findVariable(node.name, node, array.module);
      const bound = variable && array.bindings.get(variable);
      if (bound?.rest === undefined || bound.term.node.type !== 'CallExpression') return undefined;
      return spreadOut(bound.term, bound.term.node.arguments.slice(bound.rest), budget);
    }
    case 'CallExpression': {
      const { callee, arguments: args } = node;
      if (callee.type !== 'MemberExpression') return undefined;
      const [first] = args;
      const isFilter = keyName({ key: callee.property, computed: callee.computed }) === 'filter';
      // What is written as text is not falsy.
      return isFilter &&
        first?.type === 'Identifier' &&
        first.name === 'Boolean' &&
        isGlobalName(first, array)
        ? elementsOf(at(array, callee.object), budget)
        : undefined;
    }
    default:
      return undefined;
  }
}

function spreadOut(
  array: Term,
  items: readonly (Term['node'] | null)[],
  budget: Budget,
): readonly Term[] | undefined {
  const elements: Term[] = [];
  for (const item of items) {
    if (!item || budget.steps-- <= 0) return undefined;
    if (item.type !== 'SpreadElement') {
      elements.push(at(array, item));
      continue;
    }
    const more = elementsOf(at(array, item.argument), budget);
    if (!more) return undefined;
    elements.push(...more);
  }
  return elements;
}
