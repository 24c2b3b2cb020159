import type { Part, Text, TextPart } from './text.js';
import { flatten, slicePart } from './text.js';

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
  const { flat } = flatten(base, '\0');
  const host = /^(?:[^/?#]*:)?(?:\/\/)?[^/?#]*/.exec(flat)?.[0].length ?? 0;
  if (first.text.startsWith('/')) return joinUrl(startOf(base, host), path);
  const folder = flat.lastIndexOf('/');
  const kept = folder < host ? base : startOf(base, folder + 1);
  const here = first.text.startsWith('./') ? slicePart(first, 2, first.text.length) : [first];
  return joinUrl(kept, [...here, ...rest]);
}

/** The first `length` characters of the flat text. */
function startOf(text: Text, length: number): Part[] {
  return flatten(text, '\0').parts.flatMap(({ part, start, end }) => {
    if (end <= length) return [part];
    return part.kind === 'text' && start < length ? slicePart(part, 0, length - start) : [];
  });
}

function trimmed(part: TextPart): Part {
  const [whole] = slicePart(part, 0, part.text.length - 1);
  return whole ?? { ...part, text: '' };
}

/** A slash that the client puts in; it stands nowhere in the source. */
function slashAfter(part: Part): Part {
  const [module, range] =
    part.kind === 'text' ? [part.module, part.range] : [part.term.module, part.term.node.range];
  return { kind: 'text', text: '/', module, range: [range[1], range[1]], exact: false };
}
