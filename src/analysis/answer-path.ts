import type { TSESTree } from '@typescript-eslint/types';

import { at, type Node, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { findVariable, keyName } from '../syntax/scope.js';
import { ancestor, type FunctionNode, isFunction } from '../syntax/walk.js';
import { passedOn } from './wrappers.js';

/** An answer that is followed to what a function gives. */
export interface Tracer {
  readonly fn: Term<FunctionNode>;
  readonly results: Set<string>;
  /** The expressions that the function answers and that come from the request. */
  readonly returned: Set<Node>;
  readonly visited: Set<Node>;
  /** Where the answer of a function that was followed into goes on. */
  readonly goesOn: Map<FunctionNode, Term>;
}

/** Between the members of a path. */
export const SEPARATOR = '\n';

/** `term` is an expression whose value is what lies at `path` of what the request gives. */
export function trace(term: Term, path: readonly string[], tracer: Tracer): void {
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

export function tracePattern(pattern: Term, path: readonly string[], tracer: Tracer): void {
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
