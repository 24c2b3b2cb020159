import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import { passedOn } from '../../src/analysis/wrappers.js';
import { at, type Module, type Node, type Term } from '../../src/syntax/module.js';
import { member } from '../../src/syntax/resolve.js';
import { keyName } from '../../src/syntax/scope.js';
import { type FunctionNode, isFunction, walk } from '../../src/syntax/walk.js';
import { optionsOf } from '../edits/content-type.js';
import { OF_ANSWER } from '../edits/sequence/options-again.js';

/** Clients that reject where a server says that a request has failed. */
const THROWING = ['axios', 'got', 'ky', 'ofetch', 'superagent', 'wretch'];
/** Clients that do not. */
const ANSWERING = ['fetch', 'undici'];

/** What becomes of a failed request. */
export type Failure =
  | 'thrown'
  /** The response says so. */
  | 'answered';

/** What a call through wrappers does where the server says that it has failed; undefined where that is not certain. */
export function failureOf({ call, client, request, through }: LegacyCall): Failure | undefined {
  const inner = through.at(-1);
  const functions = [call, ...through.slice(0, -1)].flatMap((item) => passedOn(item) ?? []);
  if (!inner || functions.some(mayHide)) return undefined;
  const options = optionsOf({ call: at(inner, inner.node), client, request });
  if (options.some((item) => OF_ANSWER.some((name) => member(item, name)))) return undefined;
  if (THROWING.includes(client)) return 'thrown';
  if (!ANSWERING.includes(client)) return undefined;
  return functions.some(throwsFailure) ? 'thrown' : 'answered';
}

/** Something in the function may turn a rejection into an answer. */
export function mayHide({ node, module }: Term<FunctionNode>): boolean {
  let hides = false;
  walk(node.body, module.visitorKeys, (child) => {
    if (child.type === 'CatchClause') hides ||= !endsByThrowing(child.body, module);
    if (child.type !== 'CallExpression' || child.callee.type !== 'MemberExpression') return !hides;
    const name = keyName({ key: child.callee.property, computed: child.callee.computed });
    const handler = name === 'catch' ? child.arguments[0] : name === 'then' ? child.arguments[1] : undefined;
    if (handler)
      hides ||=
        !isFunction(handler) ||
        handler.body.type !== 'BlockStatement' ||
        !endsByThrowing(handler.body, module);
    return !hides;
  });
  return hides;
}

/** `if (!response.ok) throw …`, on the way from the request to what the function answers. */
export function throwsFailure({ node, module }: Term<FunctionNode>): boolean {
  let found = false;
  walk(node.body, module.visitorKeys, (child) => {
    if (child.type === 'IfStatement' && isFailureTest(child.test) && isOnTheWay(child, node))
      found ||= endsByThrowing(child.consequent, module);
    return !found;
  });
  return found;
}

/** `!response.ok`, `response.status >= 400` */
function isFailureTest(test: TSESTree.Expression): boolean {
  if (test.type === 'UnaryExpression') return test.operator === '!' && isNamed(test.argument, ['ok']);
  if (test.type !== 'BinaryExpression' || !isNamed(test.left, ['status', 'statusCode'])) return false;
  const { operator, right } = test;
  if (right.type !== 'Literal') return false;
  return (operator === '>=' && right.value === 400) || (operator === '>' && right.value === 399);
}

/** `response.ok`, or `ok` taken out of it. */
function isNamed(node: Node, names: readonly string[]): boolean {
  const name = node.type === 'MemberExpression' && !node.computed ? node.property : node;
  return name.type === 'Identifier' && names.includes(name.name);
}

/** Nothing but the function, a callback of `.then` or a `try` is around it. */
function isOnTheWay(statement: Node, fn: FunctionNode): boolean {
  const block = statement.parent;
  if (block?.type !== 'BlockStatement') return false;
  const { parent } = block;
  if (parent === fn) return true;
  if (parent.type === 'TryStatement') return parent.block === block && isOnTheWay(parent, fn);
  if (!isFunction(parent) || parent.parent.type !== 'CallExpression') return false;
  const { callee } = parent.parent;
  return callee.type === 'MemberExpression' && isNamed(callee.property, ['then']);
}

/** Its last statement throws, and none before it answers. */
function endsByThrowing(node: Node, { visitorKeys }: Module): boolean {
  const body = node.type === 'BlockStatement' ? node.body : [node];
  const last = body.at(-1);
  if (last?.type !== 'ThrowStatement' && !isRejection(last)) return false;
  let answers = 0;
  walk(node, visitorKeys, (child) => {
    if (child.type === 'ReturnStatement' && !isRejection(child)) answers++;
    return !isFunction(child);
  });
  return answers === 0;
}

/** `return Promise.reject(error);` */
function isRejection(node: Node | undefined): boolean {
  if (node?.type !== 'ReturnStatement' || node.argument?.type !== 'CallExpression') return false;
  const { callee } = node.argument;
  return callee.type === 'MemberExpression' && isNamed(callee.property, ['reject']);
}
