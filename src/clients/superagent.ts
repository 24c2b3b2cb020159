import type { TSESTree } from '@typescript-eslint/types';

import { evaluateKnown } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { argument, calleeMethod, type CallSite, type Client, decoded } from './client.js';
import { headerNames } from './headers.js';
import { instanceOf } from './instance.js';

const ANSWER = [['body']];
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
}

/** The calls made on the request that `call` begins: `.set(…)`, `.send(…)`, in order. */
export function linksOf(call: CallSite['call']): Link[] {
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
    links.push({ name: access.property.name, call: at(call, next) });
    node = next;
  }
  return links;
}

function sentBody(links: readonly Link[]): Term | undefined {
  const send = links.find(({ name }) => name === 'send')?.call;
  const [body] = send?.node.arguments ?? [];
  return send && body && at(send, body);
}

function setHeaders(call: Term<TSESTree.CallExpression>): string[] {
  const [name] = call.node.arguments;
  if (!name) return [];
  const text = evaluateKnown(at(call, name));
  return text === undefined ? headerNames(at(call, name)) : [text.toLowerCase()];
}
