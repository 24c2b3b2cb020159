import type { TSESTree } from '@typescript-eslint/types';

import { singleResult } from './functions.js';
import { at, type Term } from './module.js';
import { globalCall } from './object-members.js';
import type { Budget } from './budget.js';
import { calleeName } from './scope.js';
import { isFunction } from './walk.js';

/** What may hand on what it is given, by its name. */
export const HANDING_ON: ReadonlySet<string> = new Set([
  ...['freeze', 'then', 'resolve', 'bind'],
  ...['useCallback', 'useMemo'],
]);

type Deref = (term: Term, budget: Budget) => Term;

/**
 * What a call gives that hands on what it is given: `Object.freeze(x)`, `useMemo(() => x, [])` and `Promise.resolve(x)` are x,
 * `f.bind(this)` and `useCallback(f, [])` are f.
 */
export function keptValue(
  term: Term<TSESTree.CallExpression>,
  deref: Deref,
  budget: Budget,
): Term | undefined {
  const name = calleeName(term.node);
  if (name === undefined || !HANDING_ON.has(name)) return undefined;
  const [whole] = globalCall(term, 'Object', 'freeze') ?? [];
  if (whole) return at(term, whole);
  const { callee, arguments: args } = term.node;
  const [first] = args;
  if (callee.type === 'MemberExpression') {
    if (name === 'then' && first) return settled(at(term, callee.object), deref(at(term, first), budget));
    const isResolve =
      name === 'resolve' && callee.object.type === 'Identifier' && callee.object.name === 'Promise';
    if (isResolve && first) return at(term, first);
    // What is bound with arguments is no longer the same.
    const isBind = name === 'bind' && args.length < 2;
    // `fetch.bind(window)` is for who knows what fetch is.
    const target = isBind ? deref(at(term, callee.object), budget) : undefined;
    if (target && isFunction(target.node)) return target;
  }
  if (!first || !isFunction(first)) return undefined;
  if (name === 'useCallback') return at(term, first);
  const made = name === 'useMemo' ? singleResult(first, term.module.visitorKeys) : undefined;
  return made && at(term, made);
}

/** `promise.then((value) => result)` is the result. */
function settled(promise: Term, fn: Term): Term | undefined {
  const result = isFunction(fn.node) ? singleResult(fn.node, fn.module.visitorKeys) : undefined;
  if (!result || !isFunction(fn.node)) return undefined;
  const [value] = fn.module.scopes.getDeclaredVariables(fn.node);
  const [parameter] = fn.node.params;
  const bindings = new Map(fn.bindings);
  if (value && parameter?.type === 'Identifier' && parameter === value.identifiers[0])
    bindings.set(value, { term: promise, path: [] });
  return { node: result, module: fn.module, bindings };
}
