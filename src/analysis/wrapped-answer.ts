import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerShape } from '../clients/client.js';
import { resultsOf } from '../syntax/functions.js';
import { at, type Node, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { keyName } from '../syntax/scope.js';
import type { FunctionNode } from '../syntax/walk.js';
import { SEPARATOR, trace, tracePattern, type Tracer } from './answer-path.js';
import type { LegacyCall } from './call.js';
import { passedOn } from './wrappers.js';

/** What the value of a wrapped call is, seen from the client's answer. */
export interface WrappedAnswer {
  /** As the client's, for what the wrapper gives. */
  readonly shape: AnswerShape;
  /** The members of the parsed body that the wrapper took already: `['data']` of `response.data.data`. */
  readonly below: readonly string[];
}

type Wrapped = Pick<LegacyCall, 'call' | 'through'> & {
  readonly request: Pick<LegacyCall['request'], 'answer'>;
};

/**
 * What a call gives whose request is sent by the wrappers that it goes through.
 *
 * @returns undefined where the wrappers make something of the answer that is not followed
 */
export function wrappedAnswer({ call, through, request }: Wrapped): WrappedAnswer | undefined {
  const way: string[] = [];
  for (const [index, inner] of [...through.entries()].toReversed()) {
    const outer = index === 0 ? call : through[index - 1];
    const fn = outer && passedOn(outer);
    const path = fn && returnedPath(inner, fn);
    if (!path) return undefined;
    way.push(...path);
  }
  return seenFrom(way, request.answer);
}

function seenFrom(way: readonly string[], answer: AnswerShape): WrappedAnswer | undefined {
  const further = answer.filter((prefix) => way.every((name, index) => prefix[index] === name));
  if (further.length > 0) return { shape: further.map((prefix) => prefix.slice(way.length)), below: [] };
  const taken = answer.find((prefix) => prefix.every((name, index) => way[index] === name));
  const below = taken && way.slice(taken.length);
  // `response.json().data()` is nobody's.
  return below && !below.includes('()') ? { shape: [[]], below } : undefined;
}

/**
 * The members of an argument's value that the function answers which it is given to: `['json', '()']` of
 * `answerOf(response)`.
 *
 * @returns undefined where it makes something else of it, or is not in reach
 */
export function pathThrough(
  call: Term<TSESTree.CallExpression>,
  argument: Node,
): readonly string[] | undefined {
  const fn = passedOn(call);
  const parameter = fn?.node.params[call.node.arguments.findIndex((item) => item === argument)];
  return fn && parameter && resultPath(fn, (tracer) => tracePattern(at(fn, parameter), [], tracer));
}

/** The members of what `inner` gives that `fn` answers; undefined where it answers something else, too. */
function returnedPath(inner: Term<TSESTree.CallExpression>, fn: Term<FunctionNode>): string[] | undefined {
  return resultPath(fn, (tracer) => trace(inner, [], tracer));
}

function resultPath(fn: Term<FunctionNode>, start: (tracer: Tracer) => void): string[] | undefined {
  const tracer: Tracer = {
    fn,
    results: new Set(),
    returned: new Set(),
    visited: new Set(),
    goesOn: new Map(),
  };
  start(tracer);
  const [result, second] = tracer.results;
  if (result === undefined || second !== undefined) return undefined;
  const isClear = resultsOf(fn.node, fn.module.visitorKeys).every(
    (node) => tracer.returned.has(node) || isNothing(at(fn, node), fn),
  );
  return isClear ? result.split(SEPARATOR).filter((name) => name !== '') : undefined;
}

/** `undefined`, `null`, `Promise.reject(…)`, and a function's call of itself. */
function isNothing(term: Term, fn: Term<FunctionNode>): boolean {
  const { node } = term;
  if (node.type === 'AwaitExpression') return isNothing(at(term, node.argument), fn);
  if (node.type === 'Identifier') return node.name === 'undefined';
  if (node.type === 'Literal') return node.value === null;
  if (node.type !== 'CallExpression') return node.type === 'UnaryExpression' && node.operator === 'void';
  const callee = deref(at(term, node.callee)).node;
  if (callee === fn.node) return true;
  return (
    callee.type === 'MemberExpression' &&
    keyName({ key: callee.property, computed: callee.computed }) === 'reject'
  );
}
