import { dayOf, isDay } from '../../gate/dates.js';
import { UsageError } from '../errors.js';
import type { OptionSpecs, parseOptions } from '../options.js';

/** The options of `check` that say what fails. */
export const GATE_OPTIONS = {
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean', default: false },
  prune: { type: 'boolean', default: false },
  since: { type: 'string' },
  'added-lines': { type: 'boolean', default: false },
  scheduled: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  max: { type: 'string' },
  'max-blind-spots': { type: 'string' },
} as const satisfies OptionSpecs;

export const GATE_HELP = `What fails (default: every finding; see docs/gate.md)
  --write-baseline     take what is found into the baseline: it is known, and does not fail
  --prune              take what is gone out of the baseline
  --baseline FILE      default: .akepa-baseline.jsonl beside the config, or in the working directory or above
  --since REV          only what was added since the merge base with REV
  --added-lines        with --since: only what stands on a line that was added
  --max N              as many findings as this do not fail; more do
  --max-blind-spots N  more blind spots fail
  --scheduled          known findings fail from the sunset of their endpoint on
  --as-of YYYY-MM-DD   judge as a scheduled run on that day`;

/** How the findings of a run are judged. */
export interface GateOptions {
  /** As the user named it. */
  readonly baseline: string | undefined;
  /** Entries that are missing are added, and stale ones go; or only the latter. */
  readonly write: 'all' | 'prune' | undefined;
  readonly since: string | undefined;
  readonly addedLines: boolean;
  readonly isScheduled: boolean;
  /** A day. */
  readonly asOf: string;
  readonly max: number | undefined;
  readonly mostBlindSpots: number;
}

type Values = ReturnType<typeof parseOptions<typeof GATE_OPTIONS>>['values'];

/** @throws {UsageError} when a value can't be, or options don't go together */
export function gateOptions(values: Values, now = new Date()): GateOptions {
  const { baseline, since, scheduled, max, prune } = values;
  const asOf = values['as-of'];
  const isWriting = values['write-baseline'];
  if (asOf !== undefined && !isDay(asOf))
    throw new UsageError(`--as-of takes a day such as 2027-03-01, not ${asOf}`);
  if (values['added-lines'] && since === undefined) throw new UsageError('--added-lines goes with --since');
  // Each of them speaks of all findings, and --since of those that a change adds.
  const [other] = Object.entries({ 'write-baseline': isWriting, prune, scheduled, max }).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  if (since !== undefined && other) throw new UsageError(`--since and --${other[0]} do not go together`);
  return {
    baseline,
    write: isWriting ? 'all' : prune ? 'prune' : undefined,
    since,
    addedLines: values['added-lines'],
    isScheduled: scheduled || (asOf !== undefined && since === undefined),
    asOf: asOf ?? dayOf(now),
    max: max === undefined ? undefined : countOf('max', max),
    mostBlindSpots:
      values['max-blind-spots'] === undefined
        ? Infinity
        : countOf('max-blind-spots', values['max-blind-spots']),
  };
}

/** @throws {UsageError} for what is no count */
function countOf(option: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--${option} takes a number, not ${text}`);
}
