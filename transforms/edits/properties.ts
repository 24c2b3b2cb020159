import type { TSESTree } from '@typescript-eslint/types';

import type { Edit } from '../../src/syntax/edits.js';
import type { Module } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { indentAt, type Style } from '../../src/syntax/style.js';
import type { Entry } from '../recipes/recipe.js';

/** Lines longer than this are broken, as formatters do by default. */
const WIDTH = 80;

/** A value that is printed for the indentation that it stands at and the width that is left. */
export type Printed = (indent: string, column: number) => string;

/** `{ a, b: 1 }`, broken into lines when it gets too long. */
export function printObject(entries: readonly Entry[], { eol, indent: unit }: Style): Printed {
  return (indent, column) => {
    const items = entries.map(printEntry);
    const inline = `{ ${items.join(', ')} }`;
    // Room for the closing `);`.
    if (column + inline.length + 2 <= WIDTH) return inline;
    return `{${eol}${items.map((item) => `${indent}${unit}${item},${eol}`).join('')}${indent}}`;
  };
}

/** `key: value`, or the shorthand. */
export function printEntry({ key, value }: Entry): string {
  return key === value ? key : `${key}: ${value}`;
}

/** Appends properties to an object literal in the way in which it is written. */
export function appendProperties(
  object: TSESTree.ObjectExpression,
  properties: readonly { readonly key: string; readonly value: Printed }[],
  { text }: Module,
  style: Style,
): Edit[] {
  const [start, end] = object.range;
  const indent = indentAt(text, lineStart(text, start));
  const last = object.properties.at(-1);
  if (!last) {
    const inner = properties.map(({ key, value }) => `${key}: ${value(indent, 0)}`).join(', ');
    return [{ range: [start, end], text: `{ ${inner} }` }];
  }
  const first = object.properties[0] ?? last;
  const isBroken = text.slice(start, first.range[0]).includes('\n');
  const after = text.slice(last.range[1], end);
  const comma = /^(?:\s|\/\*[\s\S]*?\*\/)*,/.exec(after)?.[0].length;
  if (!isBroken) {
    const inline = properties
      .map(({ key, value }) => printEntry({ key, value: value(indent, 0) }))
      .join(', ');
    return [{ range: [last.range[1], last.range[1]], text: `, ${inline}` }];
  }
  const inner = indentAt(text, lineStart(text, last.range[0]));
  const lines = properties.map(({ key, value }) => {
    const printed = value(inner, inner.length + key.length + 2);
    return `${style.eol}${inner}${printEntry({ key, value: printed })}`;
  });
  // A comment at the end of the last property's line stays there.
  const from = last.range[1] + (comma ?? 0);
  const at = from + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(from))?.[0].length ?? 0);
  const added = lines.join(',') + (comma === undefined ? '' : ',');
  if (comma === undefined && at === from) return [{ range: [at, at], text: `,${added}` }];
  return [
    ...(comma === undefined ? [{ range: [last.range[1], last.range[1]] as const, text: ',' }] : []),
    { range: [at, at], text: added },
  ];
}
