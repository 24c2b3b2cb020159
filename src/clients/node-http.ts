import { evaluate } from '../syntax/evaluate.js';
import type { Term } from '../syntax/module.js';
import type { Text } from '../syntax/text.js';
import {
  argument,
  type CallSite,
  type Client,
  isOptions,
  option,
  optionMethod,
  type Request,
} from './client.js';
import { headersSetBy, keptIn, optionHeaders } from './headers.js';

const MODULES = ['http', 'https'];

/** `request` and `get` of node:http and node:https, with a URL, a URL and options, or options alone. */
export const nodeHttp: Client = {
  id: 'node-http',
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'module' || !MODULES.includes(callee.source)) return undefined;
    const name = callee.path.join('.');
    if (name !== 'request' && name !== 'get') return undefined;
    const first = argument(site, 0);
    const withUrl = !isOptions(first);
    const options = withUrl ? argument(site, 1) : first;
    return {
      // `get` sends GET whatever the options say.
      method: name === 'get' ? { value: 'GET' } : optionMethod([options]),
      url: withUrl ? first : option([options], 'path'),
      base: withUrl ? [] : hostOf(site, options),
      headerNames: [...optionHeaders(options), ...laterHeaders(site)],
      payload: { kind: 'stream' },
      body: undefined,
      answer: [],
    } satisfies Request;
  },
};

/** `request.setHeader(name, …)` */
function laterHeaders({ call }: CallSite): string[] {
  const request = keptIn(call);
  return request ? headersSetBy(request, 'setHeader') : [];
}

/** `{ protocol, hostname, port }` as the beginning of a URL. */
function hostOf({ call }: CallSite, options: Term | undefined): Text {
  const host = option([options], 'hostname') ?? option([options], 'host');
  if (!host) return [];
  const scheme = {
    kind: 'text',
    text: '//',
    module: call.module,
    range: call.node.range,
    exact: false,
  } as const;
  return [scheme, ...evaluate(host)];
}
