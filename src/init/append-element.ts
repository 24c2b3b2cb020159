import type { TSESTree } from '@typescript-eslint/types';

import type { Edit } from '../syntax/edits.js';
import type { Module } from '../syntax/module.js';
import { lineStart } from '../syntax/position.js';
import { endOf, startOf } from '../syntax/ranges.js';
import { indentAt, type Style } from '../syntax/style.js';

/** Brackets, and what stands between them. */
interface List {
  /** Behind the opening bracket, and before the closing one. */
  readonly inside: readonly [start: number, end: number];
  readonly items: readonly TSESTree.Node[];
}

/** The elements of `[a, b]`, or the arguments of `f(a, b)`. */
export function listOf(node: TSESTree.ArrayExpression | TSESTree.CallExpression, { text }: Module): List {
  if (node.type === 'ArrayExpression') {
    const items = node.elements.filter((item) => item !== null);
    return { inside: [startOf(node) + 1, endOf(node) - 1], items };
  }
  const before = endOf(node.typeArguments ?? node.callee);
  return { inside: [text.indexOf('(', before) + 1, endOf(node) - 1], items: node.arguments };
}

/** Appends `code` to a list in the way in which the list is written. */
export function appendElement({ inside, items }: List, code: string, { text }: Module, style: Style): Edit[] {
  const [start, end] = inside;
  const last = items.at(-1);
  if (!last) return [{ range: [start, start], text: code }];
  const after = text.slice(endOf(last), end);
  const comma = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*,/.exec(after)?.[0].length;
  const isBroken = /\n/.test(text.slice(start, startOf(items[0] ?? last))) || /\n\s*$/.test(after);
  if (!isBroken) {
    const at = endOf(last) + (comma ?? 0);
    return [{ range: [at, at], text: comma === undefined ? `, ${code}` : ` ${code},` }];
  }
  const inner = indentAt(text, lineStart(text, startOf(last)));
  // Behind a comment at the end of the last element's line.
  const from = endOf(last) + (comma ?? 0);
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*.*?\*\/(?=[ \t]*\r?\n))?/.exec(text.slice(from, end))?.[0] ?? '';
  const at = from + rest.trimEnd().length;
  const line = `${style.eol}${inner}${code}${comma === undefined ? '' : ','}`;
  if (comma === undefined && at === from) return [{ range: [at, at], text: `,${line}` }];
  return [
    ...(comma === undefined ? [{ range: [from, from] as const, text: ',' }] : []),
    { range: [at, at], text: line },
  ];
}
