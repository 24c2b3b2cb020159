import type { TSESTree } from '@typescript-eslint/types';

import { appendProperties } from '../../transforms/edits/properties.js';
import { applyEdits, type Edit } from '../syntax/edits.js';
import type { Module } from '../syntax/module.js';
import { ParseError, parseModule } from '../syntax/parse.js';
import { lineStart } from '../syntax/position.js';
import { rangeOf, startOf } from '../syntax/ranges.js';
import { indentAt, type Style, styleOf } from '../syntax/style.js';

/** A JSON text, comments and all, that is being edited. */
export interface JsonText {
  readonly module: Module;
  readonly style: Style;
  readonly root: TSESTree.ObjectExpression;
}

/** Reads JSON with its places; undefined for what is no object, or no JSON. */
export function readJson(text: string): JsonText | undefined {
  try {
    // In parentheses it is a program.
    const module = parseModule('x.js', `(${text})`);
    const [statement, more] = module.ast.body;
    const root = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (root?.type !== 'ObjectExpression' || more) return undefined;
    // Commas at the ends of lines say nothing of semicolons, and JSON has one sort of quotes.
    return { module, root, style: styleOf(text) };
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** The JSON with edits; the parentheses go. */
export function editedJson({ module }: JsonText, edits: readonly Edit[]): string {
  return applyEdits(module.text, edits).slice(1, -1);
}

/** JSON for the indentation that it stands at. */
export type JsonValue = (indent: string) => string;

/** Adds properties in the way in which the object is written. */
export function addProperties(
  object: TSESTree.ObjectExpression,
  properties: Readonly<Record<string, JsonValue>>,
  { module, style }: JsonText,
): Edit[] {
  const added = Object.entries(properties).map(([key, value]) => ({ key: JSON.stringify(key), value }));
  if (object.properties.length > 0) return appendProperties(object, added, module, style);
  const { eol, indent: unit } = style;
  const indent = indentAt(module.text, lineStart(module.text, startOf(object)));
  const lines = added.map(({ key, value }) => `${eol}${indent}${unit}${key}: ${value(indent + unit)}`);
  return added.length === 0 ? [] : [{ range: rangeOf(object), text: `{${lines.join(',')}${eol}${indent}}` }];
}

/** An object with a line for each property. */
export function objectOf(entries: Readonly<Record<string, string>>, { style }: JsonText): JsonValue {
  return (indent) => {
    const lines = Object.entries(entries).map(
      ([key, value]) =>
        `${style.eol}${indent}${style.indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    return `{${lines.join(',')}${style.eol}${indent}}`;
  };
}
