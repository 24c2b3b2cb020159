import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type CheckResult, judged, seenBy } from '../../check.js';
import { baselineText, parseBaseline } from '../../gate/baseline-text.js';
import { budgetsOf } from '../../gate/budgets.js';
import type { Change, KnownFindings, Policy } from '../../gate/policy.js';
import { rewritten } from '../../gate/rewrite.js';
import { subjectsOf } from '../../gate/subjects.js';
import { suppress } from '../../gate/suppress.js';
import type { Sunsets } from '../../gate/sunset.js';
import type { Looked, CheckOptions } from '../../look.js';
import { nameIn } from '../../project/name.js';
import { UsageError } from '../errors.js';
import { type BaselineFile, readBaseline, writeBaseline } from './baseline.js';
import type { ChangeOptions } from './change.js';
import type { MergeBase } from './merge-base.js';
import type { GateOptions } from './options.js';
import { loadSunsets } from './sunsets.js';

/** Everything that a run is judged by and that can be read before it. */
export interface Gate {
  readonly options: GateOptions;
  readonly baseline: BaselineFile;
  readonly base: MergeBase | undefined;
  readonly sunsets: Sunsets;
}

/**
 * Reads what a run is going to be judged by: a gate that can't look says so before it begins.
 *
 * @throws {Error} a known one, when something of it can't be read
 */
export async function openGate(
  options: GateOptions,
  { cwd, loaded }: Pick<CheckOptions, 'cwd' | 'loaded'>,
): Promise<Gate> {
  const { baseline: named, write, since } = options;
  const baseline = readBaseline(loaded.root, cwd, named, write === 'all');
  if (write === 'prune' && !baseline.entries)
    throw new UsageError(`there is no ${baseline.name} to prune; --write-baseline makes one`);
  const base = since === undefined ? undefined : await mergeBaseOf(since, cwd);
  return { options, baseline, base, sunsets: await loadSunsets(loaded) };
}

/** Judges what a run saw; writes the baseline before where that is asked for. */
export async function runGate(
  { options, baseline, base, sunsets }: Gate,
  looked: Looked,
  paths: readonly string[],
  check: CheckOptions,
): Promise<CheckResult> {
  const { root, config } = check.loaded;
  const { asOf, isScheduled, max, mostBlindSpots, addedLines, write } = options;
  const isGone = (file: string): boolean => !existsSync(join(root, file));
  const isLookedAt = lookedAt(looked, check, isGone);
  const policy: Policy = {
    asOf,
    isScheduled,
    baseline: baseline.entries && { name: baseline.name, entries: baseline.entries, isLookedAt },
    change: base && (await changeOf(base, looked, { paths, check, isByLines: addedLines })),
    sunsets,
    budgets: budgetsOf(config, max),
    mostBlindSpots,
    isGone,
  };
  if (!write) return judged(looked, check, policy);
  const known = { name: baseline.name, entries: baseline.entries ?? [], isLookedAt };
  const seen = seenBy(looked, check);
  const suppressed = suppress(seen.findings, seen.suppressions, asOf);
  const subjects = subjectsOf(seen, (finding) => suppressed.by.has(finding));
  const { entries, added, removed } = rewritten(subjects, known, policy, write === 'all');
  const text = baselineText(entries);
  writeBaseline(baseline, text);
  const written = { ...known, entries: parseBaseline(text, baseline.name), written: { added, removed } };
  return judged(looked, check, { ...policy, baseline: written });
}

// What asks git is loaded for --since.

async function mergeBaseOf(since: string, cwd: string): Promise<MergeBase> {
  const { mergeBaseWith } = await import('./merge-base.js');
  return mergeBaseWith(since, cwd);
}

async function changeOf(base: MergeBase, looked: Looked, options: ChangeOptions): Promise<Change> {
  const { changeSince } = await import('./change.js');
  return changeSince(base, looked, options);
}

/** Whether a run looked at a file, or would have, were it there; a file that could not be read is not known. */
function lookedAt(
  { files, errors, isWhole }: Looked,
  { cwd, loaded: { root } }: CheckOptions,
  isGone: (file: string) => boolean,
): KnownFindings['isLookedAt'] {
  const nameOf = (file: string): string => nameIn(root, join(cwd, file));
  const failed = new Set(errors.map(({ file }) => nameOf(file)));
  let seen: ReadonlySet<string> | undefined;
  return (file) => {
    // Few runs have a baseline.
    seen ??= new Set(files().map(nameOf));
    return seen.has(file) || (!failed.has(file) && (isWhole || isGone(file)));
  };
}
