import { argument, calleeMethod, optionBase } from '../clients/client.js';
import type { Entity } from '../syntax/entity.js';
import { at } from '../syntax/module.js';
import type { Text } from '../syntax/text.js';
import type { MockLibrary } from './mock.js';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'];

/** MSW: `rest.post(url, resolver)` of version 1, `http.post(…)` of version 2, and openapi-msw's `http`. */
export const msw: MockLibrary = {
  id: 'msw',
  names: VERBS,
  mock(site) {
    const handler = handlerOf(site.callee);
    if (!handler || !VERBS.includes(handler.verb)) return undefined;
    return {
      method: handler.verb === 'all' ? 'any' : calleeMethod(site, handler.verb),
      url: argument(site, 0),
      base: handler.base,
      headerNames: [],
    };
  },
};

function handlerOf(callee: Entity): { readonly verb: string; readonly base: Text } | undefined {
  if (callee.kind === 'module') {
    const [name, verb, ...more] = callee.path;
    const isHandler = /^msw(?:\/core)?$/.test(callee.source.replace(/\/http$/, ''));
    if (!isHandler || (name !== 'http' && name !== 'rest') || verb === undefined || more.length > 0)
      return undefined;
    return { verb, base: [] };
  }
  // `createOpenApiHttp({ baseUrl }).post(…)`
  if (callee.kind !== 'result' || callee.of.kind !== 'module' || callee.of.source !== 'openapi-msw')
    return undefined;
  const path = callee.path[0] === 'untyped' ? callee.path.slice(1) : callee.path;
  const [verb, ...more] = path;
  if (verb === undefined || more.length > 0) return undefined;
  const [options] = callee.call.node.arguments;
  return { verb, base: optionBase([options && at(callee.call, options)], 'baseUrl') };
}
