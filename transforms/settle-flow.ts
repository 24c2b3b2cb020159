import type { LegacyCall } from '../src/analysis/call.js';
import type { MockCall } from '../src/analysis/mocks.js';
import { NOTES } from '../src/codes/notes.js';
import { type Blocker, blockingCall, placeOf } from './blocker.js';
import type { Draft } from './draft.js';
import { hasForeignId, isPartOfRun } from './flow.js';
import type { PlanFile, PlannedCall, PlannedFlow } from './plan.js';
import type { Problem } from './problem.js';
import { statementAround } from './todo.js';
import { webhookNotes } from './webhooks.js';

/**
 * @param stranger keeps the flow where it is
 * @param files of the run
 */
export function settleFlow(
  flow: readonly Draft[],
  stranger: Blocker | undefined,
  files: readonly PlanFile[],
): PlannedFlow {
  const draft = flow.find(({ problems }) => problems.length > 0);
  const [first] = draft?.problems ?? [];
  const modules = files.map(({ analysis }) => analysis.module);
  const blocker = draft && first ? blockingCall(draft.call, draft.file, first.id) : stranger;
  const calls = flow.map(({ call }) => call);
  return flow.map((item): PlannedCall => {
    const { call, file, edits, imports } = item;
    const notes = [
      ...(call.pseudoTemplate ? [NOTES.pseudoTemplate] : []),
      ...item.notes,
      ...foreignIdNotes(call, calls),
      ...webhookNotes(call, modules),
    ];
    const planned = { call, file, reason: undefined, notes };
    if (!blocker) return { ...planned, outcome: 'rewritten', problems: [], edits, imports };
    const args = { place: placeOf(blocker, file), code: blocker.why };
    const problems = item.problems.length > 0 ? withPointer(item, files) : [{ id: 'AK303', args } as const];
    return { ...planned, outcome: 'todo', problems, edits: [], imports: [] };
  });
}

export function asLeft(call: LegacyCall | MockCall, file: PlanFile, reason: string): PlannedCall {
  const notes = call.pseudoTemplate ? [NOTES.pseudoTemplate] : [];
  return { call, file, outcome: 'left', problems: [], reason, notes, edits: [], imports: [] };
}

/** Where only readers of the answer hold a call back, it says which: their own annotations stand where they read. */
function withPointer({ call, file, problems }: Draft, files: readonly PlanFile[]): readonly Problem[] {
  const [first] = problems;
  const own = statementAround(call.call.node);
  if (!first?.at || problems.some(({ at }) => !at || statementAround(at.node) === own)) return problems;
  const { node, module } = first.at;
  const path = files.find(({ analysis }) => analysis.module === module)?.path ?? file.path;
  const reader = { name: 'the reader of its answer', node, path, why: first.id };
  return [...problems, { id: 'AK303', args: { place: placeOf(reader, file), code: first.id } }];
}

/** An id comes from, or goes to, code that is none of the flow's calls. */
function foreignIdNotes(call: LegacyCall, flow: readonly LegacyCall[]): string[] {
  const foreign = hasForeignId(call, flow);
  if (foreign === undefined) return [];
  return [foreign === 'taken' ? NOTES.foreignId : NOTES.idLeaves];
}

/** Files are moved one by one, but a run of KYC is on one side only: say so where it comes apart. */
export function withSplitRun(flows: readonly PlannedFlow[], files: readonly PlanFile[]): PlannedFlow[] {
  const run = new Set(flows.flat().filter(({ call }) => isPartOfRun(call.match.endpoint.id)));
  const isSeen = !files.some(({ analysis }) =>
    analysis.definitions.some(({ endpoint }) => isPartOfRun(endpoint)),
  );
  if (isSeen && [...run].every(({ outcome }) => outcome === 'rewritten')) return [...flows];
  return flows.map((flow) =>
    flow.map((item) =>
      item.outcome === 'rewritten' && run.has(item)
        ? { ...item, notes: [...item.notes, NOTES.splitRun] }
        : item,
    ),
  );
}
