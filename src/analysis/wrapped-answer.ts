import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerShape } from '../clients/client.js';
import { resultsOf } from '../syntax/functions.js';
import { at, type Node, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { findVariable, keyName } from '../syntax/scope.js';
import { ancestor, type FunctionNode, isFunction } from '../syntax/walk.js';
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

interface Tracer {
  readonly fn: Term<FunctionNode>;
  readonly results: Set<string>;
  /** The expressions that the function answers and that come from the request. */
  readonly returned: Set<Node>;
  readonly visited: Set<Node>;
  /** Where the answer of a function that was followed into goes on. */
  readonly goesOn: Map<FunctionNode, Term>;
}

const SEPARATOR = '\n';

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

/** `term` is an expression whose value is what lies at `path` of what the request gives. */
function trace(term: Term, path: readonly string[], tracer: Tracer): void {
  const { node } = term;
  if (tracer.visited.has(node)) return;
  tracer.visited.add(node);
  const { parent } = node;
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
    case 'LogicalExpression':
      return trace(at(term, parent), path, tracer);
    case 'ConditionalExpression':
      return parent.test === node ? undefined : trace(at(term, parent), path, tracer);
    case 'MemberExpression':
      return parent.object === node ? traceMember(at(term, parent), path, tracer) : undefined;
    case 'VariableDeclarator':
      return parent.init === node ? tracePattern(at(term, parent.id), path, tracer) : undefined;
    case 'AssignmentExpression':
      return parent.right === node && parent.operator === '='
        ? tracePattern(at(term, parent.left), path, tracer)
        : undefined;
    case 'ArrowFunctionExpression':
      return parent.body === node ? traceResult(at(term, parent), node, path, tracer) : undefined;
    case 'ReturnStatement': {
      const fn = ancestor(parent, isFunction);
      return fn && traceResult(at(term, fn), node, path, tracer);
    }
    case 'CallExpression':
      return traceArgument(at(term, parent), node, path, tracer);
    default:
      return undefined;
  }
}

function traceMember(access: Term<TSESTree.MemberExpression>, path: readonly string[], tracer: Tracer): void {
  const { node } = access;
  const name = keyName({ key: node.property, computed: node.computed });
  const call = node.parent;
  if (name === undefined) return;
  if (call.type !== 'CallExpression' || call.callee !== node) return trace(access, [...path, name], tracer);
  const [callback] = call.arguments;
  switch (name) {
    case 'then': {
      const fn = callback && deref(at(access, callback));
      if (!fn || !isFunction(fn.node)) return callback ? undefined : trace(at(access, call), path, tracer);
      tracer.goesOn.set(fn.node, at(access, call));
      const [parameter] = fn.node.params;
      return parameter && tracePattern(at(fn, parameter), path, tracer);
    }
    case 'catch':
    case 'finally':
      return trace(at(access, call), path, tracer);
    default:
      return trace(at(access, call), [...path, name, '()'], tracer);
  }
}

function tracePattern(pattern: Term, path: readonly string[], tracer: Tracer): void {
  const { node } = pattern;
  switch (node.type) {
    case 'Identifier': {
      const variable = findVariable(node.name, node, pattern.module);
      for (const reference of variable?.references ?? [])
        if (reference.isRead()) trace(at(pattern, reference.identifier), path, tracer);
      return;
    }
    case 'AssignmentPattern':
      return tracePattern(at(pattern, node.left), path, tracer);
    case 'ObjectPattern':
      for (const property of node.properties) {
        const name = property.type === 'Property' ? keyName(property) : undefined;
        if (property.type === 'Property' && name !== undefined)
          tracePattern(at(pattern, property.value), [...path, name], tracer);
      }
      return;
    default:
      return;
  }
}

/** What `fn` answers is at `path`: of the wrapper itself, of a callback of `.then`, or of a function that was given it. */
function traceResult(fn: Term<FunctionNode>, result: Node, path: readonly string[], tracer: Tracer): void {
  if (fn.node === tracer.fn.node) {
    tracer.results.add(path.join(SEPARATOR));
    tracer.returned.add(result);
    return;
  }
  const next = tracer.goesOn.get(fn.node);
  if (next) {
    // A function may be followed into from several places, with another answer each.
    tracer.visited.delete(next.node);
    return trace(next, path, tracer);
  }
  const call = fn.node.parent;
  if (call.type !== 'CallExpression') return;
  const { callee } = call;
  // `.then((token) => axios.get(…))`
  const isChained =
    callee.type === 'MemberExpression' &&
    ['then', 'catch'].includes(keyName({ key: callee.property, computed: callee.computed }) ?? '');
  if (isChained) return trace(at(fn, call), path, tracer);
  traceRun(at(fn, call), fn.node, path, tracer);
}

/** `retry(() => axios.get(…))`: the value of the callback where the function calls it. */
function traceRun(
  call: Term<TSESTree.CallExpression>,
  callback: Node,
  path: readonly string[],
  tracer: Tracer,
): void {
  const runner = passedOn(call);
  const parameter = runner?.node.params[call.node.arguments.findIndex((item) => item === callback)];
  if (!runner || parameter?.type !== 'Identifier') return;
  tracer.goesOn.set(runner.node, call);
  const variable = findVariable(parameter.name, parameter, runner.module);
  for (const { identifier } of variable?.references ?? []) {
    const { parent } = identifier;
    if (parent.type === 'CallExpression' && parent.callee === identifier)
      trace(at(runner, parent), path, tracer);
  }
}

/** `return unwrap(response)` */
function traceArgument(
  call: Term<TSESTree.CallExpression>,
  node: Node,
  path: readonly string[],
  tracer: Tracer,
): void {
  const fn = passedOn(call);
  const index = call.node.arguments.findIndex((item) => item === node);
  const parameter = fn?.node.params[index];
  if (!fn || !parameter || fn.node === tracer.fn.node) return;
  tracer.goesOn.set(fn.node, call);
  tracePattern(at(fn, parameter), path, tracer);
}
