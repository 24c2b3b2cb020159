import { resolve } from 'node:path';

import type { Finding } from '../transforms/result.js';
import { isAtLeast } from './analysis/call.js';
import type { Notice } from './codes/notices.js';
import { judge, type Judgement } from './gate/judge.js';
import { type Policy, strictPolicy } from './gate/policy.js';
import type { Seen } from './gate/seen.js';
import type { GateSummary } from './gate/summary.js';
import { type LeftoverTodo, look, type Looked, type CheckOptions } from './look.js';
import { nameIn } from './project/name.js';

/** What `check --format json` prints. */
export interface CheckResult extends Pick<Looked, 'blindSpots' | 'errors' | 'stats'> {
  readonly version: 1;
  readonly findings: readonly (Finding & Judgement)[];
  /** Annotations of an earlier migration that are still there. */
  readonly todos: readonly (LeftoverTodo & Judgement)[];
  /** What is to be said of suppressions and of the baseline. */
  readonly notices: readonly Notice[];
  readonly gate: GateSummary;
}

/** Finds every legacy call below `paths`, what `migrate` would do with it, and what of it fails: by default all. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  policy: Policy = strictPolicy(),
): Promise<CheckResult> {
  return judged(await look(paths, options), options, policy);
}

/** Judges what a run saw. */
export function judged(looked: Looked, options: CheckOptions, policy: Policy): CheckResult {
  const { findings, todos, notices, gate } = judge(seenBy(looked, options), policy);
  const { blindSpots, errors, stats } = looked;
  return { version: 1, findings, todos, blindSpots, errors, notices, gate, stats };
}

/** What a run saw, as the gate takes it. */
export function seenBy(
  { findings, todos, suppressions, blindSpots }: Looked,
  { cwd, loaded, confidence = 'likely' }: CheckOptions,
): Seen<Finding, LeftoverTodo> {
  return {
    findings,
    todos,
    suppressions,
    blindSpots: blindSpots.length,
    isShown: (finding) => isAtLeast(finding.confidence, confidence),
    nameOf: (file) => nameIn(loaded.root, resolve(cwd, file)),
  };
}
