import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../../src/analysis/call.js';
import { akepaEndpoint } from '../../../src/endpoints/lookup.js';
import type { AkepaId } from '../../../src/endpoints/types.js';
import { quasiRange } from '../../../src/syntax/evaluate.js';
import type { Node, Term } from '../../../src/syntax/module.js';
import { contains, isWithin, endOf, rangeOf, startOf } from '../../../src/syntax/ranges.js';
import { quoted, type Style } from '../../../src/syntax/style.js';
import type { PlacedPart } from '../../../src/syntax/text.js';
import { Unsafe } from '../unsafe.js';

/** Makes the call's URL expression, with the path of an akepa endpoint in place of the legacy one. */
export type UrlText = (successor: AkepaId, id?: string) => string;

export interface WrittenUrl {
  readonly node: Node;
  readonly print: UrlText;
}

/**
 * @param holder the expression that gives the URL or the path
 * @throws {Unsafe} where the path is put together from several places
 */
export function urlText(call: LegacyCall, style: Style, holder: Term | undefined): WrittenUrl {
  const { module } = call.call;
  const { path } = call.match;
  // The slash before the path may be the base's, or one that the client puts in.
  const start = call.url.flat[path.start] === '/' ? path.start + 1 : path.start;
  const parts = call.url.parts.filter((part) => part.end > start && part.start < path.end);
  const [first] = parts;
  const last = parts.at(-1);
  if (!holder || holder.module !== module || first?.part.kind !== 'text' || !first.part.exact || !last)
    throw scattered();
  const { node: whole } = holder;
  const node = urlArgument(whole) ?? whole;
  const around = (text: string): string =>
    module.text.slice(startOf(whole), startOf(node)) + text + module.text.slice(endOf(node), endOf(whole));
  const from = first.part.range[0] + start - first.start;
  const isOutside = parts.some(({ part }) => !contains(rangeOf(node), placeOf(part)));
  if (isOutside) throw scattered();
  if (node.type === 'TemplateLiteral') {
    const end = endInTemplate(node, last, path.end);
    return {
      node: whole,
      print: (successor, id) => {
        const text =
          module.text.slice(startOf(node), from) +
          pathText(successor, id) +
          module.text.slice(end, endOf(node));
        // A template without an expression is a plain text.
        return around(/^`[^'"\\$\n]*`$/.test(text) ? quoted(text.slice(1, -1), style) : text);
      },
    };
  }
  const operands = operandsOf(node);
  const firstAt = operands.findIndex((operand) => contains(rangeOf(operand), placeOf(first.part)));
  const lastAt = operands.findIndex((operand) => contains(rangeOf(operand), placeOf(last.part)));
  const begin = operands[firstAt];
  // Only what is written out flat: literals and values, one after the other.
  if (!begin || begin.type !== 'Literal' || lastAt < firstAt || last.end !== path.end) throw scattered();
  const end = endOf(operands[lastAt] ?? node);
  if (/[()]/.test(between(operands, module.text))) throw scattered();
  const quote = module.text[startOf(begin)] ?? style.quote;
  return {
    node: whole,
    print: (successor, id) => {
      const [kept] = akepaEndpoint(successor).path.slice(1).split(':');
      const tail = id === undefined ? '' : ` + ${id}`;
      return around(
        `${module.text.slice(startOf(node), from)}${kept ?? ''}${quote}${tail}${module.text.slice(end, endOf(node))}`,
      );
    },
  };
}

/** The path in `new URL(path, base)` and `new URL(path, base).href`, which can be made again. */
function urlArgument(node: Node): Node | undefined {
  const made = node.type === 'MemberExpression' ? node.object : node;
  const isUrl =
    made.type === 'NewExpression' && made.callee.type === 'Identifier' && made.callee.name === 'URL';
  const isHref = made === node || (node.type === 'MemberExpression' && isNamed(node.property, 'href'));
  return isUrl && isHref ? made.arguments[0] : undefined;
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function scattered(): Unsafe {
  return new Unsafe('path', 'its pieces come from several places');
}

export function placeOf(part: PlacedPart['part']): readonly [number, number] {
  return part.kind === 'text' ? part.range : rangeOf(part.written.node);
}

function pathText(successor: AkepaId, id: string | undefined): string {
  const path = akepaEndpoint(successor).path.slice(1);
  return id === undefined ? path : path.replace(/:\w+$/, `\${${id}}`);
}

/** Where the path ends in a template: behind the braces of its last value, or within a text. */
function endInTemplate(
  template: TSESTree.TemplateLiteral,
  { part, start, end }: PlacedPart,
  pathEnd: number,
): number {
  if (part.kind === 'text') {
    if (!part.exact) throw scattered();
    return part.range[0] + Math.min(pathEnd, end) - start;
  }
  const index = template.expressions.findIndex((value) => isWithin(part.written.node, value));
  const next = template.quasis[index + 1];
  if (index === -1 || !next) throw scattered();
  return quasiRange(template, next)[0];
}

/** `a + b + c`, flat. */
function operandsOf(node: Node): Node[] {
  return node.type === 'BinaryExpression' && node.operator === '+'
    ? [...operandsOf(node.left), ...operandsOf(node.right)]
    : [node];
}

function between(operands: readonly Node[], text: string): string {
  return operands
    .slice(1)
    .map((operand, index) => text.slice(endOf(operands[index] ?? operand), startOf(operand)))
    .join('');
}
