import type { Entity } from '../syntax/entity.js';
import { at } from '../syntax/module.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  option,
  optionBase,
  optionMethod,
  type Request,
  writtenOption,
} from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';
import type { Instance } from './instance.js';

/** The packages of the generator's clients; newer versions of it write their source into the project. */
const PACKAGE = /^@hey-api\/client-[\w-]+$/;
const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];

/** Clients that `@hey-api/openapi-ts` generates: `client.post({ url, body })` and `client.request({ method, url })`. */
export const heyApi: Client = {
  id: 'hey-api',
  marks: { packages: ['@hey-api/client-*'] },
  request(site) {
    const client = clientOf(site.callee);
    const [name, ...more] = client?.path ?? [];
    if (!client || name === undefined || more.length > 0) return undefined;
    if (name !== 'request' && !VERBS.includes(name)) return undefined;
    return requestOf(site, client, name);
  },
};

function requestOf(site: CallSite, { defaults }: Instance, name: string): Request {
  const call = argument(site, 0);
  const options = [call, ...defaults];
  return {
    method: name === 'request' ? optionMethod([call]) : calleeMethod(site, name),
    url: writtenOption(call, 'url'),
    base: optionBase(options, 'baseUrl', 'baseURL'),
    headerNames: optionHeaders(...options),
    payload: { kind: 'option', key: 'body', encoded: false, options: call, index: 0 },
    body: decoded(option([call], 'body')),
    answer: [['data']],
    ...(call && { pathValues: { options: call, under: ['path'] } }),
  };
}

/** `createClient(createConfig({ baseUrl }))` */
function clientOf(entity: Entity): Instance | undefined {
  if (entity.kind === 'module')
    return PACKAGE.test(entity.source) && entity.path[0] === 'client'
      ? { path: entity.path.slice(1), defaults: [], made: [] }
      : undefined;
  if (entity.kind !== 'result' || entity.of.kind !== 'module' || !PACKAGE.test(entity.of.source))
    return undefined;
  if (entity.of.path.join('.') !== 'createClient') return undefined;
  const { call } = entity;
  const [config] = call.node.arguments;
  const inner = config?.type === 'CallExpression' ? config.arguments[0] : config;
  return { path: entity.path, defaults: inner ? [at(call, inner)] : [], made: [call] };
}
