import { HOLE, matchUrl, type PathSegment, splitPath } from '../endpoints/match.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';
import { cut } from '../syntax/join-url.js';
import { flatten, type Text, type TextPart } from '../syntax/text.js';

/** The paths that a part may stand for; `account/list` is anybody's. */
const PATHS = LEGACY_ENDPOINTS.filter(
  ({ method, path }) => method !== undefined && /^\/(?:customer\/kyc|document)\//.test(path),
).map(({ path }) => {
  const segments = path.slice(1).split('/');
  const known = segments.filter((segment) => !segment.startsWith(':'));
  return { known, parameters: segments.length - known.length };
});
const VALUE = `/${HOLE}`;

/**
 * What a pattern matches, with the rest of the legacy path that it names a part of: `document-link`, `kyc/status`.
 *
 * @returns undefined where it names none for certain
 */
export function wholePath(text: Text): Text | undefined {
  const { flat } = flatten(text, HOLE);
  if (isDocumented(flat)) return text;
  const segments = splitPath(flat);
  const own = segments.slice(segments.findIndex((segment) => bare(segment) !== ''));
  for (const { known, parameters } of PATHS)
    for (let values = 0; values <= parameters && values < own.length; values++) {
      const written = own.slice(0, own.length - values);
      if (!isEnding(written, known)) continue;
      const whole = completed(text, own, values, known, parameters - values);
      if (isDocumented(flatten(whole, HOLE).flat)) return whole;
    }
  return undefined;
}

/** Whether a pattern names only a part of the path that it was taken for. */
export function isPart(text: Text): boolean {
  return text.some((part) => isText(part) && part.range[0] === part.range[1] && part.text !== HOLE);
}

function isDocumented(flat: string): boolean {
  return matchUrl(flat, undefined)?.endpoint.method !== undefined;
}

/** Whether segments are the last of a path, and no other service's: `status` alone is anybody's. */
function isEnding(written: readonly PathSegment[], known: readonly string[]): boolean {
  if (written.length > known.length) return false;
  const isSpecific = written.length > 1 || written.some(({ text }) => text.includes('-'));
  const ending = known.slice(-written.length);
  return isSpecific && written.every((segment, index) => bare(segment) === ending[index]);
}

/** `kyc/status.*`: what follows may be the parameter. */
function bare({ text }: PathSegment): string {
  return text.replace(/\uE000+$/, '');
}

/**
 * @param own the segments that are written, the last ones `values` of parameters
 * @param open parameters that the pattern says nothing of
 */
function completed(
  text: Text,
  own: readonly PathSegment[],
  values: number,
  known: readonly string[],
  open: number,
): Text {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return text;
  const isBeside = values === 0 && open > 0 && last.text.endsWith(HOLE);
  const after = VALUE.repeat(isBeside ? open - 1 : open);
  const before = known.slice(0, known.length - (own.length - values)).map((name) => `${name}/`);
  const whole = inserted(text, last.end, after);
  const parted = isBeside ? inserted(whole, last.start + bare(last).length, '/') : whole;
  return inserted(parted, first.start, before.join(''));
}

/** The text with something in it that is written nowhere. */
function inserted(text: Text, at: number, addition: string): Text {
  if (addition === '') return text;
  const [before, after] = [cut(text, 0, at), cut(text, at, Infinity)];
  const beside = after.find(isText) ?? before.findLast(isText);
  if (!beside) return text;
  const place = after.includes(beside) ? beside.range[0] : beside.range[1];
  const { module } = beside;
  return [...before, { kind: 'text', text: addition, module, range: [place, place], exact: false }, ...after];
}

function isText(part: Text[number]): part is TextPart {
  return part.kind === 'text';
}
