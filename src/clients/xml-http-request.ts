import type { TSESTree } from '@typescript-eslint/types';

import { evaluateKnown } from '../syntax/evaluate.js';
import { at, type Node, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { findVariable, keyName } from '../syntax/scope.js';
import { type FunctionNode, isFunction, walk } from '../syntax/walk.js';
import { argument, type CallSite, type Client, type Outlet, type Request, statedMethod } from './client.js';
import { headersSetBy } from './headers.js';
import { textOutlet } from './text-body.js';
import { type Writing, writtenRequest } from './written.js';

const READ = ['response', 'responseText'];
const HANDLERS = [
  'onload',
  'onloadend',
  'onloadstart',
  'onerror',
  'onabort',
  'ontimeout',
  'onprogress',
  'onreadystatechange',
];
/** Members that say nothing of the body. */
const OF_TRANSPORT = [
  'status',
  'statusText',
  'readyState',
  'getResponseHeader',
  'getAllResponseHeaders',
  'abort',
  'timeout',
  'withCredentials',
  'upload',
  'responseType',
  'addEventListener',
  ...HANDLERS,
];
const WRITING: Writing = {
  end: 'send',
  write: undefined,
  setter: 'setRequestHeader',
  harmless: ['open', ...READ, ...OF_TRANSPORT],
};
const UNSEEN = { kind: 'stream', why: 'what reads the answer is not in reach' } as const;

/** `new XMLHttpRequest().open(method, url)`. */
export const xmlHttpRequest: Client = {
  id: 'xml-http-request',
  marks: { globals: ['XMLHttpRequest'] },
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'result' || callee.path.join('.') !== 'open') return undefined;
    if (callee.of.kind !== 'global' || callee.of.path.join('.') !== 'XMLHttpRequest') return undefined;
    const { node } = site.call;
    const object = node.callee.type === 'MemberExpression' ? at(site.call, node.callee.object) : undefined;
    return {
      method: statedMethod(argument(site, 0)),
      url: argument(site, 1),
      base: [],
      headerNames: object ? headersSetBy(object, 'setRequestHeader') : [],
      answer: [],
      ...sending(site, object),
    };
  },
};

function sending(
  { call }: CallSite,
  request: Term | undefined,
): Pick<Request, 'payload' | 'body' | 'outlets'> {
  const outlets = request && outletsOf(request);
  if (!outlets) return { payload: UNSEEN, body: undefined };
  const start = call.node.parent.type === 'ExpressionStatement' ? call.node.parent : undefined;
  const written = start && writtenRequest(request, start, WRITING, undefined);
  const [opened, again] = written?.payload.calls.filter(({ node }) => isOpen(node)) ?? [];
  return written && opened && !again
    ? { ...written, outlets }
    : { payload: { kind: 'stream', why: 'it is not certain what sends it' }, body: undefined };
}

function isOpen({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && nameOf(callee) === 'open';
}

/** What is done with the answer; undefined where the request is handed to something that may read it. */
function outletsOf(request: Term): Outlet[] | undefined {
  const { node, module } = request;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const outlets: Outlet[] = [];
  for (const { identifier, init } of variable?.references ?? []) {
    if (init) continue;
    const access = identifier.parent;
    if (access.type !== 'MemberExpression' || access.object !== identifier) return undefined;
    const name = nameOf(access) ?? '';
    if (READ.includes(name)) outlets.push(bodyOutlet(access, request, name));
    const handler = handlerAt(access, name);
    if (handler && !isOfFailure(access, name) && !isPlain(at(request, handler))) return undefined;
  }
  return variable && outlets;
}

/** `xhr.response` is the parsed body with `xhr.responseType = 'json'`. */
function bodyOutlet(access: Node, request: Term, name: string): Outlet {
  const { node, module } = request;
  const types = node.type === 'Identifier' ? (findVariable(node.name, node, module)?.references ?? []) : [];
  const isJson = types.some(({ identifier: { parent } }) => {
    const set = parent.parent;
    return (
      parent.type === 'MemberExpression' &&
      nameOf(parent) === 'responseType' &&
      set?.type === 'AssignmentExpression' &&
      evaluateKnown(at(request, set.right)) === 'json'
    );
  });
  return isJson && name === 'response' ? { kind: 'body', node: access } : textOutlet(access);
}

/** `xhr.onload = handler`, `xhr.addEventListener('load', handler)` */
function handlerAt(access: TSESTree.MemberExpression, name: string): Node | undefined {
  const { parent } = access;
  if (parent.type === 'AssignmentExpression' && parent.left === access && HANDLERS.includes(name))
    return parent.right;
  return name === 'addEventListener' && parent.type === 'CallExpression' ? parent.arguments[1] : undefined;
}

/** `xhr.onerror = reject`: without an answer there is none to read. */
function isOfFailure(access: TSESTree.MemberExpression, name: string): boolean {
  const { parent } = access;
  const [event] = parent.type === 'CallExpression' ? parent.arguments : [];
  const said = event?.type === 'Literal' ? `on${String(event.value)}` : name;
  return ['onerror', 'onabort', 'ontimeout'].includes(said);
}

/** A function in place that gets at the request by its variable only: not by `this`, nor by the event. */
function isPlain(handler: Term): boolean {
  const fn = deref(handler);
  if (!isFunction(fn.node)) return false;
  const isRead = fn.module.scopes
    .getDeclaredVariables(fn.node)
    .some(({ defs, references }) => defs.some(({ type }) => type === 'Parameter') && references.length > 0);
  return !isRead && !hasThis(fn.node, fn);
}

function hasThis(fn: FunctionNode, { module }: Term): boolean {
  let found = false;
  walk(fn.body, module.visitorKeys, ({ type }) => {
    found ||= type === 'ThisExpression';
    return !found;
  });
  return found;
}

function nameOf({ property, computed }: TSESTree.MemberExpression): string | undefined {
  return keyName({ key: property, computed });
}
