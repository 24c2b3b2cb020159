import type { Sent } from '../../src/analysis/recognise.js';
import { evaluateKnown } from '../../src/syntax/evaluate.js';
import { at, type Node, type Term } from '../../src/syntax/module.js';
import { deref } from '../../src/syntax/resolve.js';
import { isFunction } from '../../src/syntax/walk.js';

/** Whether the wrappers get to a request with what they are given, as far as their branches tell. */
export function mayBeReached({ through }: Sent): boolean {
  return through.every(isReached);
}

function isReached(call: Term): boolean {
  for (let node: Node = call.node; node.parent && !isFunction(node.parent); node = node.parent) {
    const { parent } = node;
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      const test = truthOf(at(call, parent.test));
      if ((parent.consequent === node && test === false) || (parent.alternate === node && test === true))
        return false;
    }
    if (parent.type === 'SwitchCase' && isOtherCase(call, parent)) return false;
    if (parent.type === 'BlockStatement' && isLeftBefore(call, parent.body, node)) return false;
  }
  return true;
}

/** `switch (method) { case 'GET': … }` with a method that is known to be another. */
function isOtherCase(call: Term, branch: Extract<Node, { type: 'SwitchCase' }>): boolean {
  const { discriminant, cases } = branch.parent;
  const value = evaluateKnown(at(call, discriminant));
  if (value === undefined) return false;
  const tests = cases.map(({ test }) => test && evaluateKnown(at(call, test)));
  if (tests.includes(undefined)) return false;
  const own = cases.indexOf(branch);
  // A case without an end falls through to the next one.
  let first = own;
  while (first > 0 && !endsHere(cases[first - 1]?.consequent ?? [])) first--;
  const reaching = tests.slice(first, own + 1);
  if (reaching.includes(value)) return false;
  return !(reaching.includes(null) && !tests.includes(value));
}

/** `if (method === 'GET') return axios.get(url);` stands before. */
function isLeftBefore(call: Term, body: readonly Node[], node: Node): boolean {
  return body
    .slice(0, body.indexOf(node))
    .some(
      (item) =>
        item.type === 'IfStatement' && endsHere([item.consequent]) && truthOf(at(call, item.test)) === true,
    );
}

function endsHere(body: readonly Node[]): boolean {
  const last = body.at(-1);
  if (last?.type === 'BlockStatement') return endsHere(last.body);
  return last !== undefined && ['ReturnStatement', 'ThrowStatement', 'BreakStatement'].includes(last.type);
}

/** What a condition is; undefined where only the program knows. */
function truthOf(test: Term): boolean | undefined {
  const { node } = test;
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = truthOf(at(test, node.argument));
    return inner === undefined ? undefined : !inner;
  }
  if (node.type === 'BinaryExpression') {
    const isEqual = node.operator === '===' || node.operator === '==';
    if (!isEqual && node.operator !== '!==' && node.operator !== '!=') return undefined;
    const [left, right] = [node.left, node.right].map((side) => evaluateKnown(at(test, side)));
    if (left === undefined || right === undefined) return undefined;
    return (left === right) === isEqual;
  }
  if (node.type === 'LogicalExpression') {
    const [left, right] = [node.left, node.right].map((side) => truthOf(at(test, side)));
    const decisive = node.operator === '||';
    if (left === decisive || right === decisive) return decisive;
    return left === undefined || right === undefined ? undefined : !decisive;
  }
  return deref(test).node.type === 'ObjectExpression' ? true : undefined;
}
