/** Above this size, it is worth asking whether people wrote it. */
const SIZE = 20_000;
/** Lines that are this long on average were not written by people. */
const LINE = 500;

/** So much is looked at of a text, in pieces from all over it: a bundle begins with a licence, and ends in data. */
const PIECES = 16;
const PIECE = 4096;
const DECLARED = /\b(?:const|let|var|function|class)\s+([A-Za-z_$][\w$]*)/g;
/** Names that a minifier gives are this short. */
const SHORT = 3;
/** So many names have to be there, and so many different short ones: people have an `i`, an `x` and a `map`, too. */
const NAMES = 30;
const SHORT_NAMES = 20;
/** In people's code half of the names are short at most, where it calculates; in a minifier's all are but the exports. */
const SHARE = 0.8;

/**
 * Whether a text was made by a minifier or a bundler: by the length of its lines, or, where these were kept, by the
 * names of its variables.
 *
 * @param text also one whose bytes were read as Latin-1
 */
export function isMinified(text: string): boolean {
  return text.length >= SIZE && (hasLongLines(text) || hasShortNames(text));
}

function hasLongLines(text: string): boolean {
  let lines = 1;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines++;
  return text.length / lines > LINE;
}

function hasShortNames(text: string): boolean {
  const step = Math.max(PIECE, Math.ceil((text.length - PIECE) / (PIECES - 1)));
  const different = new Set<string>();
  let names = 0;
  let short = 0;
  for (let start = 0; start < text.length; start += step)
    for (const [, name = ''] of text.slice(start, start + PIECE).matchAll(DECLARED)) {
      names++;
      if (name.length > SHORT) continue;
      short++;
      different.add(name);
    }
  return names >= NAMES && different.size >= SHORT_NAMES && short / names >= SHARE;
}
