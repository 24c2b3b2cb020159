import type { Node } from './module.js';
import type { TypeChoice } from './typed-text.js';

/** References, and lists of those that other answers went through: to copy these takes the square of a long chain. */
export type Seen = readonly (Node | Seen)[];

/** Steps left for one question; a chain without end runs out and the answer is "unknown". */
export interface Budget {
  steps: number;
  /** The references that the answer went through, in order; see {@link nodesSeen}. */
  seen: (Node | Seen)[];
  /** Takes the types of what is not in reach for their values. */
  readonly types?: TypeChoice;
}

/** Enough for every chain in hand-written code, small enough for the stack. */
const STEPS = 400;

export function newBudget(types?: TypeChoice): Budget {
  return types ? { steps: STEPS, seen: [], types } : { steps: STEPS, seen: [] };
}

/** The references of a list and of those in it, in order. */
export function nodesSeen(seen: Seen): Set<Node> {
  const nodes = new Set<Node>();
  const lists = new Set<Seen>();
  const add = (list: Seen): void => {
    if (lists.has(list)) return;
    lists.add(list);
    for (const item of list) {
      if ('type' in item) nodes.add(item);
      else add(item);
    }
  };
  add(seen);
  return nodes;
}
