import { dirname, relative, sep } from 'node:path';

import type { Analysis, LegacyCall } from '../src/analysis/call.js';
import { NOTES } from '../src/codes/notes.js';
import type { AkepaConfig, ValueImport } from '../src/config/types.js';
import type { Edit } from '../src/syntax/edits.js';
import { type Draft, draftsOf } from './draft.js';
import { flowsOf, isPartOfRun, missingFrom, symbolAround } from './flow.js';
import type { Problem } from './problem.js';
import { recipeFor } from './recipes/index.js';

/** An analysed file and where it lies. */
export interface PlanFile {
  readonly analysis: Analysis;
  /** Absolute. */
  readonly path: string;
}

export interface PlanOptions {
  readonly config: AkepaConfig;
  /** Absolute folder that the config's relative imports start from. */
  readonly root?: string | undefined;
}

/** What becomes of one call. */
export interface PlannedCall {
  readonly call: LegacyCall;
  readonly file: PlanFile;
  readonly outcome: 'rewritten' | 'todo' | 'left';
  /** With `todo`: at least one. */
  readonly problems: readonly Problem[];
  /** With `left`. */
  readonly reason: string | undefined;
  readonly notes: readonly string[];
  /** With `rewritten`. */
  readonly edits: readonly Edit[];
  readonly imports: readonly ValueImport[];
}

/** Calls that move together or not at all. */
export type PlannedFlow = readonly PlannedCall[];

/** A call that keeps the rest of its flow on the legacy side. */
interface Blocker {
  readonly call: LegacyCall;
  readonly file: PlanFile;
  readonly why: string;
}

const NOT_CERTAIN = 'it is not certain that it goes to connectFi';
const UNCERTAIN = 'It is not certain that this call goes to connectFi';
const NO_SUCCESSOR = 'akepa has no counterpart';

/** Decides for every call whether it is rewritten, and how. Writes nothing. */
export function planFlows(files: readonly PlanFile[], options: PlanOptions): PlannedFlow[] {
  const left: PlannedFlow[] = [];
  const movable = files.map((file) =>
    file.analysis.calls.filter((call) => {
      const reason = reasonToLeave(call);
      if (reason !== undefined) left.push([settled(call, file, reason)]);
      return reason === undefined;
    }),
  );
  const drafts = new Map(
    files
      .flatMap((file, index) => draftsOf(file, movable[index] ?? [], options))
      .map((draft) => [draft.call, draft]),
  );
  const uncertain = files.map(({ analysis }) =>
    analysis.calls.filter((call) => reasonToLeave(call) === UNCERTAIN),
  );
  const flows = flowsOf(movable).map((flow) => {
    const stranger = missingFrom(flow, movable, uncertain);
    const home = stranger && files.find(({ analysis }) => analysis.calls.includes(stranger));
    const ofFlow = flow.flatMap((call) => drafts.get(call) ?? []);
    return settleFlow(ofFlow, stranger && home && { call: stranger, file: home, why: NOT_CERTAIN });
  });
  return [...withSplitRun(flows), ...left];
}

/** Files are moved one by one, but a run of KYC is on one side only: say so where it comes apart. */
function withSplitRun(flows: readonly PlannedFlow[]): PlannedFlow[] {
  const run = flows.flat().filter(({ call }) => isPartOfRun(call));
  if (run.every(({ outcome }) => outcome === 'rewritten')) return [...flows];
  return flows.map((flow) =>
    flow.map((item) =>
      item.outcome === 'rewritten' && isPartOfRun(item.call)
        ? { ...item, notes: [...item.notes, NOTES.splitRun] }
        : item,
    ),
  );
}

function reasonToLeave({ confidence, match }: LegacyCall): string | undefined {
  if (!recipeFor(match.endpoint.id)) return NO_SUCCESSOR;
  return confidence === 'possible' ? UNCERTAIN : undefined;
}

/** @param stranger keeps the flow where it is, see {@link missingFrom} */
function settleFlow(flow: readonly Draft[], stranger: Blocker | undefined): PlannedFlow {
  const draft = flow.find(({ problems }) => problems.length > 0);
  const [first] = draft?.problems ?? [];
  const blocker = draft && first ? { call: draft.call, file: draft.file, why: first.id } : stranger;
  return flow.map((item): PlannedCall => {
    const { call, file, edits, imports } = item;
    const notes = [...(call.pseudoTemplate ? [NOTES.pseudoTemplate] : []), ...item.notes];
    const planned = { call, file, reason: undefined, notes };
    if (!blocker) return { ...planned, outcome: 'rewritten', problems: [], edits, imports };
    const args = { place: placeOf(blocker, file), code: blocker.why };
    const problems = item.problems.length > 0 ? item.problems : [{ id: 'AK303', args } as const];
    return { ...planned, outcome: 'todo', problems, edits: [], imports: [] };
  });
}

function settled(call: LegacyCall, file: PlanFile, reason: string): PlannedCall {
  const notes = call.pseudoTemplate ? [NOTES.pseudoTemplate] : [];
  return { call, file, outcome: 'left', problems: [], reason, notes, edits: [], imports: [] };
}

/** Names a call without line numbers, which the next edit would make untrue. */
function placeOf({ call, file }: Blocker, from: PlanFile): string {
  const symbol = symbolAround(call.call.node);
  const where = symbol === undefined ? 'at the top level' : `in \`${symbol}\``;
  const to = relative(dirname(from.path), file.path).split(sep).join('/');
  const path = file.path === from.path ? '' : ` of ${to.startsWith('.') ? to : `./${to}`}`;
  return `the ${call.match.endpoint.id} call ${where}${path}`;
}
