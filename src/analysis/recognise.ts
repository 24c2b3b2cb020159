import type { TSESTree } from '@typescript-eslint/types';

import { NOTHING, type Request } from '../clients/client.js';
import { candidatesFor } from '../clients/candidates.js';
import { UNKNOWN_CLIENT, unknownRequest } from '../clients/unknown.js';
import { HOLE, matchUrl } from '../endpoints/match.js';
import { declaredEntity, entityOf } from '../syntax/entity.js';
import { alternativesOf } from '../syntax/alternatives.js';
import { evaluate, joinUrl } from '../syntax/evaluate.js';
import { at, type Node, type Term } from '../syntax/module.js';
import { remembering } from '../syntax/remember.js';
import { newBudget } from '../syntax/budget.js';
import { isHidden, nodesSeen } from '../syntax/resolve.js';
import { singleResult } from '../syntax/functions.js';
import { keyName } from '../syntax/scope.js';
import { type FunctionNode, isFunction } from '../syntax/walk.js';
import { flatten, type PlacedPart } from '../syntax/text.js';
import { isForeign } from './foreign-calls.js';
import { giversOf } from './givers.js';
import { handedOn } from './handed-on.js';
import { isOfLanguage } from './language-methods.js';
import { mayBeMarked } from './marked/index.js';
import { several } from './several.js';
import { functionOf, openCallsOf, passedOn } from './wrappers.js';

/** The request that a call sends, itself or by the wrappers that it goes through. */
export interface Sent {
  readonly client: string;
  readonly request: Request;
  readonly url: SentUrl;
  /** The URL as the code says it, where only types say that it is a legacy one. */
  readonly untyped?: SentUrl;
  /** The calls on the way from the wrapper to the client, outermost first; empty for a client's own call. */
  readonly through: readonly Term<TSESTree.CallExpression>[];
  /** Where the client is given to what the call is made on; nearest last. */
  readonly given?: readonly Term[];
  /** A table has its path, and which one it is, the caller says. */
  readonly isKeyed?: boolean;
  /** A function sends it that the call answers, and that somebody else calls. */
  readonly isLater?: boolean;
}

/** Base and URL, unknown values as holes, with the part that each character came from. */
export interface SentUrl {
  readonly flat: string;
  readonly parts: readonly PlacedPart[];
  readonly seen: ReadonlySet<Node>;
}

/** Calls that one question may go through: a wrapper of wrappers of wrappers, and no more. */
const MOST_CALLS = 200;
const DEEPEST = 8;

/** What a call sends; several where a wrapper sends several requests, or a loop one for each of its elements. */
export function recognise(call: Term<TSESTree.CallExpression>): readonly Sent[] {
  const sent = recogniseWithin(call, { calls: MOST_CALLS, depth: 0 });
  const all = several(call, sent, (bindings) =>
    recogniseWithin({ ...call, bindings }, { calls: MOST_CALLS, depth: 0 }),
  );
  return call.module.textsOf ? all.map(withTypes) : all;
}

interface Limit {
  calls: number;
  depth: number;
}

function recogniseWithin(call: Term<TSESTree.CallExpression>, limit: Limit): readonly Sent[] {
  if (limit.calls-- <= 0 || limit.depth > DEEPEST || isOfLanguage(call.node)) return [];
  if (isForeign(call)) return ofUnknown(call);
  const own = sentByClient(call);
  if (own) return [{ ...own, url: urlOf(own.request), through: [] }];
  const fn = functionOf(call);
  if (!fn) {
    const meant = handedOn(call);
    const sent = meant ? recogniseWithin(meant, limit) : [];
    if (sent.length > 0) return sent.map((item) => ({ ...item, request: asHandedOn(item.request) }));
    return recogniseGiven(call, limit) ?? ofUnknown(call);
  }
  const inner = openCallsIn(fn, limit);
  // Most functions send nothing.
  const target = inner.length > 0 ? passedOn(call) : undefined;
  if (!target) return sentLater(call, fn, limit);
  return sentBy(inner, target, limit).filter(({ isLater }) => !isLater || isGivenAway(call.node));
}

/** Each call in a function has calls of its own to go through. */
function openCallsIn(fn: Term<FunctionNode>, limit: Limit): readonly TSESTree.CallExpression[] {
  return openCallsOf(fn, (candidate) =>
    recogniseWithin(candidate, { calls: MOST_CALLS, depth: limit.depth + 1 }),
  );
}

function sentBy(calls: readonly TSESTree.CallExpression[], target: Term, limit: Limit): Sent[] {
  limit.depth++;
  const sent = calls.flatMap((node) => {
    const bound = at(target, node);
    return recogniseWithin(bound, limit).map((item) => ({ ...item, through: [bound, ...item.through] }));
  });
  limit.depth--;
  return sent;
}

/** `dispatch(send('/path'))`, where `send` answers a function that makes the request. */
function sentLater(call: Term<TSESTree.CallExpression>, fn: Term<FunctionNode>, limit: Limit): Sent[] {
  const result = isGivenAway(call.node) ? singleResult(fn.node, fn.module.visitorKeys) : undefined;
  if (!result || !isFunction(result)) return [];
  const inner = openCallsIn(at(fn, result), limit);
  const target = inner.length > 0 ? passedOn(call) : undefined;
  if (!target) return [];
  const payload = { kind: 'stream', why: 'a function that it answers sends it' } as const;
  return sentBy(inner, target, limit).map((item) => ({
    ...item,
    request: { ...item.request, payload },
    isLater: true,
  }));
}

/** A call gets what the call answers, or the caller of the function around it; what a name holds is called by that. */
function isGivenAway(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'ReturnStatement':
    case 'JSXExpressionContainer':
      return true;
    case 'CallExpression':
      return parent.callee !== node;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return isGivenAway(parent);
    default:
      return false;
  }
}

/** What a call sends by the look of it, of something that is not in reach. */
function ofUnknown(call: Term<TSESTree.CallExpression>): readonly Sent[] {
  if (!mayBeMarked(call)) return [];
  const request = unknownRequest(call);
  return request ? [{ client: UNKNOWN_CLIENT, request, url: urlOf(request), through: [] }] : [];
}

/** What a call sends that is made on a parameter, by what the program gives to it; undefined where that is not known. */
function recogniseGiven(call: Term<TSESTree.CallExpression>, limit: Limit): readonly Sent[] | undefined {
  let isOwn = false;
  for (const { to, value, by } of giversOf(call)) {
    limit.depth++;
    const given = { ...call, bindings: new Map([...call.bindings, [to, value] as const]) };
    const sent = recogniseWithin(given, limit).filter(({ client }) => client !== UNKNOWN_CLIENT);
    limit.depth--;
    if (sent.length > 0) return sent.map((item) => ({ ...item, given: [...(item.given ?? []), by] }));
    isOwn ||= functionOf(given) !== undefined;
  }
  // A function of the project's that sends nothing.
  return isOwn ? [] : undefined;
}

/** The client that a call belongs to and what it sends; undefined for every other call. */
const sentByClient = remembering((call: Term<TSESTree.CallExpression>): OwnRequest | undefined => {
  // Some clients are known by what is around the call: `build.mutation(…)`.
  const callee = entityOf(at(call, call.node.callee)) ?? NOTHING;
  const declared = declaredEntity(at(call, call.node.callee));
  for (const denoted of declared ? [callee, declared] : [callee])
    for (const client of candidatesFor({ call, callee: denoted })) {
      const request = client.request({ call, callee: denoted });
      if (request) return { client: client.id, request: asSent(request, call) };
    }
  return undefined;
});

interface OwnRequest {
  readonly client: string;
  readonly request: Request;
}

function asSent(request: Request, { node }: Term<TSESTree.CallExpression>): Request {
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return asHandedOn(request);
  if (!isReplaceable(request)) return request;
  return {
    ...request,
    payload: { kind: 'stream', why: 'what is spread into its options may replace a part of it' },
  };
}

/** `post(...args)` and `call(post, path)`: an edit has no argument to change. */
function asHandedOn(request: Request): Request {
  return { ...request, payload: { kind: 'stream', why: 'its arguments are handed on as a whole' } };
}

/** `{ url: '/init', ...options }` */
function isReplaceable({ url }: Request): boolean {
  const property = url?.node.parent;
  const object = property?.type === 'Property' && property.value === url?.node ? property.parent : undefined;
  const name = property?.type === 'Property' ? keyName(property) : undefined;
  return url !== undefined && object !== undefined && name !== undefined && isHidden(at(url, object), name);
}

/** By the types of what is not in reach: one of the texts that they allow may be a legacy path. */
function withTypes(sent: Sent): Sent {
  const { request, url } = sent;
  const { method } = request;
  if (!url.flat.includes(HOLE) || matchUrl(url.flat, method.value)?.endpoint.method !== undefined)
    return sent;
  const types = { index: 0, most: 1 };
  for (; types.index < types.most; types.index++) {
    const typed = readUrl(request, request.url, newBudget(types));
    if (matchUrl(typed.flat, method.value)?.methodMatches) return { ...sent, url: typed, untyped: url };
  }
  return sent;
}

function readUrl({ base }: Request, term: Term | undefined, budget = newBudget()): SentUrl {
  const text = term ? joinUrl(base, evaluate(term, budget)) : [];
  return { ...flatten(text, HOLE), seen: nodesSeen(budget.seen) };
}

function urlOf(request: Request): SentUrl {
  const { url, method } = request;
  const whole = readUrl(request, url);
  if (!url || matchUrl(whole.flat, method.value)?.endpoint.method !== undefined) return whole;
  // Of several paths that it may be, the legacy one counts.
  return (
    alternativesOf(url)
      .map((term) => readUrl(request, term))
      .find(({ flat }) => matchUrl(flat, method.value)?.methodMatches) ?? whole
  );
}
