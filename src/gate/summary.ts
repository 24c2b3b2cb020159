import type { Case } from './judge.js';
import type { Policy } from './policy.js';
import type { SeenFinding } from './seen.js';
import { type Upcoming, upcomingOf } from './upcoming.js';

/** What the gate says of a run. */
export interface GateSummary {
  readonly passes: boolean;
  /** What findings and annotations fail for, without full stops. */
  readonly reasons: readonly string[];
  /** Budgets and other limits that are passed, without full stops. */
  readonly limits: readonly string[];
  /** The day that dates were compared with. */
  readonly asOf: string;
  readonly scheduled: boolean;
  readonly baseline: { readonly file: string; readonly entries: number; readonly stale: number } | null;
  readonly since: { readonly revision: string; readonly mergeBase: string } | null;
  /** Findings that are shown, by what became of them. */
  readonly counts: Readonly<Record<'failing' | 'known' | 'suppressed', number>>;
  /** What begins to fail in scheduled runs, and on which day. */
  readonly upcoming: readonly Upcoming[];
}

/** Sums a run up. */
export function summaryOf(
  cases: readonly Case<SeenFinding>[],
  policy: Policy,
  { stale, reasons, limits }: Pick<GateSummary, 'reasons' | 'limits'> & { readonly stale: number },
): GateSummary {
  const { asOf, isScheduled, baseline, change } = policy;
  const tolerated = cases.filter(({ verdict }) => verdict.failure === undefined);
  return {
    passes: reasons.length === 0 && limits.length === 0,
    reasons,
    limits,
    asOf,
    scheduled: isScheduled,
    baseline: baseline ? { file: baseline.name, entries: baseline.entries.length, stale } : null,
    since: change ? { revision: change.revision, mergeBase: change.mergeBase } : null,
    counts: {
      failing: cases.length - tolerated.length,
      known: cases.filter(({ verdict }) => verdict.isKnown).length,
      suppressed: cases.filter(({ suppression }) => suppression).length,
    },
    upcoming: upcomingOf(
      tolerated.map(({ finding, verdict, suppression }) => ({
        endpoint: finding.endpoint,
        expires: verdict.entry?.expires,
        until: suppression && 'until' in suppression.meaning ? suppression.meaning.until : undefined,
        isSuppressed: suppression !== undefined,
      })),
      policy,
    ),
  };
}
