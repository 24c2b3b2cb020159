import { type Style, widthOf } from '../../src/syntax/style.js';
import { WIDTH } from './properties.js';

/** Code that is broken into lines where a line gets too long, as formatters do it. */
export type Code = string | ObjectCode | ArrayCode | CallCode | ChainCode;

export interface ObjectCode {
  readonly kind: 'object';
  readonly properties: readonly PropertyCode[];
}

/** Always one item per line, as formatters print several objects. */
export interface ArrayCode {
  readonly kind: 'array';
  readonly items: readonly Code[];
}

export interface CallCode {
  readonly kind: 'call';
  readonly callee: string;
  readonly args: readonly Code[];
  /** `.json()` */
  readonly after?: string;
}

/** `root.a().b().c()` */
export interface ChainCode {
  readonly kind: 'chain';
  readonly root: string;
  /** Their callees begin with the dot. */
  readonly links: readonly (CallCode | string)[];
}

/** `key: value`, a shorthand where both are the same, or with an empty key what stands for itself: `...rest`. */
export interface PropertyCode {
  readonly key: string;
  readonly value: Code;
}

/**
 * @param indent of the line that it begins in
 * @param column that it begins at
 * @param after characters that follow it on its last line
 */
export function printCode(code: Code, indent: string, column: number, style: Style, after = 1): string {
  if (typeof code === 'string') return code;
  const flat = flatCode(code);
  if (!flat.includes('\n') && column + flat.length + after <= WIDTH) return flat;
  switch (code.kind) {
    case 'object':
      return brokenObject(code.properties, indent, style);
    case 'array':
      return brokenArray(code, indent, style);
    case 'call':
      return brokenCall(code, indent, column, style);
    case 'chain':
      return brokenChain(code, indent, style);
  }
}

/** On one line. */
export function flatCode(code: Code): string {
  if (typeof code === 'string') return code;
  if (code.kind === 'call') return `${code.callee}(${code.args.map(flatCode).join(', ')})${code.after ?? ''}`;
  if (code.kind === 'array') return `[\n${code.items.map(flatCode).join(',\n')}]`;
  if (code.kind === 'chain') return code.root + code.links.map(flatCode).join('');
  return code.properties.length === 0 ? '{}' : `{ ${code.properties.map(flatProperty).join(', ')} }`;
}

function flatProperty({ key, value }: PropertyCode): string {
  const text = flatCode(value);
  return key === '' || key === text ? text : `${key}: ${text}`;
}

function brokenObject(properties: readonly PropertyCode[], indent: string, style: Style): string {
  const inner = indent + style.indent;
  const lines = properties.map((property) => {
    const { key, value } = property;
    const begin = key === '' || key === flatCode(value) ? '' : `${key}: `;
    const text = printCode(value, inner, widthOf(inner) + begin.length, style);
    return `${inner}${begin}${text},${style.eol}`;
  });
  return `{${style.eol}${lines.join('')}${indent}}`;
}

function brokenArray({ items }: ArrayCode, indent: string, style: Style): string {
  const inner = indent + style.indent;
  const lines = items.map((item) => `${inner}${printCode(item, inner, widthOf(inner), style)},${style.eol}`);
  return `[${style.eol}${lines.join('')}${indent}]`;
}

/** A last argument that is an object is broken in place; else there is one argument per line. */
function brokenCall(
  { callee, args, after = '' }: CallCode,
  indent: string,
  column: number,
  style: Style,
): string {
  const last = args.at(-1);
  const head = `${callee}(${args
    .slice(0, -1)
    .map((arg) => `${flatCode(arg)}, `)
    .join('')}`;
  const isHugged =
    last !== undefined &&
    typeof last !== 'string' &&
    last.kind === 'object' &&
    args.slice(0, -1).every((arg) => typeof arg === 'string') &&
    column + head.length + 1 <= WIDTH;
  if (isHugged)
    return `${head}${printCode(last, indent, column + head.length, style, after.length + 2)})${after}`;
  const inner = indent + style.indent;
  const lines = args.map((arg) => `${inner}${printCode(arg, inner, widthOf(inner), style)},${style.eol}`);
  return `${callee}(${style.eol}${lines.join('')}${indent})${after}`;
}

/** One link per line. */
function brokenChain({ root, links }: ChainCode, indent: string, style: Style): string {
  const inner = indent + style.indent;
  const lines = links.map((link) => style.eol + inner + printCode(link, inner, widthOf(inner), style));
  return root + lines.join('');
}
