import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from '../syntax/entity.js';
import { evaluate } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { calleeName, findVariable } from '../syntax/scope.js';
import { argument, type CallSite, type Client, option, optionMethod } from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';

const ANSWER = [['json', '()']];
const PACKAGES = [
  ...['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'undici'],
  ...['unfetch', 'isomorphic-unfetch', 'make-fetch-happen', 'minipass-fetch', '@supabase/node-fetch'],
];

/** The global fetch, and the packages that export the same function. */
export const fetch: Client = {
  id: 'fetch',
  marks: { packages: PACKAGES, called: ['fetch'] },
  request(site) {
    if (!isFetch(site) && !isFetchOfSomething(site)) return undefined;
    const { url, init, index } = target(site);
    return {
      method: optionMethod([init]),
      url,
      base: [],
      headerNames: optionHeaders(init),
      payload: { kind: 'option', key: 'body', encoded: true, options: init, index },
      body: decoded(option([init], 'body')),
      answer: ANSWER,
    };
  },
};

function isFetch({ call, callee }: CallSite): boolean {
  if (callee.path.length > 2) return false;
  const name = callee.path.join('.');
  if (callee.kind === 'global') return name === 'fetch' || isGivenFetch(call);
  if (callee.kind !== 'module') return false;
  // Electron's `net.fetch`; under this name every package exports the same function.
  const isPackage = !/^(?:\.|\/|[@~#]\/)/.test(callee.source);
  if (isPackage && (name === 'fetch' || name === 'net.fetch')) return true;
  // undici's default export is an object.
  return name === '' && PACKAGES.includes(callee.source) && callee.source !== 'undici';
}

/** `env.KYC.fetch('https://…', init)`: a worker's binding, `event.fetch`, and whatever else takes a whole URL. */
function isFetchOfSomething(site: CallSite): boolean {
  const { call } = site;
  if (call.node.callee.type !== 'MemberExpression' || calleeName(call.node) !== 'fetch') return false;
  const url = argument(site, 0);
  const [first] = url ? evaluate(url) : [];
  return first?.kind === 'text' && /^https?:\/\//.test(first.text);
}

/** `({ fetch, params }) => …`: the frameworks give a load function their own. */
function isGivenFetch({ node, module }: Term<TSESTree.CallExpression>): boolean {
  const { callee } = node;
  if (callee.type !== 'Identifier' || callee.name !== 'fetch') return false;
  const [definition] = findVariable('fetch', callee, module)?.defs ?? [];
  return definition?.type === 'Parameter' && definition.name.parent.type === 'Property';
}

/** `fetch(url, init)` or `fetch(new Request(url, init))`. */
function target(site: CallSite): { url: Term | undefined; init: Term | undefined; index: number } {
  const first = argument(site, 0);
  const value = first && deref(first);
  if (value?.node.type === 'NewExpression') {
    const callee = entityOf(at(value, value.node.callee));
    const [url, init] = value.node.arguments;
    if (callee?.path.at(-1) === 'Request' && url)
      return { url: at(value, url), init: init && at(value, init), index: -1 };
  }
  return { url: first, init: argument(site, 1), index: 1 };
}
