import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from '../syntax/entity.js';
import { evaluate, evaluateKnown } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { calleeName } from '../syntax/scope.js';
import type { Text } from '../syntax/text.js';
import { usesOf } from '../syntax/uses.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  type Method,
  type Request,
  statedMethod,
} from './client.js';
import { decoded } from './decoded.js';
import { headerNames, keptIn } from './headers.js';
import { instanceOf } from './instance.js';

const ROOT = { packages: ['superagent'] };
const ANSWER = [['body']];
/** Calls that give the request a body, or a part of one. */
const WRITERS = ['send', 'attach', 'field'];
/** Calls on an agent that give the agent again. */
const AGENT_CALLS = ['agent', 'set', 'use', 'auth', 'timeout', 'retry', 'withCredentials'];
export const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head'];

/** superagent: `request.post(url).set(…).send(body)`, `request('POST', url)`, and agents with their defaults. */
export const superagent: Client = {
  id: 'superagent',
  marks: ROOT,
  request(site) {
    const instance = instanceOf(site.callee, ROOT, AGENT_CALLS);
    const [verb, ...more] = instance?.path ?? [];
    if (!instance || more.length > 0 || (verb !== undefined && !VERBS.includes(verb))) return undefined;
    // What an agent gives is no function.
    if (verb === undefined && instance.made.length > 0) return undefined;
    // `request(method, url)`, or `request(url)` for GET.
    const method = verb === undefined && site.call.node.arguments.length > 1 ? argument(site, 0) : undefined;
    const stated = method ? statedMethod(method) : { value: 'GET' };
    const own = chainRequest(
      site,
      verb === undefined ? stated : calleeMethod(site, verb === 'del' ? 'delete' : verb),
      method ? 1 : 0,
    );
    const agents = instance.made.flatMap((made) => [made, ...usesOn(made)]);
    const prefixes = [...own.links.map(({ call }) => call), ...agents].map(prefixOf);
    return {
      ...own.request,
      base: prefixes.find((prefix) => prefix !== undefined) ?? [],
      headerNames: [
        ...own.request.headerNames,
        ...agents.filter(({ node }) => calledName(node) === 'set').flatMap(setHeaders),
      ],
    };
  },
};

type Made = Term<TSESTree.CallExpression | TSESTree.NewExpression>;

/** The request that a verb begins and its chain goes on with, and the calls of the chain. */
export function chainRequest(
  site: CallSite,
  method: Method,
  urlAt: number,
): { readonly request: Request; readonly links: readonly Link[] } {
  const links = linksOf(site.call);
  const request: Request = {
    method,
    url: argument(site, urlAt),
    base: [],
    headerNames: links.filter(({ name }) => name === 'set').flatMap(({ call }) => setHeaders(call)),
    payload: { kind: 'chain' },
    body: decoded(sentBody(links)),
    answer: ANSWER,
  };
  return { request, links };
}

/** `agent.set(…)`, `agent.use(…)` by later statements. */
function usesOn(made: Made): Made[] {
  const agent = keptIn(made);
  return (agent ? usesOf(agent) : []).flatMap(({ path, node }) =>
    path.length === 1 && node.type === 'CallExpression' ? [at(made, node)] : [],
  );
}

/** `.use(prefix('https://…'))` of superagent-prefix. */
function prefixOf({ node, module, bindings }: Made): Text | undefined {
  const [plugin] = node.arguments;
  if (calledName(node) !== 'use' || !plugin) return undefined;
  const entity = entityOf({ node: plugin, module, bindings });
  if (entity?.kind !== 'result' || entity.of.kind !== 'module') return undefined;
  const [prefix] = entity.call.node.arguments;
  const isPrefix = entity.of.source === 'superagent-prefix' && entity.of.path.length === 0;
  return isPrefix && prefix ? evaluate(at(entity.call, prefix)) : undefined;
}

function calledName(node: Made['node']): string | undefined {
  return node.type === 'CallExpression' ? calleeName(node) : undefined;
}

/** A call in a chain. */
export interface Link {
  readonly name: string;
  readonly call: Term<TSESTree.CallExpression>;
  /** By a later statement, on the variable that the request is kept in. */
  readonly isLater: boolean;
}

/** The calls made on the request that `call` begins: `.set(…)`, `.send(…)`, in the chain and on its variable. */
export function linksOf(call: CallSite['call']): Link[] {
  const chain = chainOf(call);
  const request = keptIn(chain.at(-1)?.call ?? call);
  const later = (request ? usesOf(request) : []).flatMap(({ path: [name, ...more], node }) => {
    if (name === undefined || more.length > 0 || node.type !== 'CallExpression') return [];
    const first = at(call, node);
    return [{ name, call: first }, ...chainOf(first)].map((link) => ({ ...link, isLater: true }));
  });
  return [...chain, ...later];
}

function chainOf(call: CallSite['call']): Link[] {
  const links: Link[] = [];
  let node: TSESTree.Node = call.node;
  for (;;) {
    const access: TSESTree.Node | undefined = node.parent;
    const next: TSESTree.Node | undefined = access?.parent;
    if (
      access?.type !== 'MemberExpression' ||
      access.object !== node ||
      access.property.type !== 'Identifier'
    )
      break;
    if (next?.type !== 'CallExpression' || next.callee !== access) break;
    links.push({ name: access.property.name, call: at(call, next), isLater: false });
    node = next;
  }
  return links;
}

/** What the one `.send(…)` of the chain sends; where there is more, the call that adds to it stands for the unknown. */
function sentBody(links: readonly Link[]): Term | undefined {
  const [first, second] = links.filter(({ name }) => WRITERS.includes(name));
  if (second) return second.call;
  if (!first) return undefined;
  if (first.isLater || first.name !== 'send') return first.call;
  const [body] = first.call.node.arguments;
  return body && at(first.call, body);
}

function setHeaders(call: Made): readonly string[] {
  const [name] = call.node.arguments;
  if (!name) return [];
  const text = evaluateKnown(at(call, name));
  return text === undefined ? headerNames(at(call, name)) : [text.toLowerCase()];
}
