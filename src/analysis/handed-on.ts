import type { TSESTree } from '@typescript-eslint/types';

import { elementsOf } from '../syntax/elements.js';
import { type Entity, entityOf } from '../syntax/entity.js';
import { type Arguments, argumentsOf, callWith } from '../syntax/functions.js';
import { at, type Term } from '../syntax/module.js';
import { newBudget } from '../syntax/budget.js';
import { placedLike } from '../syntax/ranges.js';
import { deref, memberName } from '../syntax/resolve.js';

type Call = Term<TSESTree.CallExpression>;

/** By package: functions that call a function they are given, and how many arguments stand before it. */
const CALLERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'redux-saga/effects': { call: 0, fork: 0, spawn: 0, retry: 2 },
  'typed-redux-saga': { call: 0, fork: 0, spawn: 0, retry: 2 },
  'typed-redux-saga/macro': { call: 0, fork: 0, spawn: 0, retry: 2 },
};

/** `limit(post, path)` of `const limit = pLimit(2)` */
const LIMITER = 'p-limit';

/**
 * The call that another call stands for: `post(path)` for `post.call(this, path)`, `post.apply(this, [path])`,
 * `post.bind(this, path)()` and redux-saga's `call(post, path)`.
 */
export function handedOn(call: Call): Call | undefined {
  const { callee } = call.node;
  if (callee.type === 'MemberExpression') {
    const name = memberName(at(call, callee));
    if (name === 'call' || name === 'apply') return calledWithThis(call, at(call, callee.object), name);
  }
  return ofBound(call) ?? ofEffect(call);
}

function calledWithThis(call: Call, target: Term, name: string): Call | undefined {
  const { items, isWhole } = argumentsOf(call);
  const [self, list] = items;
  if (!isExpression(target)) return undefined;
  // `Reflect.apply(post, this, [path])`
  if (target.node.type === 'Identifier' && target.node.name === 'Reflect') return undefined;
  if (name === 'call') return self && callWith(target, { items: items.slice(1), isWhole }, call.node);
  const elements = list && elementsOf(list, newBudget());
  return elements && callWith(target, { items: elements, isWhole: true }, call.node);
}

/** `post.bind(client, path)`, which is called elsewhere. */
function ofBound(call: Call): Call | undefined {
  const bound = deref(at(call, call.node.callee));
  const { node } = bound;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const target = at(bound, node.callee.object);
  if (memberName(at(bound, node.callee)) !== 'bind' || node.arguments.length < 2) return undefined;
  const first = argumentsOf(at(bound, node));
  if (!first.isWhole || !isExpression(target)) return undefined;
  return callWith(target, joined(first.items.slice(1), argumentsOf(call)), call.node);
}

/** `yield call(api.post, path, body)`, `call([api, api.post], path)` and `call([api, 'post'], path)` */
function ofEffect(call: Call): Call | undefined {
  const before = argumentsBefore(entityOf(at(call, call.node.callee)));
  if (before === undefined) return undefined;
  const { items, isWhole } = argumentsOf(call);
  const [fn, ...args] = items.slice(before);
  const target = fn && (fn.node.type === 'ArrayExpression' ? methodOf(at(fn, fn.node)) : fn);
  return target && isExpression(target) ? callWith(target, { items: args, isWhole }, call.node) : undefined;
}

/** Whether what a package exports calls the functions that it is given. */
export function isCaller(source: string): boolean {
  return source === LIMITER || Object.hasOwn(CALLERS, source);
}

/** How many arguments of a call stand before the function that it calls. */
function argumentsBefore(entity: Entity | undefined): number | undefined {
  if (entity?.kind === 'module') return CALLERS[entity.source]?.[entity.path.join('.')];
  const isLimit = entity?.kind === 'result' && entity.path.length === 0 && entity.of.kind === 'module';
  return isLimit && entity.of.source === LIMITER ? 0 : undefined;
}

function methodOf(pair: Term<TSESTree.ArrayExpression>): Term | undefined {
  const [object, method] = pair.node.elements;
  if (!object || !method || object.type === 'SpreadElement') return undefined;
  if (method.type !== 'Literal') return at(pair, method);
  const member = { type: 'MemberExpression', object, property: method, computed: true, optional: false };
  // Stands for `object[method]`, which nobody wrote.
  return at(pair, { ...member, ...placedLike(method) } as TSESTree.MemberExpression);
}

function joined(first: readonly Term[], { items, isWhole }: Arguments): Arguments {
  return { items: [...first, ...items], isWhole };
}

function isExpression(term: Term): term is Term<TSESTree.Expression> {
  return /Expression$|^Identifier$/.test(term.node.type);
}
