import type { TSESTree } from '@typescript-eslint/types';

import type { Comment, Module, Node, Range } from '../module.js';
import { lineStart } from '../position.js';
import { endOf, rangeOf, startOf } from '../ranges.js';
import { indentAt } from '../style.js';
import { nodesIn } from '../walk.js';
import type { Doc, SourceLine } from './doc.js';
import type { LayoutStyle } from './style.js';

/** Code of a form that is not laid out here. */
export class NotLaidOut extends Error {
  override readonly name = 'NotLaidOut';
}

/** A file whose code is laid out. */
export interface LayoutContext {
  readonly module: Module;
  readonly style: LayoutStyle;
  /** An expression, with the parentheses that it stands in. */
  print(node: Node): Doc;
}

/** The text of a range as it is; lines that are not a template's move with the indentation. */
export function sourceDoc(range: Range, { module }: LayoutContext): Doc {
  const { text } = module;
  const [start, end] = range;
  const source = text.slice(start, end);
  if (!source.includes('\n')) return source;
  const base = indentAt(text, lineStart(text, start));
  const raw = nodesIn(module.ast, module, 'TemplateElement').map((element) => rangeOf(element));
  const lines: SourceLine[] = [];
  let offset = start;
  for (const own of source.split('\n')) {
    const isFirst = offset === start;
    const isInTemplate = raw.some((inside) => inside[0] < offset && offset <= inside[1]);
    const isRaw = !isFirst && (isInTemplate || !(own.startsWith(base) || own.trim() === ''));
    const code = own.replace(/\r$/, '');
    const trimmed = isFirst || isRaw ? code : code.trim() === '' ? '' : code.slice(base.length);
    lines.push({ text: trimmed, isRaw });
    offset += own.length + 1;
  }
  return { kind: 'source', lines };
}

export function sourceText(node: Node, { module }: LayoutContext): string {
  return module.text.slice(...rangeOf(node));
}

/** How many parentheses stand around a node within its parent, those among them that belong to the parent. */
export function parenthesesAround(node: Node, { module: { text } }: LayoutContext): number {
  const { parent } = node;
  if (!parent) return 0;
  const left = /[(\s]*$/.exec(text.slice(startOf(parent), startOf(node)))?.[0] ?? '';
  const right = /^[)\s]*/.exec(text.slice(endOf(node), endOf(parent)))?.[0] ?? '';
  return Math.min(left.split('(').length, right.split(')').length) - 1;
}

/** The comments between two offsets. */
export function commentsIn([start, end]: Range, { module }: LayoutContext): readonly Comment[] {
  return module.comments.filter(({ range }) => start <= range[0] && range[1] <= end);
}

export function isBlankLineBehind(offset: number, { module: { text } }: LayoutContext): boolean {
  return /^[ \t]*,?[ \t]*(?:\/\/[^\n]*)?\r?\n[ \t]*\r?\n/.test(text.slice(offset));
}

export function isCall(node: Node | undefined): node is TSESTree.CallExpression {
  return node?.type === 'CallExpression';
}

export function isBinary(
  node: Node | undefined,
): node is TSESTree.BinaryExpression | TSESTree.LogicalExpression {
  return node?.type === 'BinaryExpression' || node?.type === 'LogicalExpression';
}

export function isFunctionNode(node: Node): boolean {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

export function isJsx({ type }: Node): boolean {
  return type === 'JSXElement' || type === 'JSXFragment';
}

export function isText(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'string';
}
