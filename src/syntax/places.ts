import type { Module, Node, Range } from './module.js';
import { childrenOf } from './walk.js';

/** Places in a file, in order. */
export type Places = readonly number[];

export function sortedPlaces(places: Iterable<number>): Places {
  return [...places].sort((left, right) => left - right);
}

export function isAnyWithin(places: Places, range: Range): boolean {
  return countWithin(places, range) > 0;
}

/** The innermost nodes at the places. */
export function nodesAt(places: Places, { ast, visitorKeys }: Pick<Module, 'ast' | 'visitorKeys'>): Node[] {
  const found: Node[] = [];
  const stack: Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    let inside = 0;
    for (const child of childrenOf(node, visitorKeys)) {
      const count = countWithin(places, child.range);
      if (count > 0) stack.push(child);
      inside += count;
    }
    if (inside < countWithin(places, node.range)) found.push(node);
  }
  return found;
}

function countWithin(places: Places, [start, end]: Range): number {
  const first = firstFrom(places, start);
  return (places[first] ?? end) < end ? firstFrom(places, end) - first : 0;
}

/** The position of the first place at `start` or behind it. */
function firstFrom(places: Places, start: number): number {
  let low = 0;
  for (let high = places.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
