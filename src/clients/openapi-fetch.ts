import type { Entity } from '../syntax/entity.js';
import { at } from '../syntax/module.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  type Method,
  option,
  optionBase,
  type Request,
  statedMethod,
} from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';
import { type Instance, instanceOf } from './instance.js';

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'];
const ROOT = { packages: ['openapi-fetch'], names: ['createClient'] };

/** openapi-fetch: `createClient({ baseUrl }).POST(path, { params, body })` and `client.request(method, path, init)`. */
export const openapiFetch: Client = {
  id: 'openapi-fetch',
  marks: ROOT,
  request(site) {
    const client = clientOf(site.callee);
    const [name, ...more] = client?.path ?? [];
    if (!client || name === undefined || more.length > 0) return undefined;
    if (name === 'request') return requestOf(site, client, statedMethod(argument(site, 0)), 1);
    return VERBS.includes(name) ? requestOf(site, client, calleeMethod(site, name), 0) : undefined;
  },
};

/** What `createClient(options)` gives, which is called for its result and not for a member. */
function clientOf(entity: Entity): Instance | undefined {
  if (entity.kind !== 'result' || instanceOf(entity.of, ROOT)?.path.length !== 0) return undefined;
  const defaults = entity.call.node.arguments.map((node) => at(entity.call, node));
  return { path: entity.path, defaults, made: [entity.call] };
}

function requestOf(site: CallSite, { defaults }: Instance, method: Method, urlAt: number): Request {
  const url = argument(site, urlAt);
  const init = argument(site, urlAt + 1);
  const options = [init, ...defaults];
  return {
    method,
    url,
    base: optionBase(options, 'baseUrl'),
    headerNames: optionHeaders(...options),
    payload: { kind: 'option', key: 'body', encoded: false, options: init, index: urlAt + 1 },
    body: decoded(option([init], 'body')),
    answer: [['data']],
    ...(init && { pathValues: { options: init, under: ['params', 'path'] } }),
  };
}
