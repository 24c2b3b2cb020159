import type { TSESTree } from '@typescript-eslint/types';

import { evaluateKnown } from '../syntax/evaluate.js';
import { type Module, type Node, termOf } from '../syntax/module.js';
import { startOf } from '../syntax/ranges.js';
import { deref } from '../syntax/resolve.js';
import { keyName } from '../syntax/scope.js';
import { type FunctionNode, isFunction } from '../syntax/walk.js';
import { callsInFile } from './callers.js';

/** The legacy status after which a document can still be linked, but no longer attached in akepa (documented). */
const APPROVED = 'APPROVED';
/** Functions that are looked through from the call outwards. */
const MAX_CALLERS = 5;

/** Whether `node` runs only where a status was found to be APPROVED, in its function or in a caller of it. */
export function runsAfterApproval(node: Node, module: Module, depth = MAX_CALLERS): boolean {
  for (let child = node, { parent } = node; parent; child = parent, parent = parent.parent) {
    if (isGuarded(child, parent, module)) return true;
    if (!isFunction(child) || isInline(parent)) continue;
    return depth > 0 && isCalledWhereApproved(child, module, depth - 1);
  }
  return false;
}

/** By the levels of callers that were looked at; functions of one name have the same calls. */
const allowed = new WeakMap<readonly Node[], Map<number, boolean>>();

/** Whether a function is called where a status was found to be APPROVED. */
function isCalledWhereApproved(fn: FunctionNode, module: Module, depth: number): boolean {
  const calls = callsInFile(fn, module);
  const answers = allowed.get(calls) ?? new Map<number, boolean>();
  allowed.set(calls, answers);
  const answer = answers.get(depth) ?? calls.some((call) => runsAfterApproval(call, module, depth));
  answers.set(depth, answer);
  return answer;
}

/** `slots.map(async (slot) => …)`: a callback runs where it is written, as far as guards go. */
function isInline({ type }: Node): boolean {
  return type === 'CallExpression' || type === 'NewExpression' || type === 'AwaitExpression';
}

function isGuarded(child: Node, parent: Node, module: Module): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (parent.test === child) return false;
      return impliesApproved(parent.test, parent.consequent === child, module);
    case 'LogicalExpression':
      return (
        parent.right === child &&
        parent.operator !== '??' &&
        impliesApproved(parent.left, parent.operator === '&&', module)
      );
    case 'SwitchCase':
      return casesInto(parent).some(({ test }) => test !== null && isApproved(test, module));
    case 'Program':
    case 'BlockStatement': {
      const first = letting.has(parent) ? letting.get(parent) : firstLetting(parent.body, module);
      letting.set(parent, first);
      return first !== undefined && startOf(first) < startOf(child);
    }
    default:
      return false;
  }
}

/** The first statement of a block behind which a status is APPROVED. */
const letting = new WeakMap<Node, Node | undefined>();

function firstLetting(body: readonly Node[], module: Module): Node | undefined {
  return body.find((statement) => lets(statement, module));
}

/** `if (status !== 'APPROVED') return;` further up, or a loop that waits for it. */
function lets(statement: Node, module: Module): boolean {
  switch (statement.type) {
    case 'IfStatement':
      return (
        (exits(statement.consequent) && impliesApproved(statement.test, false, module)) ||
        (exits(statement.alternate) && impliesApproved(statement.test, true, module))
      );
    case 'WhileStatement':
    case 'DoWhileStatement':
      return impliesApproved(statement.test, false, module);
    default:
      return false;
  }
}

/** A case and the empty ones above it, which run it too. */
function casesInto(found: TSESTree.SwitchCase): TSESTree.SwitchCase[] {
  const { cases } = found.parent;
  const index = cases.indexOf(found);
  const above = cases.slice(0, index).findLastIndex(({ consequent }) => consequent.length > 0);
  return cases.slice(above + 1, index + 1);
}

/** Whether the test's being `outcome` says that a status is APPROVED, or may be. */
function impliesApproved(test: Node, outcome: boolean, module: Module): boolean {
  // `const approved = …`, `isApproved(kyc)`
  const { node, module: home } = deref(termOf(test, module));
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' && impliesApproved(node.argument, !outcome, home);
    case 'LogicalExpression': {
      const [left, right] = [node.left, node.right].map((side) => impliesApproved(side, outcome, home));
      // That not both hold says nothing of either.
      return node.operator === '&&' && !outcome ? Boolean(left && right) : Boolean(left || right);
    }
    case 'BinaryExpression':
      if (![node.left, node.right].some((side) => isApproved(side, home))) return false;
      return node.operator.startsWith(outcome ? '==' : '!=');
    case 'CallExpression':
      return outcome && isListed(node, home);
    default:
      return false;
  }
}

/** `['APPROVED'].includes(status)` */
function isListed({ callee }: TSESTree.CallExpression, module: Module): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const list = deref(termOf(callee.object, module));
  return (
    keyName({ key: callee.property, computed: callee.computed }) === 'includes' &&
    list.node.type === 'ArrayExpression' &&
    list.node.elements.some((item) => item !== null && isApproved(item, list.module))
  );
}

function isApproved(node: Node, module: Module): boolean {
  return evaluateKnown(termOf(node, module)) === APPROVED;
}

function exits(node: Node | null): boolean {
  const last = node?.type === 'BlockStatement' ? node.body.at(-1) : node;
  return (
    last !== null &&
    last !== undefined &&
    ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'].includes(last.type)
  );
}
