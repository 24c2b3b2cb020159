import { applyEdits, type Edit } from './edits.js';

/** A first edit and where its text stands after all first edits. */
interface Placed {
  readonly edit: Edit;
  readonly start: number;
  readonly end: number;
}

/**
 * The edits that do at once what `first` does to a text, and `second` to the result.
 *
 * @param first in the order of the text
 * @param second in the order of the text that `first` makes
 */
export function composeEdits(text: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const middle = applyEdits(text, first);
  const placed = placedEdits(first);
  const composed: Edit[] = [];
  let index = 0;
  let shift = 0;
  const take = (): Placed[] => {
    const next = placed[index++];
    if (!next) return [];
    shift += next.edit.range[1] - next.edit.range[0] - (next.end - next.start);
    return [next];
  };
  for (let at = 0; at < second.length;) {
    const [start = 0] = second[at]?.range ?? [];
    while ((placed[index]?.end ?? Infinity) < start) composed.push(...take().map(({ edit }) => edit));
    // What touches is one edit: both may insert at its end.
    const from = Math.min(start, placed[index]?.start ?? Infinity);
    const begin = from + shift;
    let to = from;
    const own: Edit[] = [];
    for (;;) {
      const later = second[at];
      const earlier = placed[index];
      if (later && later.range[0] <= to) {
        own.push(later);
        to = Math.max(to, later.range[1]);
        at++;
      } else if (earlier && earlier.start <= to) {
        to = Math.max(to, earlier.end);
        take();
      } else break;
    }
    const inside = own.map(({ range, text: by }): Edit => ({
      range: [range[0] - from, range[1] - from],
      text: by,
    }));
    composed.push({ range: [begin, to + shift], text: applyEdits(middle.slice(from, to), inside) });
  }
  while (index < placed.length) composed.push(...take().map(({ edit }) => edit));
  return composed.filter(({ range, text: by }) => text.slice(...range) !== by);
}

/** Where each edit's text stands in the text that all of them make. */
export function placedEdits(edits: readonly Edit[]): Placed[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.range[0] + shift;
    const end = start + edit.text.length;
    shift += edit.text.length - (edit.range[1] - edit.range[0]);
    return { edit, start, end };
  });
}
