import type { AkepaConfig } from '../config/types.js';
import { globMatcher } from '../config/globs.js';

/** How many findings there may be of a kind. */
export interface Budget {
  /** Where it is said: `--max`, `budgets.total`. */
  readonly name: string;
  readonly most: number;
  readonly covers: (finding: Countable) => boolean;
}

interface Countable {
  /** Named from the project's folder. */
  readonly file: string;
  readonly endpoint: string;
}

/** A budget that is overdrawn. */
export interface Overdrawn {
  readonly budget: Budget;
  readonly count: number;
}

/** The budgets of the config, and of `--max`, which takes the place of `budgets.total`. */
export function budgetsOf({ budgets = {} }: AkepaConfig, max: number | undefined): Budget[] {
  const { total, endpoints = {}, directories = {} } = budgets;
  const all = max ?? total;
  return [
    ...(all === undefined
      ? []
      : [{ name: max === undefined ? 'budgets.total' : '--max', most: all, covers: () => true }]),
    ...Object.entries(endpoints).map(([id, most]) => ({
      name: `budgets.endpoints["${id}"]`,
      most,
      covers: ({ endpoint }: Countable) => endpoint === id,
    })),
    ...Object.entries(directories).map(([folder, most]) => {
      const isIn = globMatcher([folder]);
      return { name: `budgets.directories["${folder}"]`, most, covers: ({ file }: Countable) => isIn(file) };
    }),
  ];
}

/** The budgets that findings overdraw. */
export function overdrawn(budgets: readonly Budget[], findings: readonly Countable[]): Overdrawn[] {
  return budgets
    .map((budget) => ({ budget, count: findings.filter((finding) => budget.covers(finding)).length }))
    .filter(({ budget, count }) => count > budget.most);
}
