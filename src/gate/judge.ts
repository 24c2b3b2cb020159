import { type Notice, noticeText } from '../codes/notices.js';
import { type Entry, entryText } from './entry.js';
import type { Policy } from './policy.js';
import { limitsPassed, reasonsOf } from './reasons.js';
import type { Seen, SeenFinding, SeenTodo } from './seen.js';
import { subjectsOf } from './subjects.js';
import { type GateSummary, summaryOf } from './summary.js';
import { endedText, suppress } from './suppress.js';
import type { Suppression } from './suppressions.js';
import { type Verdict, verdictsOf } from './verdict.js';

/** What the gate says of a finding or an annotation. */
export interface Judgement {
  /** In the baseline, or there before the change. */
  readonly known: boolean;
  /** The run is red for it. */
  readonly fails: boolean;
}

export interface Judged<F, T> {
  /** Those that are shown. */
  readonly findings: readonly (F & Judgement & { readonly suppressed: boolean })[];
  readonly todos: readonly (T & Judgement)[];
  readonly notices: readonly Notice[];
  readonly gate: GateSummary;
}

/** A finding that is shown, and what decides about it. */
export interface Case<F> {
  readonly finding: F;
  readonly verdict: Verdict;
  readonly suppression: Suppression | undefined;
}

/** Judges what a run saw. Only what is shown can fail; the rest keeps entries and suppressions from looking unused. */
export function judge<F extends SeenFinding, T extends SeenTodo>(
  seen: Seen<F, T>,
  policy: Policy,
): Judged<F, T> {
  const suppressed = suppress(seen.findings, seen.suppressions, policy.asOf);
  const verdicts = verdictsOf(
    subjectsOf(seen, (finding) => suppressed.by.has(finding)),
    policy,
  );
  const verdictAt = (index: number): Verdict => verdicts.all[index] ?? NONE;
  const cases = seen.findings
    .map((finding, index): Case<F> => ({
      finding,
      verdict: verdictAt(index),
      suppression: suppressed.by.get(finding),
    }))
    .filter(({ finding }) => seen.isShown(finding));
  const todos = seen.todos.map((todo, index) => {
    const { isKnown, failure } = verdictAt(seen.findings.length + index);
    return { ...todo, known: isKnown, fails: failure !== undefined };
  });
  const failures = cases.flatMap(({ verdict }) => verdict.failure ?? []);
  const failedTodos = todos.filter(({ fails }) => fails).length;
  return {
    findings: cases.map((item) => judgedFinding(item, policy)),
    todos,
    notices: [...suppressed.notices, ...verdicts.stale.map((entry) => staleNotice(entry, policy))],
    gate: summaryOf(cases, policy, {
      stale: verdicts.stale.length,
      reasons: reasonsOf({ findings: failures, todos: failedTodos }, policy),
      limits: limitsPassed(verdicts.overdrawn, seen.blindSpots, policy),
    }),
  };
}

const NONE: Verdict = { isKnown: false, entry: undefined, failure: undefined };

function judgedFinding<F extends SeenFinding>(
  { finding, verdict, suppression }: Case<F>,
  policy: Policy,
): F & Judgement & { readonly suppressed: boolean } {
  const { isKnown, failure } = verdict;
  return {
    ...finding,
    notes: [...finding.notes, ...failureNotes(verdict, finding.endpoint, policy)],
    suppressed: suppression !== undefined,
    known: isKnown,
    fails: failure !== undefined,
  };
}

/** Why a finding that is known fails all the same. */
function failureNotes({ failure, entry }: Verdict, endpoint: string, { sunsets }: Policy): string[] {
  if (failure === 'expired' && entry?.expires !== undefined) {
    const { owner, expires } = entry;
    const args = {
      what: entryText(entry),
      ended: endedText(expires),
      owner: owner === undefined ? '' : ` (owner: ${owner})`,
    };
    return [`${noticeText('AK412', args)} (AK412)`];
  }
  if (failure !== 'sunset') return [];
  const date = [...sunsets].find(([id]) => id === endpoint)?.[1] ?? '';
  return [`${noticeText('AK413', { endpoint, date })} (AK413)`];
}

function staleNotice(entry: Entry, { baseline }: Policy): Notice {
  const message = noticeText('AK411', { what: entryText(entry) });
  return { code: 'AK411', file: baseline?.name ?? '', line: entry.line, message };
}
