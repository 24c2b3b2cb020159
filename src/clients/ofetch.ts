import { at, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { isFunction } from '../syntax/walk.js';
import {
  argument,
  type CallSite,
  type Client,
  isOptions,
  option,
  optionBase,
  optionMethod,
  type Request,
  WHOLE_ANSWER,
} from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

const ROOT = { packages: ['ofetch'], names: ['ofetch', '$fetch'], globals: ['$fetch'] };
/** Nuxt's composables, which its files use without an import. */
const HOOKS = {
  packages: ['#app', '#imports', 'nuxt/app'],
  names: ['useFetch', 'useLazyFetch'],
  globals: ['useFetch', 'useLazyFetch'],
};
/** What VueUse's `useFetch` is called on: it says the method in the chain. */
const VUEUSE = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'json', 'text', 'blob']);

/** ofetch, `$fetch` with and without an import, `.create(…)`, and Nuxt's `useFetch`. */
export const ofetch: Client = {
  id: 'ofetch',
  marks: {
    packages: [...ROOT.packages, ...HOOKS.packages],
    globals: [...ROOT.globals, ...HOOKS.globals],
  },
  request(site) {
    const instance = instanceOf(site.callee, ROOT, ['create']);
    if (instance) {
      const [name, ...more] = instance.path;
      if (more.length > 0 || (name !== undefined && name !== 'raw')) return undefined;
      const answer = name === 'raw' ? [['_data']] : WHOLE_ANSWER;
      return requestOf(site, argument(site, 0), instance.defaults, answer);
    }
    const hook = instanceOf(site.callee, HOOKS);
    if (hook?.path.length !== 0 || !isHook(site)) return undefined;
    return {
      ...requestOf(site, called(argument(site, 0)), [], []),
      payload: { kind: 'stream', why: 'what it answers is a value that changes' },
    };
  },
};

function requestOf(
  site: CallSite,
  url: Term | undefined,
  defaults: readonly Term[],
  answer: Request['answer'],
): Request {
  const call = argument(site, 1);
  const options = [call, ...defaults];
  return {
    method: optionMethod(options),
    url,
    base: optionBase(options, 'baseURL'),
    headerNames: optionHeaders(...options),
    payload: option(options, 'onResponse')
      ? { kind: 'stream', why: 'a hook reads the answer' }
      : { kind: 'option', key: 'body', encoded: false, options: call, index: 1 },
    body: decoded(option([call], 'body')),
    answer,
  };
}

/** Not `useFetch({ … })` of another library, and no VueUse chain. */
function isHook(site: CallSite): boolean {
  const { callee, call } = site;
  const first = argument(site, 0);
  // A namespace is called by nobody.
  if (!first || isOptions(first) || callee.path.length === 0) return false;
  const { parent } = call.node;
  const isChained = parent.type === 'MemberExpression' && parent.object === call.node;
  return !isChained || parent.property.type !== 'Identifier' || !VUEUSE.has(parent.property.name);
}

/** `useFetch(() => url)` */
function called(term: Term | undefined): Term | undefined {
  const value = term && deref(term);
  return value && isFunction(value.node) && value.node.body.type !== 'BlockStatement'
    ? at(value, value.node.body)
    : term;
}
