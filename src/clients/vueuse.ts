import type { Entity } from '../syntax/entity.js';
import { at, type Term } from '../syntax/module.js';
import { argument, type Client, optionBase, optionMethod, type Request } from './client.js';
import { optionHeaders } from './headers.js';
import { linksOf } from './superagent.js';

const PACKAGE = '@vueuse/core';
const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);

/** VueUse: `useFetch(url).post(body).json()`, and what `createFetch({ baseUrl })` makes. */
export const vueuse: Client = {
  id: 'vueuse',
  marks: { packages: [PACKAGE] },
  request(site) {
    const defaults = defaultsOf(site.callee);
    if (!defaults) return undefined;
    const options = argument(site, 1);
    const verb = linksOf(site.call).find(({ name }) => VERBS.has(name));
    return {
      method: verb
        ? { value: verb.name.toUpperCase(), node: verb.call.node.callee }
        : optionMethod([options]),
      url: argument(site, 0),
      base: optionBase(defaults, 'baseUrl'),
      headerNames: optionHeaders(options),
      payload: { kind: 'stream', why: 'what it answers is a value that changes' },
      body: undefined,
      answer: [],
    } satisfies Request;
  },
};

/** The options of `createFetch`; none for `useFetch` itself, undefined for all else. */
function defaultsOf(callee: Entity): readonly Term[] | undefined {
  if (isOf(callee, 'useFetch')) return [];
  if (callee.kind !== 'result' || callee.path.length > 0 || !isOf(callee.of, 'createFetch')) return undefined;
  return callee.call.node.arguments.map((node) => at(callee.call, node));
}

function isOf(entity: Entity, name: string): boolean {
  return entity.kind === 'module' && entity.source === PACKAGE && entity.path.join('.') === name;
}
