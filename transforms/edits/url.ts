import type { LegacyCall } from '../../src/analysis/call.js';
import { akepaEndpoint, successorText } from '../../src/endpoints/lookup.js';
import type { AkepaId } from '../../src/endpoints/types.js';
import { type Edit, minimal } from '../../src/syntax/edits.js';
import { quasiRange } from '../../src/syntax/evaluate.js';
import type { Node, Range } from '../../src/syntax/module.js';
import type { PlacedPart } from '../../src/syntax/text.js';
import type { Problem } from '../problem.js';
import { scatteredEdits } from './scattered-url.js';
import { contains, sharedName } from './sharing.js';

/** Edits, or what stands in their way. */
export type EditResult = { readonly edits: readonly Edit[] } | { readonly problem: Problem };

/** A change of the flat URL: `[start, end)` becomes `text`. */
interface UrlChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Edits that turn the call's legacy path into its successor's; whether other code shares the text that is edited is
 * for {@link sharedUrl} to tell.
 */
export function urlEdits(call: LegacyCall, successor: AkepaId): EditResult {
  const change = urlChange(call, successor);
  const { parts } = call.url;
  const edits =
    inOnePart(change, parts) ??
    acrossParts(change, parts) ??
    scatteredEdits(call, akepaEndpoint(successor).path.slice(1), textAndValue);
  if (edits) return { edits };
  const args = { part: 'path', reason: 'its pieces come from several places' };
  return { problem: { id: 'AK304', args: { ...args, successor: successorText(call.match.endpoint) } } };
}

/**
 * The problem with URL edits whose text other code uses too.
 *
 * @param users for an edit, the calls that want the same one
 */
export function sharedUrl(
  { call }: LegacyCall,
  edits: readonly Edit[],
  users: (edit: Edit) => readonly LegacyCall[],
): Problem | undefined {
  for (const edit of edits) {
    const name = sharedName(edit.range, users(edit), call.module);
    if (name !== undefined) return { id: 'AK305', args: { name } };
  }
  return undefined;
}

function urlChange({ match, url }: LegacyCall, successor: AkepaId): UrlChange {
  const path = akepaEndpoint(successor).path.slice(1);
  const [kept] = path.split(':');
  const [parameter] = Object.values(match.params);
  // The slash before the path may be the base's, or one that the client puts in.
  const start = url.flat[match.path.start] === '/' ? match.path.start + 1 : match.path.start;
  const end = path.includes(':') && parameter ? parameter.start : match.path.end;
  const { range, text } = minimal(url.flat, { range: [start, end], text: kept ?? path });
  return { start: range[0], end: range[1], text };
}

function inOnePart({ start, end, text }: UrlChange, parts: readonly PlacedPart[]): Edit[] | undefined {
  const placed =
    parts.find((part) => part.start <= start && end <= part.end && start < part.end) ??
    parts.find((part) => part.start <= start && end <= part.end);
  if (placed?.part.kind !== 'text' || !placed.part.exact) return undefined;
  const [from] = placed.part.range;
  return [{ range: [from + start - placed.start, from + end - placed.start], text }];
}

/** `/customer/kyc/status/${id}`, `'/customer/kyc/status/' + id`: literal text and the value after it. */
function acrossParts({ start, end, text }: UrlChange, parts: readonly PlacedPart[]): Edit[] | undefined {
  const [first, last, more] = parts.filter((part) => part.end > start && part.start < end);
  if (!first || !last || more || first.part.kind !== 'text' || !first.part.exact) return undefined;
  return last.end === end ? textAndValue(first, last, start, text) : undefined;
}

/** A text from `start` on, and the value behind it, become `text`. */
function textAndValue(first: PlacedPart, last: PlacedPart, start: number, text: string): Edit[] | undefined {
  if (first.part.kind !== 'text' || last.part.kind !== 'hole') return undefined;
  const from = first.part.range[0] + start - first.start;
  const operand = operandBeside(last.part.written.node, first.part.range);
  const container = operand?.parent;
  if (!operand || !container) return undefined;
  if (container.type === 'TemplateLiteral') {
    const next = container.quasis[container.expressions.findIndex((item) => item === operand) + 1];
    return next && [{ range: [from, quasiRange(container, next)[0]], text }];
  }
  if (container.type !== 'BinaryExpression' || container.right !== operand) return undefined;
  const { module } = first.part;
  const between = module.text.slice(container.left.range[1], operand.range[0]);
  // A parenthesis would lose its other half.
  if (!/^\s*\+\s*$/.test(between)) return undefined;
  return [
    { range: [from, first.part.range[1]], text },
    { range: [container.left.range[1], operand.range[1]], text: '' },
  ];
}

/** The operand around `node` whose neighbour is the text at `range`. */
function operandBeside(node: Node, range: Range): Node | undefined {
  for (let current = node; current.parent; current = current.parent) {
    if (contains(current.parent.range, range)) return current;
  }
  return undefined;
}
