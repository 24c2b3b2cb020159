import type { TSESTree } from '@typescript-eslint/types';

import { evaluateKnown } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { usesOf } from '../syntax/uses.js';
import { argument, calleeMethod, type CallSite, type Client, decoded } from './client.js';
import { headerNames, keptIn } from './headers.js';
import { instanceOf } from './instance.js';

const ANSWER = [['body']];
/** Calls that give the request a body, or a part of one. */
const WRITERS = ['send', 'attach', 'field'];
const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head'];

/** superagent: `request.post(url).set(…).send(body)` and `request('POST', url)`. */
export const superagent: Client = {
  id: 'superagent',
  request(site) {
    const { callee } = site;
    const path = instanceOf(callee, { packages: ['superagent'] }, ['agent'])?.path;
    if (!path || path.length > 1) return undefined;
    const [verb] = path;
    if (verb !== undefined && !VERBS.includes(verb)) return undefined;
    // `request(method, url)`, or `request(url)` for GET.
    const method = verb === undefined && site.call.node.arguments.length > 1 ? argument(site, 0) : undefined;
    const links = linksOf(site.call);
    return {
      method:
        verb !== undefined
          ? calleeMethod(site, verb === 'del' ? 'delete' : verb)
          : method
            ? { value: evaluateKnown(method)?.toUpperCase(), node: method.node }
            : { value: 'GET' },
      url: argument(site, method ? 1 : 0),
      base: [],
      headerNames: links.filter(({ name }) => name === 'set').flatMap(({ call }) => setHeaders(call)),
      payload: { kind: 'chain' },
      body: decoded(sentBody(links)),
      answer: ANSWER,
    };
  },
};

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

function setHeaders(call: Term<TSESTree.CallExpression>): string[] {
  const [name] = call.node.arguments;
  if (!name) return [];
  const text = evaluateKnown(at(call, name));
  return text === undefined ? headerNames(at(call, name)) : [text.toLowerCase()];
}
