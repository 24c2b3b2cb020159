import type { Entity } from '../syntax/entity.js';
import { argument, type CallSite, type Client, type Request, WHOLE_ANSWER } from './client.js';

/** Packages whose decorators declare the requests of a class; the same names of servers' packages declare routes. */
const PACKAGES = ['ts-retrofit', 'ts-retrofit2', '@nodeart/ts-retrofit', 'retrofit-axios-ts', 'vts-retrofit'];
const VERBS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** Retrofit-like clients: `@POST('/document/generate') generate() {}` */
export const retrofit: Client = {
  id: 'retrofit',
  marks: { packages: PACKAGES },
  request(site) {
    const verb = verbOf(site.callee);
    return verb !== undefined && site.call.node.parent.type === 'Decorator'
      ? requestOf(site, verb)
      : undefined;
  },
};

function verbOf(callee: Entity): string | undefined {
  if (callee.kind !== 'module' || !PACKAGES.includes(callee.source)) return undefined;
  const verb = callee.path.join('.').toUpperCase();
  return VERBS.has(verb) ? verb : undefined;
}

function requestOf(site: CallSite, verb: string): Request {
  return {
    method: { value: verb, node: site.call.node.callee },
    url: argument(site, 0),
    base: [],
    headerNames: [],
    payload: { kind: 'stream', why: 'a decorator declares the request' },
    body: undefined,
    answer: WHOLE_ANSWER,
  };
}
