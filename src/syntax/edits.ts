import type { Module, Range } from './module.js';

/** Replaces `range` of a file's text. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** An edit, and the file that it is made in. */
export interface PlacedEdit extends Edit {
  readonly module: Module;
}

/** Two edits want the same characters. */
export class EditConflict extends Error {
  override readonly name = 'EditConflict';
}

/**
 * Applies edits; what is in none of them stays as it is. Edits that insert at one place keep their order.
 *
 * @throws {EditConflict} when two ranges overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { range, text: replacement } of inOrder(edits)) {
    if (range[0] < from) throw new EditConflict(`Two edits overlap at offset ${range[0]}`);
    result += text.slice(from, range[0]) + replacement;
    from = range[1];
  }
  return result + text.slice(from);
}

/** Without repetitions, in the order of the text. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const unique = new Map(edits.map((edit) => [`${edit.range.join('-')}:${edit.text}`, edit]));
  return [...unique.values()].sort(
    (left, right) => left.range[0] - right.range[0] || left.range[1] - right.range[1],
  );
}

/** An edit without the characters that it would leave as they are. */
export function minimal(text: string, { range, text: replacement }: Edit): Edit {
  const old = text.slice(...range);
  let end = 0;
  while (end < Math.min(old.length, replacement.length) && old.at(-1 - end) === replacement.at(-1 - end))
    end++;
  let start = 0;
  const most = Math.min(old.length, replacement.length) - end;
  while (start < most && old[start] === replacement[start]) start++;
  return {
    range: [range[0] + start, range[1] - end],
    text: replacement.slice(start, replacement.length - end),
  };
}
