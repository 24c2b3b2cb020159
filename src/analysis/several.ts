import type { TSESTree } from '@typescript-eslint/types';

import type { Request } from '../clients/client.js';
import { UNKNOWN_CLIENT } from '../clients/unknown.js';
import { HOLE, matchUrl } from '../endpoints/match.js';
import { newBudget } from '../syntax/budget.js';
import { setValues } from '../syntax/appended.js';
import { elementsOf } from '../syntax/elements.js';
import { evaluate } from '../syntax/evaluate.js';
import { argumentsOf, singleResult } from '../syntax/functions.js';
import { keyedValues } from '../syntax/keyed.js';
import { at, type Bindings, sourceOf, type Term } from '../syntax/module.js';
import { deref, member } from '../syntax/resolve.js';
import { calleeName } from '../syntax/scope.js';
import { flatten } from '../syntax/text.js';
import { isFunction } from '../syntax/walk.js';
import { iterationsAround } from './iterations.js';
import type { Sent, SentUrl } from './recognise.js';

/** What options of a helper call the path. */
const PATH_KEYS = ['url', 'path', 'pathname', 'uri', 'endpoint'];
/** A URL has fewer; each that is not known is asked for what it may be. */
const MOST_PARTS = 30;

/**
 * What a call sends whose path is one of several, or made of one that is known: by a loop, a table or a helper.
 *
 * @param sent what it sends as it stands
 * @param recogniseWith what it sends with more of its names bound
 */
export function several(
  call: Term<TSESTree.CallExpression>,
  sent: readonly Sent[],
  recogniseWith: (bindings: Bindings) => readonly Sent[],
): readonly Sent[] {
  const isSettled = sent.some(
    ({ client, request, url }) =>
      client !== UNKNOWN_CLIENT && (!url.flat.includes(HOLE) || isLegacy(request, url)),
  );
  if (isSettled) return sent;
  const { callee } = call.node;
  // `axios[verb](path)`
  const isComputed = callee.type === 'MemberExpression' && callee.computed;
  if (sent.length === 0 && !isComputed) return sent;
  const inLoop = iterationsAround(call).flatMap(recogniseWith);
  const legacy = inLoop.filter(
    ({ client, request, url }) => client !== UNKNOWN_CLIENT && isLegacy(request, url),
  );
  if (legacy.length > 0) return asOneOf(legacy, 'it is one of several that a loop sends');
  const keyed = sent.flatMap((item) => withTexts(item, (hole) => keyedValues(hole)));
  if (keyed.length > 0)
    return asOneOf(keyed, 'a table has several paths for it').map((item) => ({ ...item, isKeyed: true }));
  const either = sent.flatMap((item) => withTexts(item, branchesOf));
  if (either.length > 0) return asOneOf(either, 'its path is one of two');
  const made = sent.flatMap((item) => withTexts(item, helpedValues));
  return made.length > 0 ? asOneOf(made, 'what a function makes of its path is not followed') : sent;
}

/** The requests with one of the values that `valuesOf` has for a part that is not known, where that makes them legacy. */
function withTexts(sent: Sent, valuesOf: (hole: Term) => readonly Term[]): Sent[] {
  const { parts, seen } = sent.url;
  if (parts.length > MOST_PARTS) return [];
  for (const [index, { part }] of parts.entries()) {
    if (part.kind !== 'hole') continue;
    const texts = valuesOf(part.term).map((value) => evaluate(value));
    // Those behind it are made of the same.
    if (texts.some(({ length }) => length > MOST_PARTS)) return [];
    const found = texts.flatMap((text): Sent[] => {
      const whole = parts
        .map(({ part: other }) => [other])
        .with(index, [...text])
        .flat();
      const url = { ...flatten(whole, HOLE), seen };
      return isLegacy(sent.request, url) ? [{ ...sent, url }] : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** `path.startsWith(base) ? path : base + path`, and the same with `if` and `else`. */
function branchesOf(hole: Term): readonly Term[] {
  const value = deref(hole);
  const { node } = value;
  return node.type === 'ConditionalExpression'
    ? [at(value, node.consequent), at(value, node.alternate)]
    : setValues(value);
}

/** `fill('/customer/kyc/status/:customerId', { customerId })`: a path that a function of something else makes a URL of. */
function helpedValues(hole: Term): readonly Term[] {
  const value = deref(hole);
  const { node } = value;
  if (node.type !== 'CallExpression') return [];
  // `paths.reduce((url, path) => …, '')` of the paths that a function is given.
  const list =
    node.callee.type === 'MemberExpression'
      ? elementsOf(at(value, node.callee.object), newBudget())
      : undefined;
  if (list) return list;
  const fn = deref(at(value, node.callee));
  // What can be followed was followed, and did not end.
  if (isFunction(fn.node) && singleResult(fn.node, fn.module.visitorKeys)) return [];
  const named = calleeName(node) ?? '';
  if (/akepa/i.test(named) || /akepa/i.test(sourceOf(fn))) return [];
  return argumentsOf(at(value, node)).items.flatMap((item) => {
    const object = deref(item);
    if (object.node.type !== 'ObjectExpression') return [item];
    return PATH_KEYS.flatMap((key) => member(object, key) ?? []);
  });
}

function isLegacy({ method }: Request, { flat }: SentUrl): boolean {
  const match = matchUrl(flat, method.value);
  if (match?.endpoint.method === undefined) return false;
  return match.methodMatches || method.value === undefined;
}

/** One call that sends several requests; the path of each is used. */
function asOneOf(several: readonly Sent[], why: string): Sent[] {
  const texts = several.flatMap(({ url }) => url.parts.filter(({ part }) => part.kind === 'text'));
  return several.map((sent) => {
    const { parts, flat } = sent.url;
    const others = texts.filter((placed) => !parts.includes(placed));
    const end = { start: flat.length, end: flat.length };
    return {
      ...sent,
      request: { ...sent.request, payload: { kind: 'stream', why } },
      url: { ...sent.url, parts: [...parts, ...others.map(({ part }) => ({ part, ...end }))] },
    };
  });
}
