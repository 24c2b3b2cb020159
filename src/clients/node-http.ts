import type { TSESTree } from '@typescript-eslint/types';

import { evaluate, evaluateKnown } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { rangeOf } from '../syntax/ranges.js';
import { deref } from '../syntax/resolve.js';
import type { Text } from '../syntax/text.js';
import { calleeName, findVariable } from '../syntax/scope.js';
import { usesOf } from '../syntax/uses.js';
import { isFunction } from '../syntax/walk.js';
import {
  argument,
  type CallSite,
  type Client,
  isOptions,
  option,
  optionMethod,
  type Outlet,
  type Request,
} from './client.js';
import { headersSetBy, keptIn, optionHeaders } from './headers.js';
import { streamedOutlets } from './text-body.js';
import { type Writing, writtenRequest } from './written.js';

const MODULES = ['http', 'https'];
const WRITING: Writing = {
  end: 'end',
  write: 'write',
  setter: 'setHeader',
  harmless: ['on', 'once', 'setTimeout', 'destroy', 'abort', 'removeHeader', 'getHeader', 'destroyed'],
};
const CHAINED = { kind: 'stream', why: 'calls in a chain write it' } as const;
const LISTENING = ['on', 'once', 'addListener', 'prependListener'];
const UNSEEN = { kind: 'stream', why: 'what reads the answer is not in reach' } as const;

/** `request` and `get` of node:http and node:https, with a URL, a URL and options, or options alone. */
export const nodeHttp: Client = {
  id: 'node-http',
  marks: { packages: MODULES },
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'module' || !MODULES.includes(callee.source)) return undefined;
    const name = callee.path.join('.');
    if (name !== 'request' && name !== 'get') return undefined;
    const first = argument(site, 0);
    // `options.path = …` of a parameter
    const withUrl = !isOptions(first) && !option([first], 'path');
    const options = withUrl ? argument(site, 1) : first;
    return {
      // `get` sends GET whatever the options say.
      method: name === 'get' ? { value: 'GET' } : optionMethod([options]),
      url: withUrl ? first : option([options], 'path'),
      base: withUrl ? [] : hostOf(site, options),
      headerNames: [...optionHeaders(options), ...laterHeaders(site)],
      answer: [],
      ...sending(site, name === 'get', options),
    } satisfies Request;
  },
};

/** Where the body is written and the answer read, as far as that is in sight. */
function sending(
  site: CallSite,
  isGet: boolean,
  options: Term | undefined,
): Pick<Request, 'payload' | 'body' | 'outlets'> {
  const outlets = outletsOf(site);
  if (site.call.node.parent.type === 'MemberExpression') return { payload: CHAINED, body: undefined };
  if (!outlets) return { payload: UNSEEN, body: undefined };
  if (isGet) return { payload: { kind: 'stream', why: '`get` sends none' }, body: undefined, outlets };
  const { call } = site;
  const { parent } = call.node;
  const name = parent.type === 'VariableDeclarator' ? at(call, parent.id) : undefined;
  const written = name && writtenRequest(name, parent.parent ?? parent, WRITING, options);
  return written
    ? { ...written, outlets }
    : { payload: { kind: 'fixed', why: 'a later statement writes it' }, body: undefined, outlets };
}

/** What the handlers of the response do with its body; undefined where one of them is not in sight. */
function outletsOf(site: CallSite): Outlet[] | undefined {
  const { call } = site;
  const [, ...behind] = call.node.arguments;
  const last = behind.at(-1);
  const own = last && !isAddressOrOptions(at(call, last)) ? [last] : [];
  const later = handlersOn(call);
  const found = [...own, ...(later ?? [])].map((handler) => outletsOfHandler(at(call, handler)));
  return !later || found.includes(undefined) ? undefined : found.flatMap((outlets) => outlets ?? []);
}

/** `request.on('response', handler)`; undefined where the request goes where others may listen to it. */
function handlersOn(call: CallSite['call']): TSESTree.Node[] | undefined {
  const request = keptIn(call);
  if (!request) return call.node.parent.type === 'ExpressionStatement' || isPipe(call.node) ? [] : undefined;
  const { node, module } = request;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const isSeen = variable?.references.every(
    ({ identifier, init }) =>
      (init ?? false) ||
      identifier === node ||
      identifier.parent.type === 'MemberExpression' ||
      isPipe(identifier),
  );
  if (!isSeen) return undefined;
  return usesOf(request).flatMap(({ path: [name, ...more], node: use }) => {
    if (more.length > 0 || use.type !== 'CallExpression' || !LISTENING.includes(name ?? '')) return [];
    const [event, handler] = use.arguments;
    const said = event && evaluateKnown(at(call, event));
    return handler && (said === undefined || said === 'response') ? [handler] : [];
  });
}

/** `form.pipe(request)` */
function isPipe({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'CallExpression' && calleeName(parent) === 'pipe';
}

function isAddressOrOptions(term: Term): boolean {
  const { node } = deref(term);
  return !isFunction(node) && (isOptions(term) || !/^(?:Identifier|MemberExpression)$/.test(node.type));
}

function outletsOfHandler(handler: Term): Outlet[] | undefined {
  const fn = deref(handler);
  if (!isFunction(fn.node) || fn.module !== handler.module) return undefined;
  const [response] = fn.node.params;
  return response ? streamedOutlets(at(fn, response satisfies TSESTree.Parameter)) : [];
}

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
    range: rangeOf(call.node),
    exact: false,
  } as const;
  return [scheme, ...evaluate(host)];
}
