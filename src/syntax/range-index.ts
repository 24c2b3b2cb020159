import type { Range } from './module.js';

/** What is looked for in one block of a text need not be compared with what lies in the others. */
const BLOCK = 64;

/** Finds the short ranges of a text that cross another one. */
export class RangeIndex<T> {
  private readonly blocks = new Map<number, { readonly range: Range; readonly item: T }[]>();

  add(range: Range, item: T): void {
    for (const block of blocksOf(range)) {
      const same = this.blocks.get(block);
      if (same) same.push({ range, item });
      else this.blocks.set(block, [{ range, item }]);
    }
  }

  /** What has a character of the range; what is empty and stands in the middle of it, too. */
  crossing([start, end]: Range): Set<T> {
    const found = new Set<T>();
    for (const block of blocksOf([start, end]))
      for (const { range, item } of this.blocks.get(block) ?? [])
        if (range[0] < end && start < range[1]) found.add(item);
    return found;
  }
}

function blocksOf([start, end]: Range): number[] {
  const first = Math.floor(start / BLOCK);
  return Array.from({ length: Math.floor(end / BLOCK) - first + 1 }, (_, index) => first + index);
}
