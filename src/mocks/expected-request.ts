import type { TSESTree } from '@typescript-eslint/types';

import type { CallSite } from '../clients/client.js';
import { HOLE, matchUrl } from '../endpoints/match.js';
import { evaluate, evaluateKnown } from '../syntax/evaluate.js';
import { at, type Node, type Term } from '../syntax/module.js';
import { calleeName, keyName } from '../syntax/scope.js';
import { flatten } from '../syntax/text.js';

/** Matchers of the arguments that a spy is called with. */
export const CALLED =
  /^(?:toHaveBeen(?:Last|Nth)?CalledWith|toHaveBeenCalledExactlyOnceWith|toBeCalledWith|(?:last|nth)CalledWith)$/;
/** Matchers of one value. */
export const IS = ['toBe', 'toEqual', 'toStrictEqual', 'toContain', 'toMatch'];
/** Options of a request that hold its path. */
const URLS = ['url', 'path', 'uri', 'endpoint', 'pathname'];
export const VERB = /^(?:get|head|post|put|patch|delete|options)$/;

/** What is expected of a request. */
export interface ExpectedRequest {
  readonly url: Term;
  /** What says the method, the options among it. */
  readonly method: Term | undefined;
  /** Whatever else it is made with will do. */
  readonly isPathOnly: boolean;
}

/** The request that a call of a spy is expected to send: by its first argument, or by another one that holds a path. */
export function expectedRequest(site: Pick<CallSite, 'call'>): ExpectedRequest | undefined {
  const args = expectedArguments(site);
  const [first] = args ?? [];
  if (!args || !first) return undefined;
  for (const term of args) {
    const rest = args.filter((other) => other !== term);
    if (isLegacyPath(plain(term))) return ofArgument(term, rest, term === first);
    const holder = holderOf(term);
    const found = holder && propertyIn(holder.object);
    if (holder && found) return ofOptions(holder, found, rest);
  }
  return ofArgument(first, args.slice(1), true);
}

/** A path of the legacy side. */
export function isLegacyPath(term: Term): boolean {
  const { flat } = flatten(evaluate(term), HOLE);
  return matchUrl(flat, undefined)?.endpoint.method !== undefined;
}

/** The arguments that a call is expected to have, the path first; undefined where only the path is looked at. */
function expectedArguments({ call }: Pick<CallSite, 'call'>): readonly Term[] | undefined {
  const name = calleeName(call.node) ?? '';
  const args = call.node.arguments.map((node) => at(call, node));
  const [first] = args;
  // `expect(spy.mock.calls[0]).toEqual([path, body])`
  if (first?.node.type === 'ArrayExpression')
    return first.node.elements.flatMap((node) => (node ? [at(first, node)] : []));
  if (CALLED.test(name)) return /nth/i.test(name) ? args.slice(1) : args;
  return IS.includes(name) ? args.slice(0, 1) : undefined;
}

/** `(path, body)`, `('POST', path, body)` */
function ofArgument(path: Term, rest: readonly Term[], isFirst: boolean): ExpectedRequest {
  const verb = isFirst ? undefined : rest.find((term) => VERB.test(evaluateKnown(term)?.toLowerCase() ?? ''));
  const others = rest.filter((term) => term !== verb);
  const isPathOnly = others.length > 0 && others.every(isAnything);
  return { url: plain(path), method: isFirst ? rest[0] : verb, isPathOnly };
}

/** `{ url, method, data }`, whole or a part of it */
interface Holder {
  readonly object: Term<TSESTree.ObjectExpression>;
  readonly isPart: boolean;
}

function ofOptions(
  { object, isPart }: Holder,
  url: TSESTree.Property,
  rest: readonly Term[],
): ExpectedRequest {
  const others = object.node.properties.filter(
    (item) => item !== url && (item.type !== 'Property' || keyName(item) !== 'method'),
  );
  const isPathOnly =
    isPart &&
    rest.every(isAnything) &&
    others.every((item) => item.type === 'Property' && isAnything(at(object, item.value)));
  return { url: plain(at(object, url.value)), method: object, isPathOnly };
}

/** An object literal, or the one in `expect.objectContaining({ … })`. */
function holderOf(term: Term): Holder | undefined {
  const { node } = term;
  if (node.type === 'ObjectExpression') return { object: at(term, node), isPart: false };
  if (node.type !== 'CallExpression' || matcherOf(node) !== 'objectContaining') return undefined;
  const [object] = node.arguments;
  return object?.type === 'ObjectExpression' ? { object: at(term, object), isPart: true } : undefined;
}

function propertyIn(object: Term<TSESTree.ObjectExpression>): TSESTree.Property | undefined {
  for (const item of object.node.properties)
    if (
      item.type === 'Property' &&
      URLS.includes(keyName(item) ?? '') &&
      isLegacyPath(plain(at(object, item.value)))
    )
      return item;
  return undefined;
}

/** Whether any value will do: `expect.anything()`, `expect.any(Object)`. */
function isAnything({ node }: Term): boolean {
  return node.type === 'CallExpression' && /^any(?:thing)?$/.test(matcherOf(node) ?? '');
}

/** `path` of `expect.stringContaining(path)` */
function plain(url: Term): Term {
  const { node } = url;
  const [text] = node.type === 'CallExpression' ? node.arguments : [];
  const isText = node.type === 'CallExpression' && /^string/.test(matcherOf(node) ?? '');
  return isText && text ? at(url, text) : url;
}

function matcherOf(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object } = node.callee;
  return object.type === 'Identifier' && object.name === 'expect' ? calleeName(node) : undefined;
}
