import { LEGACY_ENDPOINTS } from './table.js';

/** The mark of the annotations that a migration leaves. */
const TODO = 'akepa-migrate';
/** The one error code of the legacy side that akepa has no namesake of: a test may say it and no path. */
const ERROR = 'documentNotUploaded';
/** What a comment that suppresses a finding begins with. */
const SUPPRESSION = 'akepa-ignore';

/** The literal segments of each path: `card`, `list`; what may be anything ends them. */
const PATHS = LEGACY_ENDPOINTS.map(({ path }) => {
  const segments = path.split('/').slice(1);
  const end = segments.findIndex((segment) => /^[:*]/.test(segment));
  return end === -1 ? segments : segments.slice(0, end);
});

/**
 * What stands behind `/customer` is a word of its own; live endpoints begin with `/customer`, too. So is a segment with a
 * hyphen: a test may say `/document-link/` and no more of the path.
 */
const WORDS = distinct([
  ...PATHS.flatMap(([first, second]) => (first === 'customer' && second ? [second] : [])),
  ...PATHS.flat().filter((segment) => segment.includes('-')),
]);
/** Paths that begin with an ordinary word: `document` is the browser's global, `card` may be anything. */
const OTHERS = PATHS.filter(([first]) => first !== 'customer');
/** `document/`, `card/list`: as much as all paths with this first segment have in common. */
const STARTS = distinct(OTHERS.map(([first = '']) => commonOf(first).join('\\\\?/')));
const FIRSTS = distinct(OTHERS.map(([first = '']) => first));

const WORD_TEXT = [TODO, SUPPRESSION, ERROR, ...WORDS].join('|');
const WORD = new RegExp(WORD_TEXT);
const WORDS_IN_TEXT = new RegExp(WORD_TEXT, 'g');
/** What ends a piece of a path. */
const ENDS = '[\'"`\\\\/$?]';
/** One look for words, and for what {@link START} and {@link PIECE} have in common: most files have none of it. */
export const NEAR_MARKER = new RegExp(`${WORD_TEXT}|(?:${FIRSTS.join('|')})${ENDS}`);
const START = new RegExp(STARTS.join('|'), 'g');
/** `'/document' + '/generate'`, `['card', 'list'].join('/')`, `` `${root}/document${action}` `` */
const PIECE = piece(FIRSTS, 'g');
const SECONDS = new Map(
  FIRSTS.map((first) => {
    const others = commonOf(first).slice(1).filter(Boolean);
    return [first, others.length > 0 ? piece(others, '') : undefined];
  }),
);
/** What comes before the name of a module: `from './document/generate'`, `jest.mock('../account` */
const MODULE =
  /\b(?:from|import|require|mock|doMock|unmock|requireActual|importActual|importOriginal)\s*\(?\s*['"`][^'"`\n]*$/;
/** So much of the text before a marker is looked at. */
const BEFORE = 160;

/**
 * Whether a file's text can hold a legacy path, an annotation or a suppression; without a marker there is nothing to
 * look for.
 *
 * @param text also one whose bytes were read as Latin-1: markers are ASCII
 */
export function hasMarker(text: string): boolean {
  const near = NEAR_MARKER.exec(text)?.[0];
  if (near === undefined) return false;
  // Mostly it is such a word, and the text need not be searched again.
  return isMarkerWord(near) || isMarkerWord(text) || !pathsIn(text).next().done;
}

/** Whether a text has a word that is a marker wherever it stands. */
export function isMarkerWord(text: string): boolean {
  return WORD.test(text);
}

/** Where the markers of a text stand, in no order; some twice. */
export function* markersIn(text: string): Generator<number> {
  if (!NEAR_MARKER.test(text)) return;
  for (const { index } of text.matchAll(WORDS_IN_TEXT)) yield index;
  yield* pathsIn(text);
}

function* pathsIn(text: string): Generator<number> {
  for (const { index } of text.matchAll(START)) if (!isOfModule(text, index)) yield index;
  for (const { 0: piece, 1: segment = '', index } of text.matchAll(PIECE)) {
    const second = SECONDS.get(segment);
    // A piece begins in front of its first letter.
    if ((!second || second.test(text)) && !isOfModule(text, index))
      yield index + piece.length - segment.length;
  }
}

function isOfModule(text: string, index: number): boolean {
  return MODULE.test(text.slice(Math.max(0, index - BEFORE), index + 1));
}

/** The segments that all paths with this first one begin with; a last empty one where more follows. */
function commonOf(first: string): readonly string[] {
  const [one = [], ...others] = OTHERS.filter((path) => path[0] === first);
  const isShared = (segment: string, index: number): boolean =>
    others.every((path) => path[index] === segment);
  const end = one.findIndex((segment, index) => !isShared(segment, index));
  const shared = end === -1 ? one : one.slice(0, end);
  return shared.length > 1 ? shared : [...shared, ''];
}

/** Segments that begin and end where a piece of a path can. */
function piece(segments: readonly string[], flags: string): RegExp {
  return new RegExp(`[/'"\`}\\\\](${segments.join('|')})(?=${ENDS})`, flags);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}
