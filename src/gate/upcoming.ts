import type { LegacyId } from '../endpoints/types.js';
import { isDay, nextDay } from './dates.js';
import type { Policy } from './policy.js';

/** A day on which findings that may still be there begin to fail, in scheduled runs. */
export interface Upcoming {
  readonly date: string;
  readonly why: 'sunset' | 'baseline' | 'suppression';
  readonly endpoint: string;
  readonly findings: number;
}

/** A finding that does not fail, and the last days that its baseline entry and its suppression hold on. */
export interface Tolerated {
  readonly endpoint: string;
  readonly expires: string | undefined;
  readonly until: string | undefined;
  readonly isSuppressed: boolean;
}

/** What fails when, the nearest day first; each finding is counted on its first day. */
export function upcomingOf(tolerated: readonly Tolerated[], { sunsets, asOf }: Policy): Upcoming[] {
  const found = new Map<string, Upcoming>();
  for (const { endpoint, expires, until, isSuppressed } of tolerated) {
    const after = (day: string | undefined): string | undefined =>
      day !== undefined && isDay(day) ? nextDay(day) : undefined;
    // A suppression outlives the sunset of its endpoint.
    const days = isSuppressed
      ? [{ why: 'suppression', date: after(until) } as const]
      : ([
          // An annotation's code is no endpoint, and has no sunset.
          { why: 'sunset', date: sunsets.get(endpoint as LegacyId) },
          { why: 'baseline', date: after(expires) },
        ] as const);
    const [first] = days
      .flatMap(({ why, date }) => (date !== undefined && date > asOf ? [{ why, date }] : []))
      .sort((left, right) => (left.date < right.date ? -1 : 1));
    if (!first) continue;
    const key = `${first.date} ${first.why} ${endpoint}`;
    found.set(key, { ...first, endpoint, findings: (found.get(key)?.findings ?? 0) + 1 });
  }
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item);
}
