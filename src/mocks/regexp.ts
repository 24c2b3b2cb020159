import { HOLE } from '../endpoints/match.js';
import { slicePart, type Text, type TextPart } from '../syntax/text.js';

/** What an escaped letter stands for. */
const CLASS = /[wdsWDS]/;
const QUANTIFIER = /^(?:[*+?]|\{\d*,?\d*\})\??/;

/** A part of a pattern: a character as it is matched, `undefined` for whatever it matches else, and its length. */
interface Atom {
  readonly text: string | undefined;
  readonly length: number;
}

/**
 * What a regular expression matches, as text: what is up to the request is {@link HOLE}, and it goes on at both sides
 * unless `^` and `$` say otherwise.
 *
 * @returns undefined where it matches one of several texts
 */
export function regExpText(source: TextPart): Text | undefined {
  const { text: pattern } = source;
  const parts: TextPart[] = [];
  const add = (from: number, length: number, text: string): void => {
    const [slice] = slicePart(source, from, from + length);
    if (slice) parts.push(slice.text === text ? slice : { ...slice, text, exact: false });
  };
  let at = 0;
  if (pattern.startsWith('^')) at = 1;
  else parts.push(openEnd(source, 0));
  while (at < pattern.length) {
    const atom = atomAt(pattern, at);
    if (!atom) return undefined;
    const quantifier = atom.length > 0 ? (QUANTIFIER.exec(pattern.slice(at + atom.length))?.[0] ?? '') : '';
    const length = atom.length + quantifier.length;
    // `https?`: a host's scheme is as good as it was.
    const isScheme = atom.text === 's' && quantifier === '?' && pattern.slice(0, at).endsWith('http');
    const text = quantifier === '' || isScheme ? atom.text : HOLE;
    if (text !== '') add(at, length, text ?? HOLE);
    at += length;
  }
  return parts;
}

/** The pattern goes on before its text. */
function openEnd(source: TextPart, at: number): TextPart {
  const offset = source.range[0] + (source.exact ? at : 0);
  return { ...source, text: HOLE, range: [offset, offset], exact: false };
}

/** What stands at a place; nothing of it counts where the text is empty. */
function atomAt(pattern: string, at: number): Atom | undefined {
  const char = pattern[at] ?? '';
  switch (char) {
    case '\\': {
      const escaped = pattern[at + 1] ?? '';
      if (CLASS.test(escaped)) return { text: undefined, length: 2 };
      if (escaped === 'b') return { text: '', length: 2 };
      return /\w/.test(escaped) ? undefined : { text: escaped, length: 2 };
    }
    case '[': {
      const end = /^\[(?:\\.|[^\]\\])*\]/.exec(pattern.slice(at))?.[0].length;
      return end === undefined ? undefined : { text: undefined, length: end };
    }
    case '(': {
      const group = groupAt(pattern, at);
      if (group === undefined) return undefined;
      // Its content stands for itself: `(document)`.
      const isPlain =
        !/[|(\\]|\?[^:]/.test(group.slice(1)) && !QUANTIFIER.test(pattern.slice(at + group.length));
      if (!isPlain) return { text: undefined, length: group.length };
      return { text: '', length: group.startsWith('(?:') ? 3 : 1 };
    }
    case ')':
      return { text: '', length: 1 };
    case '|':
      return undefined;
    case '$':
      return { text: '', length: 1 };
    case '.':
      // A lone one is a dot that nobody escaped.
      return { text: QUANTIFIER.test(pattern.slice(at + 1)) ? undefined : '.', length: 1 };
    default:
      return { text: char, length: 1 };
  }
}

/** From a parenthesis to the one that closes it. */
function groupAt(pattern: string, at: number): string | undefined {
  let depth = 0;
  for (let index = at; index < pattern.length; index++) {
    const char = pattern[index];
    if (char === '\\') index++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return pattern.slice(at, index + 1);
  }
  return undefined;
}
