import type { createColors } from 'picocolors';

import type { CheckResult } from '../check.js';
import type { Upcoming } from '../gate/upcoming.js';
import { notOpen } from './open.js';
import { count } from './words.js';

const WAYS_OUT =
  'Move it (npx akepa-migrate migrate), or say above the line why it stays: // akepa-ignore-next-line <endpoint> -- <reason>';
const FIRST_BASELINE =
  'To keep what is there and refuse what is new: npx akepa-migrate check --write-baseline (docs/gate.md)';
const WHY: Readonly<Record<Upcoming['why'], string>> = {
  sunset: 'past the sunset',
  baseline: 'the entry in the baseline ends',
  suppression: 'the suppression ends',
};

/** What the gate has to say, for people: what is not shown, what is out of date, what fails when, and why it is red. */
export function gateLines(result: CheckResult, color: ReturnType<typeof createColors>): string[] {
  const { gate, notices } = result;
  const closed = notOpen(result);
  const isPlain = !gate.baseline && !gate.since && gate.limits.length === 0;
  const why = gate.reasons.join('; ');
  return [
    ...(closed === '' ? [] : [`Not shown: ${closed}.`]),
    ...notices.map(({ file, line, code, message }) => `${file}:${line}  ${color.yellow(code)} ${message}`),
    ...(gate.scheduled ? gate.upcoming.map(upcomingLine) : []),
    ...(isPlain || why === '' ? [] : [color.red(`Red: ${why}.`), `${WAYS_OUT}.`]),
    ...(isPlain && gate.counts.failing > 0 ? [`${FIRST_BASELINE}.`] : []),
  ];
}

function upcomingLine({ date, findings, endpoint, why }: Upcoming): string {
  return `From ${date} on: ${count(findings, 'finding')} of ${endpoint} (${WHY[why]}).`;
}
