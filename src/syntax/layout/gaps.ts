import type { Edit } from '../edits.js';

/** Punctuation that comes and goes with the lines: a last comma or semicolon, and parentheses around an operand. */
const LOOSE = new Set([',', ';', '(', ')']);

/**
 * The edits of white space that turn a text into another one with the same words. That the white space is in no string is
 * for the trees of both to tell.
 *
 * @param offset of the text in its file
 * @returns undefined where the words are not the same
 */
export function gapEdits(text: string, laidOut: string, offset: number): Edit[] | undefined {
  const edits: Edit[] = [];
  let left = 0;
  let right = 0;
  while (left < text.length || right < laidOut.length) {
    const [from, to] = [left, right];
    for (;;) {
      left = behindSpace(text, left);
      right = behindSpace(laidOut, right);
      const [own, other] = [text[left] ?? '', laidOut[right] ?? ''];
      if (own === other) break;
      if (LOOSE.has(other) && own !== ',') right++;
      else if (LOOSE.has(own)) left++;
      else return undefined;
    }
    const [before, after] = [text.slice(from, left), laidOut.slice(to, right)];
    if (before !== after) edits.push({ range: [offset + from, offset + left], text: after });
    left++;
    right++;
  }
  return edits;
}

function behindSpace(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}
