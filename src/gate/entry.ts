import type { Identified } from '../analysis/fingerprint.js';
import { isDay } from './dates.js';

/** What the baseline says of a finding, or of an annotation; its file is named from the project's folder. */
export interface Entry extends Identified {
  /** 1-based, in the baseline; 0 for one that is not written yet. */
  readonly line: number;
  /** What people add: kept when the baseline is written anew. */
  readonly owner?: string | undefined;
  readonly reason?: string | undefined;
  /** The last day that it holds on; any other text counts as expired. */
  readonly expires?: string | undefined;
}

/** `AK301` in the place of an endpoint: an annotation that a migration left. */
export const TODO_CODE = /^AK3\d\d$/;

/** What an entry stands for, in a few words. */
export function entryText({ endpoint, file, identity }: Identified): string {
  return `${endpoint}${identity.symbol === '' ? '' : ` in \`${identity.symbol}\``} of ${file}`;
}

/** Of two entries for one finding, as a merge may leave them, what both say; the earlier day wins. */
export function combined(left: Entry, right: Entry): Entry {
  const days = [left.expires, right.expires].filter((day) => day !== undefined);
  // What is no day counts as expired, and so as the earliest.
  const rank = (day: string): string => (isDay(day) ? day : '');
  const [expires] = days.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
  return { ...left, owner: left.owner ?? right.owner, reason: left.reason ?? right.reason, expires };
}
