import type { TSESTree } from '@typescript-eslint/types';

import type { Edit } from '../../src/syntax/edits.js';
import type { Module, Term } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { deref } from '../../src/syntax/resolve.js';
import { keyName } from '../../src/syntax/scope.js';
import { indentAt, type Style, widthOf } from '../../src/syntax/style.js';
import { usesOf } from '../../src/syntax/uses.js';
import type { Entry } from '../recipes/recipe.js';

/** Lines longer than this are broken, as formatters do by default. */
export const WIDTH = 80;

/** A value that is printed for the indentation that it stands at and the columns that are taken before it. */
export type Printed = (indent: string, column: number) => string;

/** A property that an object literal gets. */
export interface Addition {
  readonly key: string;
  readonly value: Printed;
}

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

/** A property on a line of its own. */
export function printAddition({ key, value }: Addition, indent: string): string {
  return printEntry({ key, value: value(indent, widthOf(indent) + key.length + 2) });
}

/** The property `name` that an object literal itself has. */
export function propertyOf(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  const found = object.properties.find((item) => item.type === 'Property' && keyName(item) === name);
  return found?.type === 'Property' ? found : undefined;
}

/** `null`, `undefined`, `{}`, `''`, and the same in JSON: says that there is no body. */
export function isEmpty(term: Term): boolean {
  // `const data = {}; data.source = …`
  if (usesOf(term).length > 0) return false;
  const { node } = deref(term);
  if (node.type === 'ObjectExpression') return node.properties.length === 0;
  if (node.type === 'Identifier') return node.name === 'undefined';
  return node.type === 'Literal' && [null, '', '{}', 'null'].some((value) => value === node.value);
}

/** Appends properties to an object literal in the way in which it is written. */
export function appendProperties(
  object: TSESTree.ObjectExpression,
  properties: readonly Addition[],
  { text }: Module,
  style: Style,
): Edit[] {
  if (properties.length === 0) return [];
  const [start, end] = rangeOf(object);
  const indent = indentAt(text, lineStart(text, start));
  const inline = properties.map(({ key, value }) => printEntry({ key, value: value(indent, 0) })).join(', ');
  const last = object.properties.at(-1);
  if (!last) return [{ range: [start, end], text: `{ ${inline} }` }];
  const first = object.properties[0] ?? last;
  const after = text.slice(endOf(last), end);
  const comma = /^(?:\s|\/\*[\s\S]*?\*\/)*,/.exec(after)?.[0].length;
  const from = endOf(last) + (comma ?? 0);
  if (!text.slice(start, startOf(first)).includes('\n')) {
    // `{ a /* why */ }`: the comment is the last property's.
    const at = from + (/^(?:\s*\/\*[\s\S]*?\*\/)*/.exec(text.slice(from, end))?.[0].length ?? 0);
    if (comma !== undefined) return [{ range: [at, at], text: ` ${inline},` }];
    return at === from
      ? [{ range: [at, at], text: `, ${inline}` }]
      : [
          { range: [from, from], text: ',' },
          { range: [at, at], text: ` ${inline}` },
        ];
  }
  const inner = indentAt(text, lineStart(text, startOf(last)));
  const lines = properties.map((property) => style.eol + inner + printAddition(property, inner));
  // A comment at the end of the last property's line stays there.
  const at =
    from +
    (/^[ \t]*(?:\/\/[^\r\n]*|\/\*.*?\*\/(?=[ \t]*\r?\n))/.exec(text.slice(from, end))?.[0].length ?? 0);
  const added = lines.join(',') + (comma === undefined ? '' : ',');
  if (comma === undefined && at === from) return [{ range: [at, at], text: `,${added}` }];
  return [
    ...(comma === undefined ? [{ range: [endOf(last), endOf(last)] as const, text: ',' }] : []),
    { range: [at, at], text: added },
  ];
}
