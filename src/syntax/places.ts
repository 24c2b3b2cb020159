import { firstIndex } from './first-index.js';
import type { Module, Node } from './module.js';
import { endOf, startOf } from './ranges.js';
import { childrenOf } from './walk.js';

/** Places in a file, in order. */
export type Places = readonly number[];

export function sortedPlaces(places: Iterable<number>): Places {
  return [...places].sort((left, right) => left - right);
}

export function isAnyWithin(places: Places, node: Node): boolean {
  return countWithin(places, node) > 0;
}

/** The innermost nodes at the places. */
export function nodesAt(places: Places, { ast, visitorKeys }: Pick<Module, 'ast' | 'visitorKeys'>): Node[] {
  const found: Node[] = [];
  const stack: Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    let inside = 0;
    for (const child of childrenOf(node, visitorKeys)) {
      const count = countWithin(places, child);
      if (count > 0) stack.push(child);
      inside += count;
    }
    if (inside < countWithin(places, node)) found.push(node);
  }
  return found;
}

function countWithin(places: Places, node: Node): number {
  const start = startOf(node);
  const end = endOf(node);
  const first = firstIndex(places, (place) => place >= start);
  if ((places[first] ?? end) >= end) return 0;
  return firstIndex(places, (place) => place >= end) - first;
}
