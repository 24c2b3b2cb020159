import type { LegacyCall } from '../../src/analysis/call.js';
import type { PlacedEdit } from '../../src/syntax/edits.js';
import type { Node } from '../../src/syntax/module.js';
import { contains, endOf, rangeOf } from '../../src/syntax/ranges.js';
import { keyName } from '../../src/syntax/scope.js';
import type { PlacedPart } from '../../src/syntax/text.js';

/** Makes edits of a text from an offset on and of the value behind it. */
type TextAndValue = (
  first: PlacedPart,
  last: PlacedPart,
  start: number,
  text: string,
) => PlacedEdit[] | undefined;

type TextPlaced = PlacedPart & { readonly part: { readonly kind: 'text' } };

/**
 * Edits of a path whose pieces are constants and what the call puts behind them: `${KYC}/init` below
 * `KYC = '…/customer/kyc'`, `${PATHS.status}/${id}`, `STATUS.replace(':id', id)`. Each piece gets its share of the new
 * path, so that a constant changes in the same way for every call that uses it.
 */
export function scatteredEdits(
  { match, url }: Pick<LegacyCall, 'match' | 'url'>,
  successor: string,
  textAndValue: TextAndValue,
): PlacedEdit[] | undefined {
  const start = url.flat[match.path.start] === '/' ? match.path.start + 1 : match.path.start;
  const { end } = match.path;
  const parts = url.parts.filter((part) => part.end > start && part.start < end);
  const [first, second, third, more] = parts;
  if (!first || !second || more || !isExact(first)) return undefined;
  const replaced = third ? undefined : replacedEdits(first, second, start, end, successor);
  if (replaced) return replaced;
  if (!isExact(second) || second.end > end) return undefined;
  const [own, rest] = sharesOf(url.flat.slice(start, first.end), successor) ?? [];
  if (own === undefined || rest === undefined) return undefined;
  const from = first.part.range[0] + start - first.start;
  const head = { module: first.part.module, range: [from, first.part.range[1]] as const, text: own };
  if (!third)
    return second.end === end
      ? [head, { module: second.part.module, range: second.part.range, text: rest }]
      : undefined;
  const tail = third.end === end ? textAndValue(second, third, second.start, rest) : undefined;
  return tail && [head, ...tail];
}

function isExact(placed: PlacedPart): placed is TextPlaced & { readonly part: { readonly exact: true } } {
  return placed.part.kind === 'text' && placed.part.exact;
}

/** What the first piece becomes, and what the piece behind it: `customer/kyc` is `akepa`, whichever call it is for. */
function sharesOf(piece: string, successor: string): readonly [string, string] | undefined {
  const [root = '', ...names] = successor.split('/');
  if (piece === 'customer/kyc') return [root, `/${names.join('/')}`];
  if (piece === 'customer/kyc/') return [`${root}/`, names.join('/')];
  const [, , name, ...more] = piece.split('/');
  // `/customer/kyc/status`, behind which the id goes
  return name !== undefined && name !== '' && more.length === 0 ? [successor, ''] : undefined;
}

/** `'/customer/kyc/status/:id'.replace(':id', id)`: the placeholder goes, and so does the call that fills it. */
function replacedEdits(
  first: PlacedPart,
  second: PlacedPart,
  start: number,
  end: number,
  successor: string,
): PlacedEdit[] | undefined {
  if (first.part.kind !== 'text' || second.part.kind !== 'hole' || second.end !== end) return undefined;
  const { node, module } = second.part.written;
  const value = encoded(node) ?? node;
  const call = value.parent;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = call.callee;
  if (keyName({ key: property, computed }) !== 'replace' || call.arguments[1] !== value) return undefined;
  const [placeholder] = call.arguments;
  if (placeholder?.type !== 'Literal' || typeof placeholder.value !== 'string') return undefined;
  const from = first.part.range[0] + start - first.start;
  const to = placeholderEnd(first.part.node, first.part.module.text, from, placeholder.value);
  if (to === undefined || module !== first.part.module) return undefined;
  return [
    { module, range: [from, to], text: successor },
    { module, range: [endOf(object), endOf(call)], text: '' },
  ];
}

/** `encodeURIComponent(id)` */
export function encoded({ parent }: Node): Node | undefined {
  const isCall = parent?.type === 'CallExpression' && parent.arguments.length === 1;
  return isCall && parent.callee.type === 'Identifier' && parent.callee.name === 'encodeURIComponent'
    ? parent
    : undefined;
}

/** The end of the placeholder, which is the last of the literal that it stands in. */
function placeholderEnd(
  node: Node | undefined,
  text: string,
  from: number,
  placeholder: string,
): number | undefined {
  if (node?.type !== 'Literal' || !contains(rangeOf(node), [from, from])) return undefined;
  const end = endOf(node) - 1;
  return text.slice(from, end).endsWith(placeholder) ? end : undefined;
}
