import { type Notice, noticeText } from '../codes/notices.js';
import { isDay, isExpired } from './dates.js';
import type { Suppression } from './suppressions.js';

/** What a suppression may speak of. */
export interface Suppressible {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly endpoint: string;
}

/** What the suppressions of a run do. */
export interface Suppressed<T> {
  readonly by: ReadonlyMap<T, Suppression>;
  readonly notices: readonly Notice[];
}

/**
 * Which findings a suppression holds for, and which suppressions can't be read, are not used or have expired.
 *
 * @param findings of every confidence, so that none is called unused for what is not shown
 * @param asOf the day of the run
 */
export function suppress<T extends Suppressible>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
  asOf: string,
): Suppressed<T> {
  const by = new Map<T, Suppression>();
  const notices: Notice[] = [];
  for (const suppression of suppressions) {
    const { file, line, meaning } = suppression;
    const problem = problemOf(suppression, asOf);
    if (problem) {
      notices.push({ ...problem, file, line });
      continue;
    }
    const meant = findings.filter((finding) => isMeant(finding, suppression));
    for (const finding of meant) by.set(finding, suppression);
    if (meant.length > 0 || 'fault' in meaning) continue;
    notices.push({ code: 'AK402', file, line, message: noticeText('AK402', { endpoint: meaning.endpoint }) });
  }
  return { by, notices };
}

/** Why a suppression does not hold, whatever stands below it. */
export function problemOf(
  { meaning }: Suppression,
  asOf: string,
): Pick<Notice, 'code' | 'message'> | undefined {
  if ('fault' in meaning) return { code: 'AK401', message: noticeText('AK401', { fault: meaning.fault }) };
  const { until } = meaning;
  if (until === undefined || !isExpired(until, asOf)) return undefined;
  return { code: 'AK403', message: noticeText('AK403', { ended: endedText(until) }) };
}

/** How it is said that something with a last day is over. */
export function endedText(until: string): string {
  return isDay(until) ? `held until ${until}` : `holds until ${until}, which is no day such as 2027-01-31`;
}

/** Whether a suppression speaks of a finding. */
export function isMeant({ file, line, endpoint }: Suppressible, suppression: Suppression): boolean {
  const { meaning, target } = suppression;
  return (
    'endpoint' in meaning && meaning.endpoint === endpoint && target === line && suppression.file === file
  );
}
