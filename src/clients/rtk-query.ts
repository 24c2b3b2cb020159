import { type Entity, entityOf } from '../syntax/entity.js';
import { singleResult } from '../syntax/functions.js';
import { at, type Term, termOf } from '../syntax/module.js';
import { deref, isHidden, member } from '../syntax/resolve.js';
import { calleeName } from '../syntax/scope.js';
import { isFunction, walk } from '../syntax/walk.js';
import {
  argument,
  type Client,
  isOptions,
  type Method,
  option,
  optionBase,
  optionMethod,
  type Outlet,
  type Payload,
} from './client.js';
import { decoded } from './decoded.js';
import { givenBy } from './given.js';
import { optionHeaders } from './headers.js';

const PACKAGES = ['@reduxjs/toolkit/query', '@reduxjs/toolkit/query/react', '@rtk-incubator/rtk-query'];
/** Base queries around base queries. */
const DEEPEST = 5;
const KINDS = ['query', 'mutation', 'infiniteQuery'];
/** What else gets the response or its body. */
const READERS = ['responseHandler', 'validateStatus'];

/** RTK Query: `build.mutation({ query: (arg) => ({ url, method, body }) })` in `createApi` or `injectEndpoints`. */
export const rtkQuery: Client = {
  id: 'rtk-query',
  marks: { called: KINDS },
  request(site) {
    const { call } = site;
    if (!KINDS.includes(calleeName(call.node) ?? '')) return undefined;
    const given = givenBy(at(call, call.node.callee));
    const [kind, ...more] = given?.path ?? [];
    if (!given || kind === undefined || more.length > 0 || !KINDS.includes(kind)) return undefined;
    const api = createdBy({ kind: 'result', of: given.by, call: given.call, path: [] });
    const query = option([argument(site, 0)], 'query');
    const result = api && query && resultOf(query);
    if (!result) return undefined;
    const isObject = isOptions(result);
    const url = isObject ? option([result], 'url') : result;
    // `{ document, variables }` of GraphQL
    if (!url) return undefined;
    const baseQuery = option([api], 'baseQuery');
    const base = baseOptions(baseQuery);
    const endpoint = argument(site, 0);
    const options = isObject ? result : undefined;
    const method: Method = isObject ? optionMethod([result]) : { value: 'GET' };
    return {
      method,
      url,
      base: optionBase([base], 'baseUrl', 'baseURL'),
      headerNames: optionHeaders(options, base),
      payload: payloadOf(result, isObject, [endpoint, options, base], baseQuery),
      // Base queries over axios call it data.
      body: decoded(option([options], 'body') ?? option([options], 'data')),
      answer: [],
      outlets: endpoint ? outletsOf(endpoint) : [],
    };
  },
};

/** A base query of its own may send it in another way, and read the answer. */
function payloadOf(
  result: Term,
  isObject: boolean,
  places: readonly (Term | undefined)[],
  baseQuery: Term | undefined,
): Payload {
  if (!baseQuery || !isPlain(entityOf(baseQuery)))
    return { kind: 'stream', why: 'the base query is not `fetchBaseQuery` alone' };
  const reader = READERS.find((name) =>
    places.some((place) => place && (member(place, name) || isHidden(place, name))),
  );
  if (reader !== undefined) return { kind: 'stream', why: `\`${reader}\` reads the answer` };
  const place = { kind: 'option', key: 'body', encoded: false, index: -1 } as const;
  return isObject ? { ...place, options: result } : { ...place, options: undefined, alone: result };
}

/** `fetchBaseQuery(…)`, or `retry(fetchBaseQuery(…))` */
function isPlain(entity: Entity | undefined, depth = DEEPEST): boolean {
  if (entity?.kind !== 'result' || entity.of.kind !== 'module' || !PACKAGES.includes(entity.of.source))
    return false;
  const name = entity.of.path.join('.');
  const [first] = entity.call.node.arguments;
  return (
    name === 'fetchBaseQuery' ||
    (name === 'retry' && !!first && depth > 0 && isPlain(entityOf(at(entity.call, first)), depth - 1))
  );
}

/** `transformResponse: (body) => …` gets the answer; without it hooks and the cache do. */
function outletsOf(endpoint: Term): Outlet[] {
  const transform = member(endpoint, 'transformResponse');
  const fn = transform && deref(transform);
  if (!fn || !isFunction(fn.node) || fn.module !== endpoint.module)
    return [{ kind: 'away', node: endpoint.node, how: 'returned' }];
  const [pattern] = fn.node.params;
  return pattern ? [{ kind: 'parameter', pattern }] : [];
}

/** The options of the `createApi(…)` that an API goes back to, through `enhanceEndpoints` and the like. */
function createdBy(entity: Entity): Term | undefined {
  if (entity.kind !== 'result') return undefined;
  const { of, call } = entity;
  if (of.kind === 'result') return createdBy(of);
  const isCreate = of.kind === 'module' && PACKAGES.includes(of.source) && of.path.join('.') === 'createApi';
  const [options] = call.node.arguments;
  return isCreate && options ? at(call, options) : undefined;
}

/** What `query` answers; with `({ id }) => …` the parameters stay unknown. */
function resultOf(query: Term): Term | undefined {
  const fn = deref(query);
  if (!isFunction(fn.node)) return undefined;
  const result = singleResult(fn.node, fn.module.visitorKeys);
  return result && at(fn, result);
}

/** The options of the `fetchBaseQuery(…)` in a base query: itself, below `retry(…)`, or called by an own function. */
function baseOptions(baseQuery: Term | undefined, depth = DEEPEST): Term | undefined {
  const fn = baseQuery && deref(baseQuery);
  if (!fn || depth === 0) return undefined;
  const direct = fetchOptions(entityOf(fn), depth);
  if (direct || !isFunction(fn.node)) return direct;
  let found: Term | undefined;
  walk(fn.node.body, fn.module.visitorKeys, (node) => {
    if (node.type === 'CallExpression')
      found ??= fetchOptions(entityOf(termOf(node.callee, fn.module)), depth);
    return !found;
  });
  return found;
}

function fetchOptions(entity: Entity | undefined, depth: number): Term | undefined {
  if (entity?.kind !== 'result' || entity.of.kind !== 'module' || !PACKAGES.includes(entity.of.source))
    return undefined;
  const [first] = entity.call.node.arguments;
  const name = entity.of.path.join('.');
  if (!first) return undefined;
  if (name === 'fetchBaseQuery') return at(entity.call, first);
  return name === 'retry' ? baseOptions(at(entity.call, first), depth - 1) : undefined;
}
