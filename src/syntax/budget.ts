import type { Node } from './module.js';
import type { TypeChoice } from './typed-text.js';

/** Steps left for one question; a chain without end runs out and the answer is "unknown". */
export interface Budget {
  steps: number;
  /** The references that the answer went through, in order. */
  readonly seen: Node[];
  /** Takes the types of what is not in reach for their values. */
  readonly types?: TypeChoice;
}

/** Enough for every chain in hand-written code, small enough for the stack. */
const STEPS = 400;

export function newBudget(types?: TypeChoice): Budget {
  return types ? { steps: STEPS, seen: [], types } : { steps: STEPS, seen: [] };
}
