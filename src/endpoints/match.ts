import { LEGACY_ENDPOINTS } from './table.js';
import type { LegacyEndpoint } from './types.js';

/** Stands in a flat URL for a value that is not known; no source text holds this private-use character. */
export const HOLE = '\uE000';

/** Scheme and host of a flat URL; the first group is the host and its port. */
export const AUTHORITY = /^(?:[a-z\uE000][a-z0-9+.\-\uE000]*:)?\/\/([^/?#]*)/i;

/** A half-open range of the flat URL. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a deprecated endpoint's path stands in a URL. */
export interface Match {
  readonly endpoint: LegacyEndpoint;
  /** From the slash before the first segment to the end of the last one. */
  readonly path: Span;
  /** The value of each path parameter. */
  readonly params: Readonly<Record<string, Span>>;
  /** Scheme, host and whatever path precedes, as in the flat URL. */
  readonly prefix: string;
  /** The prefix has literal path segments of its own, such as `/api/v1`. */
  readonly literalPrefix: boolean;
  /** The method is the documented one. */
  readonly methodMatches: boolean;
}

/** What every path begins with: most URLs hold none of these words. */
const FIRST_SEGMENTS = new RegExp(
  [...new Set(LEGACY_ENDPOINTS.map(({ path }) => path.split('/')[1]))].join('|'),
);

/** What stands between two slashes of a URL's path. */
export interface PathSegment extends Span {
  readonly text: string;
}

/**
 * Finds the deprecated endpoint that `flatUrl` names. Whole path segments count, never substrings.
 *
 * @param flatUrl the URL with every unknown value replaced by {@link HOLE}
 * @param method upper case; `undefined` when it is not known
 */
export function matchUrl(flatUrl: string, method: string | undefined): Match | undefined {
  if (!couldMatch(flatUrl)) return undefined;
  const segments = splitPath(flatUrl);
  // Specific rows stand first, and a later start never wins over an earlier row:
  // /customer/kyc/status/document is a status call.
  let fallback: Match | undefined;
  for (const endpoint of LEGACY_ENDPOINTS) {
    const match = matchRow(endpoint, segments, flatUrl, method);
    if (!match) continue;
    if (match.methodMatches) return match;
    fallback ??= match;
  }
  return fallback;
}

/** Whether a text has one of the words in it that every path begins with. */
export function couldMatch(text: string): boolean {
  return FIRST_SEGMENTS.test(text);
}

function matchRow(
  endpoint: LegacyEndpoint,
  segments: readonly PathSegment[],
  flatUrl: string,
  method: string | undefined,
): Match | undefined {
  const template = endpoint.path.slice(1).split('/');
  const open = template.at(-1) === '*';
  const wanted = open ? template.slice(0, -1) : template;
  for (let at = 0; at + wanted.length <= segments.length; at++) {
    const rest = segments.length - at - wanted.length;
    // The path ends the URL; a row with a star wants exactly what the star stands for: one segment or more.
    if (open ? rest === 0 : rest !== 0) continue;
    const found = segments.slice(at, at + wanted.length);
    const params = matchSegments(wanted, found);
    if (!params) continue;
    const before = segments.slice(0, at);
    // Already moved.
    if (before.some(({ text }) => text === 'akepa')) return undefined;
    const first = found[0];
    const last = segments.at(-1);
    if (!first || !last) return undefined;
    const pathStart = flatUrl[first.start - 1] === '/' ? first.start - 1 : first.start;
    return {
      endpoint,
      path: { start: pathStart, end: open ? last.end : endOfMatch(wanted, found) },
      params,
      prefix: flatUrl.slice(0, pathStart),
      literalPrefix: before.some(({ text }) => !text.startsWith(HOLE) && !isBaseName(text)),
      methodMatches: endpoint.method !== undefined && endpoint.method === method,
    };
  }
  return undefined;
}

/** The parameters of a template that segments match; undefined where they do not. */
export function matchSegments(
  template: readonly string[],
  segments: readonly PathSegment[],
): Record<string, Span> | undefined {
  const params: Record<string, Span> = {};
  for (const [index, name] of template.entries()) {
    const segment = segments[index];
    if (!segment) return undefined;
    if (name.startsWith(':')) params[name.slice(1)] = { start: segment.start, end: segment.end };
    // `/document/generate${query}`: what follows the last literal is taken for a query.
    else if (index === template.length - 1 ? trimHoles(segment.text) !== name : segment.text !== name)
      return undefined;
  }
  return params;
}

function endOfMatch(template: readonly string[], segments: readonly PathSegment[]): number {
  const last = segments.at(-1);
  const name = template.at(-1);
  if (!last || name === undefined) return 0;
  return name.startsWith(':') ? last.end : last.start + name.length;
}

function trimHoles(text: string): string {
  let end = text.length;
  while (text[end - 1] === HOLE) end--;
  return text.slice(0, end);
}

/** The vendor's snippets write a bare `CONNECTFI_BASE_URL/…`: an upper-case name that stands for the base. */
export function isBaseName(segment: string): boolean {
  return /^[A-Z][A-Z0-9_]*URL$/.test(segment);
}

/** Path segments with their place; scheme, host, query and fragment are no path. */
export function splitPath(flatUrl: string): PathSegment[] {
  const authority = AUTHORITY.exec(flatUrl)?.[0].length ?? 0;
  const query = flatUrl.slice(authority).search(/[?#]/);
  const end = query === -1 ? flatUrl.length : authority + query;
  const segments: PathSegment[] = [];
  let start = authority;
  for (let index = authority; index <= end; index++) {
    if (index < end && flatUrl[index] !== '/') continue;
    if (index > start) segments.push({ text: flatUrl.slice(start, index), start, end: index });
    start = index + 1;
  }
  return splitLeadingHole(segments);
}

/** `${BASE}document/generate`: a value at the very start is a base that ends with a slash. */
function splitLeadingHole(segments: PathSegment[]): PathSegment[] {
  const [first, ...rest] = segments;
  if (!first || first.start !== 0 || !/^\uE000+\w/.test(first.text)) return segments;
  const text = first.text.replace(/^\uE000+/, '');
  const start = first.end - text.length;
  return [{ text: HOLE, start: 0, end: start }, { text, start, end: first.end }, ...rest];
}
