import type { TSESTree } from '@typescript-eslint/types';

import { HOLE, matchUrl } from '../endpoints/match.js';
import { matchAkepa } from '../endpoints/match-akepa.js';
import { AKEPA_ENDPOINTS, LEGACY_ENDPOINTS } from '../endpoints/table.js';
import { bindParameters } from '../syntax/functions.js';
import { at, type Module, type Term, termOf } from '../syntax/module.js';
import { endOf, startOf } from '../syntax/ranges.js';
import { remembering } from '../syntax/remember.js';
import { deref } from '../syntax/resolve.js';
import { bindingOf, calleeName, findVariable } from '../syntax/scope.js';
import { type FunctionNode, isFunction, nodesIn } from '../syntax/walk.js';
import { maySend } from './givers.js';
import type { Sent } from './recognise.js';

/** Calls that take a function to call it later, whenever what they answer is called. */
const KEEPERS = new Set([
  'useCallback',
  'useMemo',
  'useEvent',
  'memo',
  'memoize',
  'debounce',
  'throttle',
  'bind',
]);
/** Scheme and host, up to the first value: `https://api.connectfi.com${path}`. */
const HOST = new RegExp(`^(?:[a-z][a-z0-9+.-]*:)?//[^/?#${HOLE}]*`, 'i');
/** Callbacks, which are told of what is done. */
const LATER = /^(?:next|done|cb|callback|resolve|reject|on\w+|emit|dispatch|commit)$/;
/** Every path, with something in the place of its parameters. */
const SAMPLES = [...LEGACY_ENDPOINTS, ...AKEPA_ENDPOINTS].map(({ path }) => path.replaceAll(/:\w+|\*/g, 'x'));
const FUNCTIONS = ['ArrowFunctionExpression', 'FunctionDeclaration', 'FunctionExpression'] as const;
const BEHIND_A_BASE = SAMPLES.map((sample) => `x${sample}`);

type Recognise = (call: Term<TSESTree.CallExpression>) => readonly Sent[];

const known = new WeakMap<FunctionNode, readonly TSESTree.CallExpression[]>();
/** A call is in each of the functions around it. */
const opened = new WeakMap<TSESTree.CallExpression, boolean>();
/** Functions whose calls are being looked for, and how often somebody asked for these. */
const unfinished = new Set<FunctionNode>();
let unanswered = 0;

/** The function that a call runs, with its parameters bound to the arguments. */
export const passedOn = remembering((call: Term<TSESTree.CallExpression>): Term<FunctionNode> | undefined => {
  const callee = functionOf(call);
  if (!callee) return undefined;
  const { node, module, bindings } = callee;
  return { node, module, bindings: new Map([...bindings, ...bindParameters(node, call, callee)]) };
});

/** The function that a call runs, as it stands. */
export function functionOf(call: Term<TSESTree.CallExpression>): Term<FunctionNode> | undefined {
  const callee = deref(at(call, call.node.callee));
  return isFunction(callee.node) ? at(callee, callee.node) : undefined;
}

/**
 * The calls in a function whose request may become a legacy one by what the function is given: what makes it a wrapper.
 *
 * @param recognise what a call sends, with nothing bound
 */
export function openCallsOf(
  { node, module }: Term<FunctionNode>,
  recognise: Recognise,
): readonly TSESTree.CallExpression[] {
  const before = known.get(node);
  if (unfinished.has(node)) unanswered++;
  if (before) return before;
  // A function that calls itself.
  known.set(node, []);
  unfinished.add(node);
  const open: TSESTree.CallExpression[] = [];
  for (const item of callsRunBy(node, module))
    if (isOpenCall(termOf(item, module), recognise)) open.push(item);
  known.set(node, open);
  unfinished.delete(node);
  return open;
}

function isOpenCall(call: Term<TSESTree.CallExpression>, recognise: Recognise): boolean {
  const before = opened.get(call.node);
  if (before !== undefined) return before;
  const asked = unanswered;
  const sent = recognise(call);
  const answer = sent.length > 0 ? sent.some(isOpen) : isGiven(call);
  if (asked === unanswered) opened.set(call.node, answer);
  return answer;
}

/** Whether a request is one of which the caller decides where it goes. */
export function isOpen({ request, url, untyped, isKeyed }: Sent): boolean {
  if (!request.url || isKeyed) return true;
  const { flat } = untyped ?? url;
  if (!flat.includes(HOLE)) return false;
  const match = matchUrl(flat, request.method.value);
  // What is a documented path already is reported where it stands.
  if ((match && match.endpoint.method !== undefined) || matchAkepa(flat)) return false;
  return couldBeLegacy(flat);
}

/** What the call runs is given by the caller: `send(path)`, `client[verb](path)`, `client.post.apply(client, args)`. */
function isGiven(call: Term<TSESTree.CallExpression>): boolean {
  const { callee, arguments: args } = call.node;
  if (callee.type !== 'MemberExpression')
    return args.length > 0 && !LATER.test(calleeName(call.node) ?? '') && isParameter(at(call, callee));
  if (maySend(call.node) && isParameter(at(call, callee.object))) return true;
  const [, list] = args;
  if (list && calleeName(call.node) === 'apply' && isParameter(at(call, list))) return true;
  const { object } = callee;
  const computed = [callee, object].find((node) => node.type === 'MemberExpression' && node.computed);
  return computed?.type === 'MemberExpression' && isParameter(at(call, computed.property));
}

/** A parameter, or a member of one. */
function isParameter(term: Term): boolean {
  const value = deref(term);
  const { node, module, bindings } = value;
  if (node.type === 'MemberExpression') return isParameter(at(value, node.object));
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  return variable !== undefined && !bindings.has(variable) && bindingOf(variable).kind === 'parameter';
}

function couldBeLegacy(flat: string): boolean {
  // `https://api.connectfi.com${path}`: the value begins where the host ends.
  const path = flat.replace(HOST, '').replace(/\/?(?:[?#].*)?$/s, '');
  const texts = path.split(HOLE);
  // `/api/v1${path}`: what is written before the first value may be a base.
  const base = path.slice(0, path.indexOf(HOLE)).replace(/\/$/, '');
  const isOneOf = (samples: readonly string[]): boolean => samples.some((sample) => couldBe(texts, sample));
  if (isOneOf(SAMPLES) || isOneOf(BEHIND_A_BASE)) return true;
  return base !== '' && isOneOf(SAMPLES.map((sample) => base + sample));
}

/** Whether a text could be made of these, in this order, with values between them. */
function couldBe(texts: readonly string[], whole: string): boolean {
  const [first = '', ...others] = texts;
  const last = others.pop();
  if (last === undefined) return whole === first;
  if (!whole.startsWith(first)) return false;
  let from = first.length;
  for (const text of others) {
    const place = whole.indexOf(text, from);
    if (place === -1) return false;
    from = place + text.length;
  }
  return whole.length - last.length >= from && whole.endsWith(last);
}

/** The calls in a function, but for those in functions that it only hands out. */
function callsRunBy({ body }: FunctionNode, module: Module): readonly TSESTree.CallExpression[] {
  const calls = nodesIn(body, module, 'CallExpression');
  if (calls.length === 0) return calls;
  const kept = FUNCTIONS.flatMap((type) => nodesIn(body, module, type))
    .filter((fn) => !isRun(fn))
    .sort((left, right) => startOf(left) - startOf(right));
  if (kept.length === 0) return calls;
  let next = 0;
  let end = 0;
  return calls.filter((call) => {
    const start = startOf(call);
    // What is called on a function begins with it: `function () { … }.bind(this)`.
    for (let fn = kept[next]; fn && startOf(fn) < start; fn = kept[++next]) end = Math.max(end, endOf(fn));
    return start >= end;
  });
}

/** A callback that its call runs: `retry(() => …)`, `.then((token) => …)`, and no function that is handed out. */
function isRun(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type === 'NewExpression') return true;
  return parent.type === 'CallExpression' && !KEEPERS.has(calleeName(parent) ?? '');
}
