import type { TSESTree } from '@typescript-eslint/types';

import { applyEdits, type Edit } from '../../src/syntax/edits.js';
import type { Module, Range } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { contains, isWithin, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { indentAt, type Style, widthOf } from '../../src/syntax/style.js';
import { type Addition, appendProperties, printAddition, WIDTH } from './properties.js';

/** An object literal that changes, and the properties that it gets. */
export interface Layer {
  readonly object: TSESTree.ObjectExpression;
  readonly added: readonly Addition[];
}

/** The text that has to fit into a line, and the indentation of that line. */
interface Line {
  readonly range: Range;
  readonly indent: string;
  /** What the line takes before the edits. */
  readonly before: number;
}

/**
 * Adds properties to object literals. One that is written on one line is broken, one property per line, when the line
 * would get too long; only the space between its properties changes, so other edits inside of it stay as they are.
 *
 * @param layers outer objects before those inside of them
 * @param edits the other edits that may stand on the same lines
 * @returns the edits that come to `edits`
 */
export function layOut(
  layers: readonly Layer[],
  edits: readonly Edit[],
  module: Module,
  style: Style,
): Edit[] {
  const result: Edit[] = [];
  const broken: { readonly object: TSESTree.ObjectExpression; readonly indent: string }[] = [];
  for (const [index, { object, added }] of layers.entries()) {
    const outer = broken.findLast((item) => isWithin(object, item.object));
    const line = outer ? propertyLine(outer, object) : lineOf(object, module);
    const inline = layers
      .slice(index)
      .flatMap((layer) => appendProperties(layer.object, layer.added, module, style));
    const gaps = isTooLong(line, [...edits, ...inline], module)
      ? brokenForm(object, added, line.indent, module, style)
      : undefined;
    if (gaps) broken.push({ object, indent: line.indent + style.indent });
    result.push(...(gaps ?? appendProperties(object, added, module, style)));
  }
  return result;
}

function lineOf(node: TSESTree.ObjectExpression, { text }: Module): Line {
  const range: Range = [lineStart(text, startOf(node)), lineEnd(text, endOf(node))];
  return { range, indent: indentAt(text, range[0]), before: widthOf(text.slice(...range)) };
}

/** Before the line break. */
function lineEnd(text: string, offset: number): number {
  const length = text.slice(offset).search(/\r?\n/);
  return length === -1 ? text.length : offset + length;
}

/** The line of the property of `outer` that holds `object`. */
function propertyLine(
  outer: { readonly object: TSESTree.ObjectExpression; readonly indent: string },
  object: TSESTree.ObjectExpression,
): Line {
  const property = outer.object.properties.find((item) => isWithin(object, item)) ?? object;
  return { range: rangeOf(property), indent: outer.indent, before: 0 };
}

function isTooLong({ range, indent, before }: Line, edits: readonly Edit[], { text }: Module): boolean {
  const inside = edits.filter((edit) => contains(range, edit.range));
  const shifted = inside.map(({ range: [from, to], text }) => ({
    range: [from - range[0], to - range[0]] as const,
    text,
  }));
  const after = applyEdits(text.slice(...range), shifted);
  // What is broken into lines has no place in an object on one line.
  if (/\n/.test(after)) return true;
  // The line of a property has its indentation and a comma besides.
  const width = before === 0 ? widthOf(indent) + widthOf(after) + 1 : widthOf(after);
  return width > WIDTH && width > before;
}

/** Edits of the space between the properties; undefined where something else stands there, or lines are broken already. */
function brokenForm(
  node: TSESTree.ObjectExpression,
  added: readonly Addition[],
  indent: string,
  { text }: Module,
  { eol, indent: unit }: Style,
): Edit[] | undefined {
  const { properties } = node;
  const [start, end] = rangeOf(node);
  if (properties.length === 0 || /[\r\n]/.test(text.slice(start, end))) return undefined;
  const inner = indent + unit;
  const edits: Edit[] = [];
  let from = start + 1;
  for (const [index, property] of properties.entries()) {
    const at = startOf(property);
    if (!(index === 0 ? /^\s*$/ : /^\s*,\s*$/).test(text.slice(from, at))) return undefined;
    edits.push({ range: [from, at], text: `${index === 0 ? '' : ','}${eol}${inner}` });
    from = endOf(property);
  }
  if (!/^\s*,?\s*$/.test(text.slice(from, end - 1))) return undefined;
  const lines = added.map((addition) => `${eol}${inner}${printAddition(addition, inner)},`);
  return [...edits, { range: [from, end - 1], text: `,${lines.join('')}${eol}${indent}` }];
}
