import type { TSESTree } from '@typescript-eslint/types';

import { type Entity, entityOf } from '../syntax/entity.js';
import { at, type Node, type Term } from '../syntax/module.js';
import { type Budget, newBudget } from '../syntax/budget.js';
import { isWithin } from '../syntax/ranges.js';
import { deref, memberName } from '../syntax/resolve.js';
import { bindingOf, findVariable, patternPath } from '../syntax/scope.js';
import { isFunction } from '../syntax/walk.js';

/** Something of a parameter that a library fills in: `build` of `createApi({ endpoints: (build) => … })`. */
export interface Given {
  /** What is called with the function. */
  readonly by: Entity;
  readonly call: Term<TSESTree.CallExpression>;
  /** The way from the first parameter; `()` is a call. */
  readonly path: readonly string[];
}

/** What gives `term` to the function around it; undefined when that is no call of a module's function. */
export function givenBy(term: Term, budget: Budget = newBudget()): Given | undefined {
  if (budget.steps-- <= 0) return undefined;
  const value = deref(term, budget);
  const { node } = value;
  switch (node.type) {
    case 'MemberExpression': {
      const name = memberName(at(value, node), budget);
      const object = name === undefined ? undefined : givenBy(at(value, node.object), budget);
      return object && name !== undefined ? { ...object, path: [...object.path, name] } : undefined;
    }
    case 'CallExpression': {
      const callee = givenBy(at(value, node.callee), budget);
      return callee && { ...callee, path: [...callee.path, '()'] };
    }
    case 'Identifier':
      return nameGivenBy(at(value, node), budget);
    default:
      return undefined;
  }
}

function nameGivenBy(term: Term<TSESTree.Identifier>, budget: Budget): Given | undefined {
  const { node, module } = term;
  const variable = findVariable(node.name, node, module);
  const binding = variable && bindingOf(variable);
  // `const { request } = page`
  if (binding?.kind === 'value' && binding.path.length > 0) {
    const object = givenBy(at(term, binding.node), budget);
    return object && { ...object, path: [...object.path, ...binding.path] };
  }
  const [definition] = variable?.defs ?? [];
  const [name] = variable?.identifiers ?? [];
  if (binding?.kind !== 'parameter' || !definition || !name || !isFunction(definition.node)) return undefined;
  const [first] = definition.node.params;
  const isFirst = first && isWithin(name, first);
  const path = isFirst ? patternPath(first, name) : undefined;
  const call = callAround(definition.node);
  const by = call && entityOf(at(term, call.callee));
  return by && path && { by, call: at(term, call), path };
}

/** The call that a function is an argument of, or stands in an object that is. */
function callAround(fn: Node): TSESTree.CallExpression | undefined {
  let node = fn;
  for (let { parent } = node; parent; node = parent, parent = parent.parent) {
    if (parent.type === 'CallExpression') return parent.callee === node ? undefined : parent;
    if (parent.type !== 'Property' && parent.type !== 'ObjectExpression') return undefined;
  }
  return undefined;
}
