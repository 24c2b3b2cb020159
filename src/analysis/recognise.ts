import type { TSESTree } from '@typescript-eslint/types';

import { NOTHING, type Request } from '../clients/client.js';
import { CLIENTS } from '../clients/index.js';
import { UNKNOWN_CLIENT, unknownRequest } from '../clients/unknown.js';
import { HOLE, matchUrl } from '../endpoints/match.js';
import { declaredEntity, entityOf } from '../syntax/entity.js';
import { alternativesOf } from '../syntax/alternatives.js';
import { evaluate, joinUrl } from '../syntax/evaluate.js';
import { argumentsOf } from '../syntax/functions.js';
import { keyedValues } from '../syntax/keyed.js';
import { at, sourceOf, type Term } from '../syntax/module.js';
import { type Budget, deref, isHidden, member, newBudget } from '../syntax/resolve.js';
import { calleeName, keyName } from '../syntax/scope.js';
import { flatten, type PlacedPart } from '../syntax/text.js';
import { giversOf } from './givers.js';
import { handedOn } from './handed-on.js';
import { iterationsAround } from './iterations.js';
import { openCallsOf, passedOn } from './wrappers.js';

/** The request that a call sends, itself or by the wrappers that it goes through. */
export interface Sent {
  readonly client: string;
  readonly request: Request;
  readonly url: SentUrl;
  /** The calls on the way from the wrapper to the client, outermost first; empty for a client's own call. */
  readonly through: readonly Term[];
  /** A table has its path, and which one it is, the caller says. */
  readonly isKeyed?: boolean;
}

/** Base and URL, unknown values as holes, with the part that each character came from. */
export interface SentUrl {
  readonly flat: string;
  readonly parts: readonly PlacedPart[];
  readonly seen: Budget['seen'];
}

/** Calls that one question may go through: a wrapper of wrappers of wrappers, and no more. */
const MOST_CALLS = 200;
const DEEPEST = 8;
const PATH_KEYS = ['url', 'path', 'pathname', 'uri', 'endpoint'];

/** What a call sends; several where a wrapper sends several requests, or a loop one for each of its elements. */
export function recognise(call: Term<TSESTree.CallExpression>): readonly Sent[] {
  const sent = recogniseWithin(call, { calls: MOST_CALLS, depth: 0 });
  const isSettled = sent.some(
    ({ client, request, url }) =>
      client !== UNKNOWN_CLIENT && (!url.flat.includes(HOLE) || isLegacy(request, url)),
  );
  if (isSettled) return sent;
  const { callee } = call.node;
  // `axios[verb](path)`
  const isComputed = callee.type === 'MemberExpression' && callee.computed;
  if (sent.length === 0 && !isComputed) return sent;
  const inLoop = iterationsAround(call).flatMap((bindings) =>
    recogniseWithin({ ...call, bindings }, { calls: MOST_CALLS, depth: 0 }),
  );
  const legacy = inLoop.filter(({ client, request, url }) => client !== UNKNOWN_CLIENT && isLegacy(request, url));
  if (legacy.length > 0) return asOneOf(legacy, 'it is one of several that a loop sends');
  const keyed = sent.flatMap((item) => withTexts(item, (hole) => keyedValues(hole)));
  if (keyed.length > 0)
    return asOneOf(keyed, 'a table has several paths for it').map((item) => ({ ...item, isKeyed: true }));
  const made = sent.flatMap((item) => withTexts(item, helpedValues));
  return made.length > 0 ? asOneOf(made, 'what a function makes of its path is not followed') : sent;
}

/** The requests with one of the values that `valuesOf` has for a part that is not known, where that makes them legacy. */
function withTexts(sent: Sent, valuesOf: (hole: Term) => readonly Term[]): Sent[] {
  const { parts, seen } = sent.url;
  for (const [index, { part }] of parts.entries()) {
    if (part.kind !== 'hole') continue;
    const texts = valuesOf(part.term).map((value) => evaluate(value));
    const found = texts.flatMap((text): Sent[] => {
      const whole = parts.map(({ part: other }) => [other]).with(index, [...text]).flat();
      const url = { ...flatten(whole, HOLE), seen };
      return isLegacy(sent.request, url) ? [{ ...sent, url }] : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** `fill('/customer/kyc/status/:customerId', { customerId })`: a path that a function of something else makes a URL of. */
function helpedValues(hole: Term): readonly Term[] {
  const value = deref(hole);
  const { node } = value;
  if (node.type !== 'CallExpression') return [];
  const named = calleeName(node) ?? '';
  if (/akepa/i.test(named) || /akepa/i.test(sourceOf(deref(at(value, node.callee))))) return [];
  return argumentsOf(at(value, node)).items.flatMap((item) => {
    const object = deref(item);
    if (object.node.type !== 'ObjectExpression') return [item];
    return PATH_KEYS.flatMap((key) => member(object, key) ?? []);
  });
}

function isLegacy({ method }: Request, { flat }: SentUrl): boolean {
  return matchUrl(flat, method.value)?.endpoint.method !== undefined;
}

/** One call that sends several requests; the path of each is used. */
function asOneOf(several: readonly Sent[], why: string): Sent[] {
  const texts = several.flatMap(({ url }) => url.parts.filter(({ part }) => part.kind === 'text'));
  return several.map((sent) => {
    const { parts, flat } = sent.url;
    const others = texts.filter((placed) => !parts.includes(placed));
    const end = { start: flat.length, end: flat.length };
    return {
      ...sent,
      request: { ...sent.request, payload: { kind: 'stream', why } },
      url: { ...sent.url, parts: [...parts, ...others.map(({ part }) => ({ part, ...end }))] },
    };
  });
}

interface Limit {
  calls: number;
  depth: number;
}

function recogniseWithin(call: Term<TSESTree.CallExpression>, limit: Limit): readonly Sent[] {
  if (limit.calls-- <= 0 || limit.depth > DEEPEST) return [];
  const own = sentByClient(call);
  if (own) return [{ ...own, url: urlOf(own.request), through: [] }];
  const target = passedOn(call);
  if (!target) {
    const meant = handedOn(call);
    const sent = meant ? recogniseWithin(meant, limit) : [];
    if (sent.length > 0) return sent.map((item) => ({ ...item, request: asHandedOn(item.request) }));
    const given = recogniseGiven(call, limit);
    if (given) return given;
    const request = unknownRequest(call);
    return request ? [{ client: UNKNOWN_CLIENT, request, url: urlOf(request), through: [] }] : [];
  }
  const inner = openCallsOf(target, (candidate) =>
    recogniseWithin(candidate, { calls: MOST_CALLS, depth: limit.depth + 1 }),
  );
  limit.depth++;
  const sent = inner.flatMap((node) => {
    const bound = at(target, node);
    return recogniseWithin(bound, limit).map((item) => ({ ...item, through: [bound, ...item.through] }));
  });
  limit.depth--;
  return sent;
}

/** What a call sends that is made on a parameter, by what the program gives to it; undefined where that is not known. */
function recogniseGiven(call: Term<TSESTree.CallExpression>, limit: Limit): readonly Sent[] | undefined {
  let isOwn = false;
  for (const { to, value, by } of giversOf(call)) {
    limit.depth++;
    const given = { ...call, bindings: new Map([...call.bindings, [to, value] as const]) };
    const sent = recogniseWithin(given, limit).filter(({ client }) => client !== UNKNOWN_CLIENT);
    limit.depth--;
    if (sent.length > 0) return sent.map((item) => ({ ...item, through: [...item.through, by] }));
    isOwn ||= passedOn(given) !== undefined;
  }
  // A function of the project's that sends nothing.
  return isOwn ? [] : undefined;
}

/** The client that a call belongs to and what it sends; undefined for every other call. */
function sentByClient(
  call: Term<TSESTree.CallExpression>,
): { readonly client: string; readonly request: Request } | undefined {
  // Some clients are known by what is around the call: `build.mutation(…)`.
  const callee = entityOf(at(call, call.node.callee)) ?? NOTHING;
  const declared = declaredEntity(at(call, call.node.callee));
  for (const denoted of declared ? [callee, declared] : [callee])
    for (const client of CLIENTS) {
      const request = client.request({ call, callee: denoted });
      if (request) return { client: client.id, request: asSent(request, call) };
    }
  return undefined;
}

function asSent(request: Request, { node }: Term<TSESTree.CallExpression>): Request {
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return asHandedOn(request);
  if (!isReplaceable(request)) return request;
  return { ...request, payload: { kind: 'stream', why: 'what is spread into its options may replace a part of it' } };
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

function urlOf({ base, url, method }: Request): SentUrl {
  const read = (term: Term | undefined): SentUrl => {
    const budget = newBudget();
    const text = term ? joinUrl(base, evaluate(term, budget)) : [];
    return { ...flatten(text, HOLE), seen: budget.seen };
  };
  const whole = read(url);
  if (!url || matchUrl(whole.flat, method.value)?.endpoint.method !== undefined) return whole;
  // Of several paths that it may be, the legacy one counts.
  return (
    alternativesOf(url)
      .map(read)
      .find(({ flat }) => matchUrl(flat, method.value)?.methodMatches) ?? whole
  );
}
