import type { TSESTree } from '@typescript-eslint/types';

import { evaluate } from '../syntax/evaluate.js';
import { at, type Module, sourceOf, type Term, termOf } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { type Use, usesOf } from '../syntax/uses.js';
import { isFunction } from '../syntax/walk.js';
import { type CallSite, type Request, WHOLE_ANSWER } from './client.js';
import { keptIn } from './headers.js';
import type { Instance } from './instance.js';

/** What is set on the defaults of a client after it was made. */
interface LaterDefaults {
  readonly bases: readonly TSESTree.Expression[];
  /** Lower-case names. */
  readonly headers: readonly string[];
}

const INTERCEPT = '.interceptors.response.use(';
const NOTHING: LaterDefaults = { bases: [], headers: [] };
const intercepting = new WeakMap<Module, boolean>();
/** A client may have many of them, and each of its calls asks. */
const defaults = new WeakMap<readonly Use[], LaterDefaults>();
const interceptors = new WeakMap<readonly Use[], readonly TSESTree.Node[]>();

/** `api.defaults.baseURL = …`, `api.defaults.headers.common['x-connectfi-token'] = …` */
export function withLaterDefaults(
  { call }: CallSite,
  { made }: Instance,
  request: Request | undefined,
): Request | undefined {
  if (!request) return undefined;
  const { callee } = call.node;
  const client = at(call, callee.type === 'MemberExpression' ? callee.object : callee);
  const kept = made.map((item) => keptIn(item)).filter((term) => term !== undefined);
  // An instance begins with the defaults that the client has on which it was made.
  const parents = made.flatMap(({ node, module, bindings }) =>
    node.callee.type === 'MemberExpression' ? [{ node: node.callee.object, module, bindings }] : [],
  );
  const clients = [client, ...kept, ...parents];
  const basedOn = clients.find((item) => defaultsSetOn(item).bases.length > 0);
  const [base, second] = basedOn ? defaultsSetOn(basedOn).bases : [];
  return {
    ...request,
    answer: [client, ...kept.slice(0, 1)].some(hasInterceptor) ? WHOLE_ANSWER : request.answer,
    base:
      request.base.length === 0 && base && basedOn && !second ? evaluate(at(basedOn, base)) : request.base,
    headerNames: distinct([request.headerNames, ...clients.map((item) => defaultsSetOn(item).headers)]),
  };
}

function defaultsSetOn(client: Term): LaterDefaults {
  const uses = usesOf(client, 'defaults');
  if (uses.length === 0) return NOTHING;
  const before = defaults.get(uses);
  if (before) return before;
  const set = uses.flatMap(({ path, node }) =>
    node.type === 'AssignmentExpression' ? [{ path, value: node.right }] : [],
  );
  const found = {
    bases: set.filter(({ path }) => path[1] === 'baseURL').map(({ value }) => value),
    headers: set.flatMap(({ path }) =>
      path[1] === 'headers' ? path.slice(2).map((name) => name.toLowerCase()) : [],
    ),
  };
  defaults.set(uses, found);
  return found;
}

/** Each once; where only one list has names, that list: see {@link defaults}. */
function distinct(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = [...new Set(lists.filter((list) => list.length > 0))];
  return others.length > 0 ? [...new Set([first, ...others].flat())] : first;
}

/** `api.interceptors.response.use(…)`: what the request answers is up to that function. */
function hasInterceptor(client: Term): boolean {
  if (client.node.type !== 'Identifier')
    return setsInterceptors(client.module) && client.module.text.includes(`${sourceOf(client)}${INTERCEPT}`);
  const uses = usesOf(client, 'interceptors');
  if (uses.length === 0) return false;
  const before = interceptors.get(uses) ?? interceptorsIn(uses, client.module);
  interceptors.set(uses, before);
  return before.some((onAnswer) => client.bindings.size === 0 || !givesTheSame(at(client, onAnswer)));
}

/** The functions that are given the answers, but for those that evidently hand them on. */
function interceptorsIn(uses: readonly Use[], module: Module): readonly TSESTree.Node[] {
  return uses.flatMap(({ path, node }) => {
    if (path.join('.') !== 'interceptors.response.use' || node.type !== 'CallExpression') return [];
    const [onAnswer] = node.arguments;
    return onAnswer && !givesTheSame(termOf(onAnswer, module)) ? [onAnswer] : [];
  });
}

/** Reading a large file again for each of its calls takes long. */
function setsInterceptors(module: Module): boolean {
  const sets = intercepting.get(module) ?? module.text.includes(INTERCEPT);
  intercepting.set(module, sets);
  return sets;
}

/** `(response) => response`, or nothing: only errors are handled. */
function givesTheSame(term: Term): boolean {
  const { node } = deref(term);
  if (node.type === 'Literal') return node.value === null;
  if (node.type === 'Identifier') return node.name === 'undefined';
  if (!isFunction(node)) return false;
  const [parameter] = node.params;
  const [only, more] = node.body.type === 'BlockStatement' ? node.body.body : [];
  const result = only?.type === 'ReturnStatement' && !more ? only.argument : node.body;
  return parameter?.type === 'Identifier' && result?.type === 'Identifier' && parameter.name === result.name;
}
