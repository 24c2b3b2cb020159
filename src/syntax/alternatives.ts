import type { TSESTree } from '@typescript-eslint/types';

import { bindParameters } from './functions.js';
import { at, type Term } from './module.js';
import { newBudget } from './budget.js';
import { deref } from './resolve.js';
import { isFunction, walk } from './walk.js';

/** More ways than these are a router of its own. */
const MOST = 8;

/** What an expression may be, where that is one of several: the branches of a condition, the results of a function. */
export function alternativesOf(term: Term): Term[] {
  const found: Term[] = [];
  const queue = [term];
  for (const item of queue) {
    if (queue.length > MOST) break;
    const value = deref(item, newBudget());
    const { node } = value;
    if (node.type === 'ConditionalExpression')
      queue.push(at(value, node.consequent), at(value, node.alternate));
    else if (node.type === 'LogicalExpression') queue.push(at(value, node.left), at(value, node.right));
    else if (node.type === 'CallExpression') queue.push(...resultsOf(at(value, node)));
    else if (item !== term) found.push(item);
  }
  return found;
}

/** Everything that the function of a call may answer. */
function resultsOf(call: Term<TSESTree.CallExpression>): Term[] {
  const callee = deref(at(call, call.node.callee));
  if (!isFunction(callee.node)) return [];
  const bindings = new Map([...callee.bindings, ...bindParameters(callee.node, call, callee)]);
  const results: Term[] = [];
  walk(callee.node.body, callee.module.visitorKeys, (node) => {
    if (node.type === 'ReturnStatement' && node.argument)
      results.push({ node: node.argument, module: callee.module, bindings });
    return !isFunction(node);
  });
  return results.length > 1 ? results : [];
}
