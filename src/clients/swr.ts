import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from '../syntax/entity.js';
import { evaluate } from '../syntax/evaluate.js';
import { at, type Bindings, type Term } from '../syntax/module.js';
import { isWithin } from '../syntax/ranges.js';
import { deref } from '../syntax/resolve.js';
import { patternPath } from '../syntax/scope.js';
import { flatten } from '../syntax/text.js';
import { type FunctionNode, isFunction, walk } from '../syntax/walk.js';
import { axios } from './axios.js';
import { argument, type Client, type Request } from './client.js';
import { fetch } from './fetch.js';
import { got } from './got.js';
import { ky } from './ky.js';
import { ofetch } from './ofetch.js';

/** By package: the names of the hooks that take a key and a fetcher. */
const HOOKS: Readonly<Record<string, readonly string[]>> = {
  swr: ['', 'useSWR'],
  'swr/immutable': ['', 'useSWRImmutable'],
  'swr/infinite': ['', 'useSWRInfinite'],
  'swr/mutation': ['', 'useSWRMutation'],
};
/** Layers of a key that depends. */
const DEEPEST = 5;
/** Stands for what is not known. */
const HOLE = '\0';
const FETCHERS: readonly Client[] = [axios, fetch, got, ky, ofetch];

/** SWR: `useSWR(key, fetcher)` where the fetcher, in reach, sends its argument to a client. */
export const swr: Client = {
  id: 'swr',
  marks: { packages: Object.keys(HOOKS) },
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'module' || !HOOKS[callee.source]?.includes(callee.path.join('.'))) return undefined;
    const key = argument(site, 0);
    const fetcher = argument(site, 1);
    const sent = key && fetcher && sentBy(fetcher, keyOf(key));
    if (!sent) return undefined;
    return { ...sent, payload: { kind: 'stream', why: 'a hook sends it and reads the answer' }, answer: [] };
  },
};

/** `id ? url : null`, `id && url`, `() => url`: the key that is sent. */
function keyOf(key: Term, depth = DEEPEST): Term {
  if (depth === 0) return key;
  const value = deref(key);
  const { node } = value;
  switch (node.type) {
    case 'LogicalExpression':
      return node.operator === '&&' ? keyOf(at(value, node.right), depth - 1) : key;
    case 'ConditionalExpression':
      if (isNothing(node.alternate)) return keyOf(at(value, node.consequent), depth - 1);
      return isNothing(node.consequent) ? keyOf(at(value, node.alternate), depth - 1) : key;
    case 'ArrowFunctionExpression':
      return node.body.type === 'BlockStatement' ? key : keyOf(at(value, node.body), depth - 1);
    default:
      return key;
  }
}

function isNothing(node: TSESTree.Node): boolean {
  return (
    (node.type === 'Literal' && (node.value === null || node.value === false)) ||
    (node.type === 'Identifier' && node.name === 'undefined')
  );
}

/** The one request of the fetcher, with the key in the place of its parameter. */
function sentBy(fetcher: Term, key: Term): Request | undefined {
  const fn = deref(fetcher);
  if (!isFunction(fn.node)) return undefined;
  const bindings = boundTo(at(fn, fn.node), key);
  const requests: Request[] = [];
  walk(fn.node.body, fn.module.visitorKeys, (node) => {
    if (node.type !== 'CallExpression') return;
    const call = at(fn, node);
    const open = requestOf(call);
    const bound = open && requestOf({ ...call, bindings });
    // What is sent whatever the key is stands where it is sent.
    if (bound && urlOf(bound) !== urlOf(open)) requests.push(bound);
  });
  const [request, second] = requests;
  return request && !second ? request : undefined;
}

function requestOf(call: Term<TSESTree.CallExpression>): Request | undefined {
  const callee = entityOf(at(call, call.node.callee));
  if (!callee) return undefined;
  for (const client of FETCHERS) {
    const request = client.request({ call, callee });
    if (request) return request;
  }
  return undefined;
}

function urlOf({ url }: Request): string | undefined {
  return url && flatten(evaluate(url), HOLE).flat;
}

/** `(url) => …`, `([url, token]) => …`, and of older versions `(url, token) => …` for the key `[url, token]`. */
function boundTo(fn: Term<FunctionNode>, key: Term): Bindings {
  const value = deref(key);
  const [first] = fn.node.params;
  const isSpread = value.node.type === 'ArrayExpression' && first?.type === 'Identifier';
  const values = isSpread && value.node.type === 'ArrayExpression' ? value.node.elements : [];
  const bindings = new Map(fn.bindings);
  for (const variable of fn.module.scopes.getDeclaredVariables(fn.node)) {
    const [name] = variable.identifiers;
    const index = fn.node.params.findIndex((item) => name && isWithin(name, item));
    const parameter = fn.node.params[index];
    const path = name && parameter && patternPath(parameter, name);
    const item = isSpread ? values[index] : undefined;
    const term = item ? at(value, item) : index === 0 && !isSpread ? key : undefined;
    if (path && term) bindings.set(variable, { term, path });
  }
  return bindings;
}
