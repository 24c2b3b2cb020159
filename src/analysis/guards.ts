import type { Module, Node } from '../syntax/module.js';
import { ancestor, isFunction, walk } from '../syntax/walk.js';
import { callersOf } from './callers.js';

/** The legacy status after which a document can still be linked, but no longer attached in akepa (documented). */
const APPROVED = 'APPROVED';
/** Functions that are looked through from the call outwards. */
const MAX_CALLERS = 5;

/** Whether `node` runs only where a status was found to be APPROVED, in its function or in the callers of it. */
export function runsAfterApproval(node: Node, module: Module, depth = MAX_CALLERS): boolean {
  for (
    let child = node, { parent } = node;
    parent && !isFunction(child);
    child = parent, parent = parent.parent
  ) {
    if (isGuarded(child, parent, module)) return true;
  }
  const fn = isFunction(node) ? node : ancestor(node, isFunction);
  const callers = fn && depth > 0 ? callersOf(fn, module) : undefined;
  return callers?.some((caller) => runsAfterApproval(caller, module, depth - 1)) ?? false;
}

function isGuarded(child: Node, parent: Node, module: Module): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (parent.test === child) return false;
      return impliesApproved(parent.test, parent.consequent === child, module);
    case 'LogicalExpression':
      return parent.right === child && parent.operator === '&&' && impliesApproved(parent.left, true, module);
    case 'SwitchCase':
      return parent.test?.type === 'Literal' && parent.test.value === APPROVED;
    case 'BlockStatement':
      // `if (status !== 'APPROVED') return;` further up.
      return parent.body
        .slice(
          0,
          parent.body.findIndex((statement) => statement === child),
        )
        .some(
          (statement) =>
            statement.type === 'IfStatement' &&
            exits(statement.consequent) &&
            impliesApproved(statement.test, false, module),
        );
    default:
      return false;
  }
}

/** Whether the test's being `outcome` says that a status is APPROVED. */
function impliesApproved(test: Node, outcome: boolean, module: Module): boolean {
  let implied = false;
  walk(test, module.visitorKeys, (node) => {
    if (node.type !== 'BinaryExpression') return;
    if (![node.left, node.right].some((side) => side.type === 'Literal' && side.value === APPROVED)) return;
    implied ||= outcome ? node.operator.startsWith('==') : node.operator.startsWith('!=');
  });
  return implied;
}

function exits(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node;
  return (
    last !== undefined &&
    ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'].includes(last.type)
  );
}
