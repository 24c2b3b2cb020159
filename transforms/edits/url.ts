import type { LegacyCall } from '../../src/analysis/call.js';
import { akepaEndpoint, successorText } from '../../src/endpoints/lookup.js';
import type { AkepaId } from '../../src/endpoints/types.js';
import { minimal, type PlacedEdit } from '../../src/syntax/edits.js';
import { quasiRange } from '../../src/syntax/evaluate.js';
import type { Node, Range } from '../../src/syntax/module.js';
import { contains, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { symbolAround } from '../../src/syntax/symbols.js';
import type { PlacedPart } from '../../src/syntax/text.js';
import type { Problem } from '../problem.js';
import { builtUrl, whyNotBuilt } from './built-url.js';
import { listedEdits } from './listed-url.js';
import type { Reach } from './reach.js';
import { encoded, scatteredEdits } from './scattered-url.js';
import { sharerOf } from './sharing.js';

/** Edits, or what stands in their way. */
export type UrlEditResult =
  | {
      readonly edits: readonly PlacedEdit[];
      /** What goes where these do, and is nobody else's. */
      readonly along: readonly PlacedEdit[];
    }
  | { readonly problem: Problem };

/** A request, or a double of one. */
type Addressed = Pick<LegacyCall, 'call' | 'match' | 'url'>;

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
export function urlEdits(call: Addressed, successor: AkepaId): UrlEditResult {
  const change = urlChange(call, successor);
  const own = editsOf(call, change, successor);
  if (own) return { edits: own, along: [] };
  const built = builtUrl(call.url.parts, change.end);
  const edits = built && editsOf({ ...call, url: { ...call.url, parts: built.parts } }, change, successor);
  if (edits) return { edits, along: built.along };
  const reason = whyNotBuilt(call.url.parts, change.end) ?? 'its pieces come from several places';
  const args = { part: 'path', reason };
  return { problem: { id: 'AK304', args: { ...args, successor: successorText(call.match.endpoint) } } };
}

function editsOf(call: Addressed, change: UrlChange, successor: AkepaId): PlacedEdit[] | undefined {
  const { parts } = call.url;
  return (
    inOnePart(change, parts) ??
    acrossParts(change, parts) ??
    besideConstant(change, parts) ??
    listedEdits(change, parts) ??
    scatteredEdits(call, akepaEndpoint(successor).path.slice(1), textAndValue)
  );
}

/**
 * The problem with URL edits whose text other code uses too.
 *
 * @param users for an edit, the calls that want the same one
 */
export function sharedUrl(
  { call }: Pick<LegacyCall, 'call'>,
  edits: readonly PlacedEdit[],
  users: (edit: PlacedEdit) => readonly Pick<LegacyCall, 'call' | 'seen'>[],
  reach: Reach,
): Problem | undefined {
  for (const { range, module, ...edit } of edits) {
    const sharer = sharerOf(range, users({ range, module, ...edit }), module, reach);
    if (!sharer) continue;
    const { name } = sharer;
    if (module === call.module && (!sharer.module || sharer.module === module))
      return { id: 'AK305', args: { name } };
    // No line: annotations above it would move it, and a second run would change the text.
    const place = `\`${name}\` (${module.file})`;
    if (!sharer.module) return { id: 'AK334', args: { place } };
    const symbol = sharer.node && symbolAround(sharer.node);
    const where = symbol === undefined ? sharer.module.file : `\`${symbol}\` (${sharer.module.file})`;
    return { id: 'AK333', args: { place, where } };
  }
  return undefined;
}

/** What of the flat URL becomes the successor's path. */
export function urlChange({ match, url }: Addressed, successor: AkepaId): UrlChange {
  const path = akepaEndpoint(successor).path.slice(1);
  const [kept] = path.split(':');
  const [parameter] = Object.values(match.params);
  // The slash before the path may be the base's, or one that the client puts in.
  const start = url.flat[match.path.start] === '/' ? match.path.start + 1 : match.path.start;
  const end = path.includes(':') && parameter ? parameter.start : match.path.end;
  const { range, text } = minimal(url.flat, { range: [start, end], text: kept ?? path });
  return { start: range[0], end: range[1], text };
}

function inOnePart({ start, end, text }: UrlChange, parts: readonly PlacedPart[]): PlacedEdit[] | undefined {
  const placed =
    parts.find((part) => part.start <= start && end <= part.end && start < part.end) ??
    parts.find((part) => part.start <= start && end <= part.end);
  if (placed?.part.kind !== 'text' || !placed.part.exact) return undefined;
  const { module, range } = placed.part;
  return [{ module, range: [range[0] + start - placed.start, range[0] + end - placed.start], text }];
}

/** `/customer/kyc/status/${id}`, `'/customer/kyc/status/' + id`: literal text and the value after it. */
function acrossParts(
  { start, end, text }: UrlChange,
  parts: readonly PlacedPart[],
): PlacedEdit[] | undefined {
  const [first, last, more] = parts.filter((part) => part.end > start && part.start < end);
  if (!first || !last || more || first.part.kind !== 'text' || !first.part.exact) return undefined;
  return last.end === end ? textAndValue(first, last, start, text) : undefined;
}

/** A text from `start` on, and the value behind it, become `text`. */
function textAndValue(
  first: PlacedPart,
  last: PlacedPart,
  start: number,
  text: string,
): PlacedEdit[] | undefined {
  if (first.part.kind !== 'text' || last.part.kind !== 'hole') return undefined;
  const { module } = first.part;
  if (last.part.written.module !== module) return undefined;
  const from = first.part.range[0] + start - first.start;
  const operand = operandBeside(last.part.written.node, first.part.range);
  const container = operand?.parent;
  if (!operand || !container) return undefined;
  if (container.type === 'TemplateLiteral') {
    const next = container.quasis[container.expressions.findIndex((item) => item === operand) + 1];
    return next && [{ module, range: [from, quasiRange(container, next)[0]], text }];
  }
  if (container.type !== 'BinaryExpression' || container.right !== operand) return undefined;
  const between = module.text.slice(endOf(container.left), startOf(operand));
  // A parenthesis would lose its other half.
  if (!/^\s*\+\s*$/.test(between)) return undefined;
  return [
    { module, range: [from, first.part.range[1]], text },
    { module, range: [endOf(container.left), endOf(operand)], text: '' },
  ];
}

/** `${PATHS.status}/${id}`, `STATUS + '/' + id`: a constant, and a value that is added to it. */
function besideConstant(
  { start, end, text }: UrlChange,
  parts: readonly PlacedPart[],
): PlacedEdit[] | undefined {
  const [first, ...added] = parts.filter((part) => part.end > start && part.start < end);
  const last = added.at(-1);
  if (first?.part.kind !== 'text' || !first.part.exact || last?.part.kind !== 'hole') return undefined;
  const between = added.slice(0, -1);
  if (last.end !== end || between.length > 1) return undefined;
  const { node, module } = last.part.written;
  const [slash] = between;
  // Behind a root, as in `${KYC}/status/${id}`, the piece is a part of the path.
  if (slash && (slash.part.kind !== 'text' || slash.part.module !== module || slash.part.text !== '/'))
    return undefined;
  const removed = addedRange(
    encoded(node) ?? node,
    slash?.part.kind === 'text' ? slash.part.text : '',
    module.text,
  );
  const { range } = first.part;
  return (
    removed && [
      { module: first.part.module, range: [range[0] + start - first.start, range[1]], text },
      { module, range: removed, text: '' },
    ]
  );
}

/** From the end of what stands before `between` to the end of the value `node`. */
function addedRange(node: Node, between: string, source: string): Range | undefined {
  const { parent } = node;
  if (parent?.type === 'TemplateLiteral') {
    const index = parent.expressions.findIndex((item) => item === node);
    const before = parent.quasis[index];
    const after = parent.quasis[index + 1];
    if (index < 1 || !before || !after || before.value.cooked !== between) return undefined;
    return [quasiRange(parent, before)[0], quasiRange(parent, after)[0]];
  }
  if (parent?.type !== 'BinaryExpression' || parent.right !== node) return undefined;
  let { left } = parent;
  const joins = [source.slice(endOf(left), startOf(node))];
  if (between !== '') {
    if (left.type !== 'BinaryExpression' || left.right.type !== 'Literal' || left.right.value !== between)
      return undefined;
    joins.push(source.slice(endOf(left.left), startOf(left.right)));
    left = left.left;
  }
  // A parenthesis would lose its other half.
  return joins.every((text) => /^\s*\+\s*$/.test(text)) ? [endOf(left), endOf(node)] : undefined;
}

/** The operand around `node` whose neighbour is the text at `range`. */
function operandBeside(node: Node, range: Range): Node | undefined {
  for (let current = node; current.parent; current = current.parent) {
    if (contains(rangeOf(current.parent), range)) return current;
  }
  return undefined;
}
