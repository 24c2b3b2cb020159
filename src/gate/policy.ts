import type { Identified } from '../analysis/fingerprint.js';
import { dayOf } from './dates.js';
import type { Budget } from './budgets.js';
import type { Entry } from './entry.js';
import type { Sunsets } from './sunset.js';

/** What a run's findings are judged by. All files are named from the project's folder. */
export interface Policy {
  /** The day that dates are compared with. */
  readonly asOf: string;
  /** Known findings fail from their sunset on. */
  readonly isScheduled: boolean;
  readonly baseline: KnownFindings | undefined;
  readonly change: Change | undefined;
  readonly sunsets: Sunsets;
  readonly budgets: readonly Budget[];
  readonly mostBlindSpots: number;
  /** Whether there is no such file. */
  readonly isGone: (file: string) => boolean;
}

/** A baseline that was read. */
export interface KnownFindings {
  /** As messages name it. */
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Whether the run looked at a file, so that an entry without a finding there is stale. */
  readonly isLookedAt: (file: string) => boolean;
}

/** What is judged is what a change adds. */
export interface Change {
  /** As the user named it. */
  readonly revision: string;
  readonly mergeBase: string;
  /** What there was before. */
  readonly before: readonly Identified[];
  /** Old names of files and new ones. */
  readonly renames: ReadonlyMap<string, string>;
  /** Only what stands on a line that the change added is judged. */
  readonly isAdded: ((place: Lines) => boolean) | undefined;
}

/** Where something stands. */
export interface Lines {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** Every finding fails. */
export function strictPolicy(now = new Date()): Policy {
  return {
    asOf: dayOf(now),
    isScheduled: false,
    baseline: undefined,
    change: undefined,
    sunsets: new Map(),
    budgets: [],
    mostBlindSpots: Infinity,
    isGone: () => false,
  };
}
