import { rangeOf } from './ranges.js';
import type { Part, Text, TextPart } from './text.js';
import { flatten, slicePart } from './text.js';

/** Stands for a value; it is none of the characters that part a URL. */
const HOLE = '\0';
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/** Joins a base URL and a path with exactly one slash, as the HTTP clients do. */
export function joinUrl(base: Text, path: Text): Text {
  const [first] = path;
  if (base.length === 0 || (first?.kind === 'text' && SCHEME.test(first.text))) return path;
  const last = base.at(-1);
  const ends = last?.kind === 'text' && last.text.endsWith('/');
  const starts = first?.kind === 'text' && first.text.startsWith('/');
  if (ends && starts) return [...base.slice(0, -1), trimmed(last), ...path];
  if (ends || starts || path.length === 0 || !last) return [...base, ...path];
  return [...base, slashAfter(last), ...path];
}

/** What `new URL(path, base)` gives: `/path` stands below the host, `path` beside the base's last segment. */
export function resolveUrl(path: Text, base: Text): Text {
  const [first, ...rest] = path;
  if (first?.kind !== 'text' || SCHEME.test(first.text)) return joinUrl(base, path);
  if (first.text.startsWith('/')) return joinUrl(originOf(base), path);
  const { flat } = flatten(base, HOLE);
  const folder = flat.lastIndexOf('/');
  const kept = folder < originLength(flat) ? base : cut(base, 0, folder + 1);
  const here = first.text.startsWith('./') ? slicePart(first, 2, first.text.length) : [first];
  return joinUrl(kept, [...here, ...rest]);
}

/** Scheme and host. */
export function originOf(url: Text): Text {
  return cut(url, 0, originLength(flatten(url, HOLE).flat));
}

export function hostOf(url: Text): Text {
  const { flat } = flatten(url, HOLE);
  const scheme = /^(?:[^/?#]*:)?\/\//.exec(flat)?.[0].length ?? 0;
  return cut(url, scheme, originLength(flat));
}

/** What stands between host and query. */
export function pathOf(url: Text): Text {
  const { flat } = flatten(url, HOLE);
  return cut(url, originLength(flat), flat.search(/[?#]|$/));
}

function originLength(flat: string): number {
  return /^(?:[^/?#]*:)?(?:\/\/)?[^/?#]*/.exec(flat)?.[0].length ?? 0;
}

/** The characters `from` to `to` of the flat text, in which each value counts as one. */
export function cut(text: Text, from: number, to: number): Part[] {
  return flatten(text, HOLE).parts.flatMap(({ part, start, end }): readonly Part[] => {
    if (end <= from || start >= to) return [];
    if (part.kind === 'hole') return [part];
    return slicePart(part, Math.max(from - start, 0), Math.min(to, end) - start);
  });
}

function trimmed(part: TextPart): Part {
  const [whole] = slicePart(part, 0, part.text.length - 1);
  return whole ?? { ...part, text: '' };
}

/** A slash that the client puts in; it stands nowhere in the source. */
function slashAfter(part: Part): Part {
  const [module, range] =
    part.kind === 'text' ? [part.module, part.range] : [part.term.module, rangeOf(part.term.node)];
  return { kind: 'text', text: '/', module, range: [range[1], range[1]], exact: false };
}
