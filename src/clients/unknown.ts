import type { TSESTree } from '@typescript-eslint/types';

import { HOLE, matchUrl } from '../endpoints/match.js';
import { entityOf } from '../syntax/entity.js';
import { evaluate, evaluateKnown } from '../syntax/evaluate.js';
import { at, sourceOf, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { calleeName } from '../syntax/scope.js';
import { flatten } from '../syntax/text.js';
import { isFunction } from '../syntax/walk.js';
import { option, optionMethod, type Request, statedMethod, WHOLE_ANSWER } from './client.js';
import { optionHeaders } from './headers.js';

/** The id under which such a call is reported. */
export const UNKNOWN_CLIENT = 'unknown';

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
/** What routes, pages and test doubles are declared on. */
const SERVER =
  /^(?:app|application|router|routes?|server|srv|fastify|express|koa|hono|controller|rest|nock|msw|mock\w*|scope|interceptor|page|context|cy|navigate|history|i18n|t)$/i;
const SERVER_PACKAGES =
  /^(?:express|fastify|koa|@koa\/router|koa-router|hono|restify|polka|msw|nock|fetch-mock|supertest|@nestjs\/common|next|itty-router|h3|elysia|find-my-way|react-router(?:-dom)?|vue-router)(?:\/|$)/;
/** Arguments that answer a request, so that the call declares a route. */
const HANDLER = /handler|controller|middleware|resolver|guard|(?:^|\.)(?:to|next)$/i;
const DATA =
  /body|data|payload|form|params|query|request|req$|dto|input|args|values|config|options|opts|headers|init|document|customer|null|undefined/i;
/** What is called on a promise. */
const ANSWERS = /^(?:then|catch|finally)$/;
/** What takes a topic or a job where a client takes a path. */
const MESSAGING =
  /(?:bus|queue|publisher|producer|broker|emitter|pub_?sub|amqp|kafka|nats|redis|events?|jobs?)$/i;
const CLIENT_NAME = /api|http|client|axios|fetch|request|rest|gateway|sdk|connect|this$/i;
/** What functions are called that take a method and a path. */
const SENDS = /request|send|call|fetch|http|api|ajax|query|invoke|exec|rest/i;
/** … and what takes a description of a request without sending it: `createMocks({ method, url })`, `acl.allow({ method, path })` */
const DESCRIBING =
  /^(?:allow|create|declare|define|describe|expect|is|log|mock|register|stub|track)(?![a-z])/;
const URL_KEYS = ['url', 'path', 'uri', 'endpoint'];
const FORM_KEYS = new Set([...URL_KEYS, 'method']);

/**
 * A call of something that is not in reach, which gives a legacy path where clients take one: `api.post(path, body)`,
 * `request('POST', path, body)`, `send({ method, url })`. Only for exact paths of the right method.
 */
export function unknownRequest(call: Term<TSESTree.CallExpression>): Request | undefined {
  const form = formOf(call);
  if (!form || !isDocumented(form.url, form.method.value) || isDeclaration(call, form.url)) return undefined;
  const args = call.node.arguments.map((node) => at(call, node));
  const options = form.options ?? args.at(-1);
  return {
    method: form.method,
    url: form.url,
    base: [],
    headerNames: optionHeaders(options),
    payload: { kind: 'argument', index: 1 },
    body: undefined,
    answer: WHOLE_ANSWER,
  };
}

interface Form {
  readonly method: Request['method'];
  readonly url: Term;
  readonly options?: Term;
}

function formOf(call: Term<TSESTree.CallExpression>): Form | undefined {
  const [argument, beside] = call.node.arguments;
  if (!argument) return undefined;
  const first = at(call, argument);
  const name = calleeName(call.node) ?? '';
  const verb = name.toUpperCase();
  if (METHODS.has(verb)) return { method: { value: verb }, url: first };
  const options = deref(first);
  if (options.node.type === 'ObjectExpression') return formOfOptions(options);
  if (!beside || !SENDS.test(name)) return undefined;
  const second = at(call, beside);
  const stated = statedBeside(second, name);
  if (stated) return { method: stated, url: first, options: second };
  const method = evaluateKnown(first)?.toUpperCase() ?? '';
  return METHODS.has(method) ? { method: { value: method, node: first.node }, url: second } : undefined;
}

/** `apiFetch('/document/generate', { method: 'POST' })`, and `ajax('/document/generate', { type: 'POST' })` like jQuery's */
function statedBeside(options: Term, name: string): Request['method'] | undefined {
  if (deref(options).node.type !== 'ObjectExpression') return undefined;
  const type = /ajax$/i.test(name) ? option([options], 'type') : undefined;
  if (type) return statedMethod(type);
  const method = optionMethod([options]);
  return method.node && method.value !== undefined ? method : undefined;
}

/** `{ method: 'POST', url: '/document/generate' }`, and no route that has a handler. */
function formOfOptions(options: Term): Form | undefined {
  if (options.node.type !== 'ObjectExpression') return undefined;
  const values = new Map<string, Term>();
  for (const property of options.node.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
    if (HANDLER.test(property.key.name) || isFunction(property.value)) return undefined;
    if (FORM_KEYS.has(property.key.name)) values.set(property.key.name, at(options, property.value));
  }
  const url = URL_KEYS.flatMap((key) => values.get(key) ?? [])[0];
  const method = values.get('method');
  const value = method && evaluateKnown(method)?.toUpperCase();
  return url && method && value !== undefined
    ? { method: { value, node: method.node }, url, options }
    : undefined;
}

function isDocumented(url: Term, method: string | undefined): boolean {
  const match = matchUrl(flatten(evaluate(url), HOLE).flat, method);
  return (
    match !== undefined && match.endpoint.method !== undefined && match.methodMatches && !match.literalPrefix
  );
}

/**
 * A route, a page, a text or a test double is declared; or the path stands beside what is no data of a request.
 *
 * @param url the argument that is the path
 */
export function isDeclaration(call: Term<TSESTree.CallExpression>, url?: Term): boolean {
  if (SERVER.test(receiverName(call)) || isMadeOnServer(call)) return true;
  if (call.node.parent.type === 'Decorator') return true;
  const isWaitedFor = isAwaited(call.node);
  return call.node.arguments
    .slice(1)
    .some((node) => node !== url?.node && !isData(at(call, node), isWaitedFor));
}

/** Nobody waits for the declaration of a route. */
function isAwaited({ parent }: TSESTree.CallExpression): boolean {
  if (parent.type === 'AwaitExpression') return true;
  const chained = parent.type === 'MemberExpression' ? parent.parent : undefined;
  return chained?.type === 'CallExpression' && ANSWERS.test(calleeName(chained) ?? '');
}

/** `bus` of `this.deps.bus.post(…)`; nothing for a plain function. */
function receiverName(call: Term<TSESTree.CallExpression>): string {
  const { callee } = call.node;
  if (callee.type !== 'MemberExpression') return '';
  const names = sourceOf(at(call, callee.object)).split(/[.?!()]+/);
  return names.findLast((name) => name !== '') ?? '';
}

/** A call of what a package for servers, routers or test doubles exports, or of what comes from it. */
export function isMadeOnServer(call: Term<TSESTree.CallExpression>): boolean {
  const { callee } = call.node;
  return isServer(at(call, callee.type === 'MemberExpression' ? callee.object : callee));
}

/** Something that a request is sent with; whatever else stands beside a path may be the handler of a route. */
function isData(term: Term, isWaitedFor: boolean): boolean {
  const { node } = term;
  if (HANDLER.test(sourceOf(term))) return false;
  const value = deref(term).node;
  if (isFunction(value)) return false;
  if (isWaitedFor) return true;
  if (value.type !== 'Identifier')
    return !/^(?:Member|Call|Await)Expression$/.test(value.type) || DATA.test(sourceOf(term));
  return node.type === 'Identifier' && DATA.test(node.name);
}

function isServer(term: Term): boolean {
  let entity = entityOf(term);
  while (entity && 'of' in entity) entity = entity.of;
  return entity?.kind === 'module' && SERVER_PACKAGES.test(entity.source);
}

/**
 * Whether what such a call is made on can hardly be anything but an HTTP client: maps and caches have a `get`, too, and
 * what another package exports may be anything.
 */
export function looksLikeClient(call: Term<TSESTree.CallExpression>, method: string | undefined): boolean {
  const { callee } = call.node;
  const receiver = at(call, callee.type === 'MemberExpression' ? callee.object : callee);
  const entity = entityOf(receiver);
  if (MESSAGING.test(receiverName(call))) return false;
  const [first] = call.node.arguments;
  if (first && deref(at(call, first)).node.type === 'ObjectExpression' && !isNamedAsSender(call))
    return false;
  // `new Map()`
  if (entity?.kind === 'module' || entity?.kind === 'result') return false;
  return method !== 'GET' || CLIENT_NAME.test(sourceOf(receiver));
}

/** By its name, or that of what it is called on: `send({ method, url })`, `client.perform({ method, url })` */
function isNamedAsSender(call: Term<TSESTree.CallExpression>): boolean {
  const name = calleeName(call.node) ?? '';
  if (DESCRIBING.test(name)) return false;
  return SENDS.test(name) || CLIENT_NAME.test(name) || CLIENT_NAME.test(receiverName(call));
}
