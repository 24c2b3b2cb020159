import { evaluate } from '../syntax/evaluate.js';
import type { Node, Term } from '../syntax/module.js';
import type { Budget } from '../syntax/budget.js';
import { isWithin, rangeOf, startOf } from '../syntax/ranges.js';
import { deref } from '../syntax/resolve.js';
import { type HolePart, type Part, slicePart, type Text, type TextPart } from '../syntax/text.js';
import { isFunction } from '../syntax/walk.js';
import { wholePath } from './partial-path.js';
import { regExpText } from './regexp.js';

/** fetch-mock's kinds of pattern, and its older sign for `begin:`. */
const KIND = /^(?:(?:begin|end|include|glob|express|path):|\^)/;
/** What has to follow is up to the request. */
const OPEN = /^(?:begin:|include:|\^)/;

/**
 * A URL pattern as text, its wildcards as unknown values; undefined for a function, and for a regular expression that
 * names no legacy path.
 *
 * @param call the call that the pattern is given to
 */
export function patternText(pattern: Term, call: Term, budget: Budget): Text | undefined {
  const value = deref(pattern, budget);
  if (isFunction(value.node)) return undefined;
  const source = regExpSource(value);
  if (source) {
    const text = regExpText(source);
    return text && wholePath(text);
  }
  const [first, ...rest] = evaluate(pattern, budget);
  if (first?.kind !== 'text') return first && [first, ...rest.flatMap((part) => withHoles(part, call))];
  const kind = KIND.exec(first.text)?.[0] ?? '';
  const bare = slicePart(first, kind.length, first.text.length);
  const text = [...bare, ...rest].flatMap((part) => withHoles(part, call));
  return OPEN.test(kind) ? [...text, wildcard(call)] : text;
}

/**
 * The text of a base URL; of a regular expression the host that it names, if it is that plain.
 *
 * @param made the call that the base is given to
 * @param call the one that says the path
 */
export function baseText(base: Term, made: Term, call: Term): Text {
  const { node } = deref(base);
  if (node.type !== 'Literal' || !('regex' in node))
    return evaluate(base).map((part) => (isInside(part, made) ? { ...part, term: call } : part));
  const { pattern } = node.regex;
  const host = pattern.replace(/^\^?(?:https\?:(?:\\?\/){2}|\.[*+])?/, '').replaceAll(/\\([./-])|\$$/g, '$1');
  return /^[\w./-]+$/.test(host)
    ? [{ kind: 'text', text: `//${host}`, module: base.module, range: rangeOf(node), exact: false }]
    : [{ kind: 'hole', term: call, written: base, name: pattern, pseudo: false }];
}

/** `const scope = nock(url)`: the name of the double is none of the URL's. */
function isInside(part: Part, { node, module }: Term): part is HolePart {
  return part.kind === 'hole' && part.term.module === module && isWithin(part.term.node, node);
}

/** The text between the slashes of a regular expression, or that one is made of. */
export function regExpSource({ node, module, bindings }: Term): TextPart | undefined {
  if (node.type === 'Literal' && 'regex' in node) {
    const { pattern } = node.regex;
    const start = startOf(node) + 1;
    return { kind: 'text', text: pattern, module, range: [start, start + pattern.length], exact: true, node };
  }
  const isMade = node.type === 'NewExpression' || node.type === 'CallExpression';
  const [made] = isMade && isNamed(node.callee, 'RegExp') ? node.arguments : [];
  const [text, more] = made ? evaluate({ node: made, module, bindings }) : [];
  return text?.kind === 'text' && !more ? text : undefined;
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** `**` and `*` stand for something that only the request knows. */
function withHoles(part: Part, call: Term): Part[] {
  if (part.kind === 'hole') return [part];
  const parts: Part[] = [];
  let from = 0;
  for (const { index, 0: stars } of part.text.matchAll(/\*+/g)) {
    parts.push(...slicePart(part, from, index), wildcard(call));
    from = index + stars.length;
  }
  return [...parts, ...slicePart(part, from, part.text.length)];
}

/** It belongs to the call, not to the constant that it may be written in: its name would say nothing. */
function wildcard(call: Term): HolePart {
  return { kind: 'hole', term: call, written: call, name: '*', pseudo: false };
}
