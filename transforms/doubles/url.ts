import type { MockCall } from '../../src/analysis/mocks.js';
import { HOLE, matchUrl } from '../../src/endpoints/match.js';
import { matchAkepa } from '../../src/endpoints/match-akepa.js';
import type { AkepaId } from '../../src/endpoints/types.js';
import { regExpSource } from '../../src/mocks/pattern.js';
import { regExpText } from '../../src/mocks/regexp.js';
import { applyEdits, type Edit, type PlacedEdit } from '../../src/syntax/edits.js';
import { contains, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { deref } from '../../src/syntax/resolve.js';
import { flatten, type PlacedPart, type TextPart } from '../../src/syntax/text.js';
import { urlChange, urlEdits } from '../edits/url.js';

/**
 * Edits that turn the path that a double answers for into its successor's; undefined where there is not one successor, or
 * the path is not written as one text.
 */
export function doubleUrlEdits(mock: MockCall): readonly PlacedEdit[] | undefined {
  const [successor, more] = mock.match.endpoint.successors;
  if (!successor || more) return undefined;
  const { url } = mock.request;
  const source = url && regExpSource(deref(url));
  if (source) return regExpEdits(mock, successor, source);
  const result = urlEdits(mock, successor);
  return 'edits' in result ? [...result.edits, ...result.along] : withoutParameter(mock, successor);
}

/** `/kyc\/status\/\w+$/` becomes `/akepa\/status$/`: the parameter goes with what matches it. */
function regExpEdits(
  mock: MockCall,
  successor: AkepaId,
  source: TextPart,
): readonly PlacedEdit[] | undefined {
  const { start, end, text } = urlChange(mock, successor);
  const [from, to] = [placeOf(start, mock.url.parts), placeOf(end, mock.url.parts)];
  if (!source.exact || from === undefined || to === undefined) return undefined;
  const isLiteral = source.node?.type === 'Literal' && 'regex' in source.node;
  const edit = { range: [from, to], text: isLiteral ? text.replaceAll('/', '\\/') : text } as const;
  return answers(source, edit, successor) ? [{ ...edit, module: source.module }] : undefined;
}

/** Where a character of the flat URL is written; one that is not written, where it would be. */
function placeOf(at: number, parts: readonly PlacedPart[]): number | undefined {
  const next = parts.find(({ start, end }) => start <= at && at < end);
  const placed = next ?? parts.findLast(({ end }) => end <= at);
  if (placed?.part.kind !== 'text') return undefined;
  const { range, exact } = placed.part;
  if (!next) return range[1];
  return exact ? range[0] + at - placed.start : range[0];
}

/** Whether the edited regular expression names the successor: a parenthesis may have lost its other half. */
function answers(source: TextPart, { range, text }: Edit, successor: AkepaId): boolean {
  const [start] = source.range;
  const inside = { range: [range[0] - start, range[1] - start], text } as const;
  const pattern = applyEdits(source.text, [inside]);
  if (!isRegExp(pattern)) return false;
  const edited = regExpText({ ...source, text: pattern, range: [start, start + pattern.length] });
  const { flat } = flatten(edited ?? [], HOLE);
  return matchAkepa(flat)?.endpoint.id === successor && !matchUrl(flat, undefined);
}

function isRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

/** The parameter goes, whatever is written in its place: a wildcard, or the name of a known id. It ends the argument. */
function withoutParameter(mock: MockCall, successor: AkepaId): readonly PlacedEdit[] | undefined {
  const { start, end, text } = urlChange(mock, successor);
  const placed = mock.url.parts.find((part) => part.end > start);
  const first = placed?.part;
  const { url } = mock.request;
  if (end < mock.url.flat.length || !url || first?.kind !== 'text' || !first.exact) return undefined;
  const { node, module } = url;
  if (first.module !== module || !contains(rangeOf(node), first.range)) return undefined;
  const from = first.range[0] + start - (placed?.start ?? 0);
  if (node.type === 'TemplateLiteral' || node.type === 'Literal')
    return [{ module, range: [from, endOf(node) - 1], text }];
  if (node.type !== 'BinaryExpression' || first.node?.type !== 'Literal') return undefined;
  const quote = module.text[startOf(first.node)] ?? '';
  return [{ module, range: [from, endOf(node)], text: text + quote }];
}
