import type { LegacyId } from '../endpoints/types.js';
import { type Overdrawn, overdrawn } from './budgets.js';
import { isExpired } from './dates.js';
import type { Entry } from './entry.js';
import { matchEntries } from './match.js';
import type { Policy } from './policy.js';
import type { Subject } from './subjects.js';
import { isPast } from './sunset.js';

/** Why something fails. */
export type Failure = 'new' | 'expired' | 'sunset' | 'budget';

export interface Verdict {
  /** In the baseline, or there before the change. */
  readonly isKnown: boolean;
  readonly entry: Entry | undefined;
  /** Undefined for what may be there. */
  readonly failure: Failure | undefined;
}

/** What becomes of everything that was found. */
export interface Verdicts {
  /** In the order of what was judged. */
  readonly all: readonly Verdict[];
  readonly stale: readonly Entry[];
  readonly overdrawn: readonly Overdrawn[];
}

/** Judges what was found, of every confidence. */
export function verdictsOf(subjects: readonly Subject[], policy: Policy): Verdicts {
  const { asOf, baseline, change, budgets, sunsets, isScheduled, isGone } = policy;
  const known = matchEntries(subjects, baseline?.entries ?? [], { isGone });
  const old = matchEntries(subjects, change?.before ?? [], { renames: change?.renames ?? new Map(), isGone });
  const findings = subjects.filter(({ isTodo, counts }) => !isTodo && counts);
  // What a change adds fails anyway; how much there was before is not its fault.
  const over = change ? [] : overdrawn(budgets, findings);

  function failureOf(subject: Subject, entry: Entry | undefined): Failure | undefined {
    const isOver = entry?.expires !== undefined && isExpired(entry.expires, asOf);
    if (change) {
      if (old.entries.has(subject) || change.isAdded?.(subject) === false) return undefined;
      if (!entry) return 'new';
      return isOver ? 'expired' : undefined;
    }
    if (isOver) return 'expired';
    const own = subject.isTodo ? [] : budgets.filter(({ covers }) => covers(subject));
    // Where there is a baseline, it says what may be there, and not how many.
    if (!entry && (baseline || own.length === 0)) return 'new';
    // An annotation's code is no endpoint, and has no sunset.
    if (isScheduled && isPast(sunsets.get(subject.endpoint as LegacyId), asOf)) return 'sunset';
    return !entry && over.some(({ budget }) => own.includes(budget)) ? 'budget' : undefined;
  }

  return {
    all: subjects.map((subject) => {
      const entry = known.entries.get(subject);
      const isKnown = entry !== undefined || old.entries.has(subject);
      return { isKnown, entry, failure: subject.counts ? failureOf(subject, entry) : undefined };
    }),
    stale: known.rest.filter(({ file }) => baseline?.isLookedAt(file)),
    overdrawn: over,
  };
}
