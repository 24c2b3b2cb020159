import type { Analysis, LegacyCall } from '../src/analysis/call.js';
import type { MockCall } from '../src/analysis/mocks.js';
import { importedFiles, withoutEnding } from '../src/analysis/imports.js';
import { NOTES } from '../src/codes/notes.js';
import type { AkepaConfig, ValueImport } from '../src/config/types.js';
import type { Edit } from '../src/syntax/edits.js';
import { type Blocker, blockingCall, placeOf, strangerTo } from './blocker.js';
import { type Draft, draftsOf } from './draft.js';
import { type FlowFile, flowsOf, hasForeignId, isPartOfRun } from './flow.js';
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
  /** Absolute paths of files that hold a marker and do not parse: they may hold a step of a flow. */
  readonly unparsed?: readonly string[];
}

/** What becomes of one call. */
export interface PlannedCall {
  readonly call: LegacyCall | MockCall;
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
  /** With `left`: the annotations that stand above it stay, too. */
  readonly isHeld?: boolean;
}

/** Calls that move together or not at all. */
export type PlannedFlow = readonly PlannedCall[];

const UNCERTAIN = 'It is not certain that this call goes to connectFi';
const TEST_DOUBLE = 'It is a test double: change it with the call that it answers';
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
  const flowFiles = flowFilesOf(files, movable);
  const flows = flowsOf([...flowFiles.keys()]).map((flow) => {
    const ofFlow = flow.flatMap((call) => drafts.get(call) ?? []);
    return settleFlow(ofFlow, strangerTo(flow, flowFiles, options.unparsed ?? []));
  });
  const doubles = files.flatMap((file) =>
    file.analysis.mocks.map((mock) => [settled(mock, file, TEST_DOUBLE)]),
  );
  return [...withSplitRun(flows, files), ...left, ...doubles];
}

/** What the flows have to know of each file. */
function flowFilesOf(
  files: readonly PlanFile[],
  movable: readonly (readonly LegacyCall[])[],
): Map<FlowFile, PlanFile> {
  const nodes = files.map(({ analysis, path }, index) => {
    const calls = movable[index] ?? [];
    return {
      movable: calls,
      left: analysis.calls.filter((call) => !calls.includes(call)),
      definitions: analysis.definitions,
      neighbours: new Set<FlowFile>(),
      // Only a file with calls can pass an id on.
      imports: analysis.calls.length > 0 ? importedFiles(analysis.module, path) : new Set<string>(),
      name: withoutEnding(path),
    };
  });
  // Several files may have one name without its ending: kyc.ts and kyc/index.ts.
  const byName = new Map<string, typeof nodes>();
  for (const node of nodes) byName.set(node.name, [...(byName.get(node.name) ?? []), node]);
  for (const node of nodes) {
    for (const other of [...node.imports].flatMap((name) => byName.get(name) ?? [])) {
      if (other === node) continue;
      node.neighbours.add(other);
      other.neighbours.add(node);
    }
  }
  return new Map(nodes.flatMap((node, index) => (files[index] ? [[node, files[index]]] : [])));
}

/** Files are moved one by one, but a run of KYC is on one side only: say so where it comes apart. */
function withSplitRun(flows: readonly PlannedFlow[], files: readonly PlanFile[]): PlannedFlow[] {
  const run = flows.flat().filter(({ call }) => isPartOfRun(call.match.endpoint.id));
  const isSeen = !files.some(({ analysis }) =>
    analysis.definitions.some(({ endpoint }) => isPartOfRun(endpoint)),
  );
  if (isSeen && run.every(({ outcome }) => outcome === 'rewritten')) return [...flows];
  return flows.map((flow) =>
    flow.map((item) =>
      item.outcome === 'rewritten' && run.includes(item)
        ? { ...item, notes: [...item.notes, NOTES.splitRun] }
        : item,
    ),
  );
}

function reasonToLeave({ confidence, match }: LegacyCall): string | undefined {
  if (!recipeFor(match.endpoint.id)) return NO_SUCCESSOR;
  return confidence === 'possible' ? UNCERTAIN : undefined;
}

/** @param stranger keeps the flow where it is */
function settleFlow(flow: readonly Draft[], stranger: Blocker | undefined): PlannedFlow {
  const draft = flow.find(({ problems }) => problems.length > 0);
  const [first] = draft?.problems ?? [];
  const blocker = draft && first ? blockingCall(draft.call, draft.file, first.id) : stranger;
  const calls = flow.map(({ call }) => call);
  return flow.map((item): PlannedCall => {
    const { call, file, edits, imports } = item;
    const notes = [
      ...(call.pseudoTemplate ? [NOTES.pseudoTemplate] : []),
      ...item.notes,
      ...foreignIdNotes(call, calls),
    ];
    const planned = { call, file, reason: undefined, notes };
    if (!blocker) return { ...planned, outcome: 'rewritten', problems: [], edits, imports };
    const args = { place: placeOf(blocker, file), code: blocker.why };
    const problems = item.problems.length > 0 ? item.problems : [{ id: 'AK303', args } as const];
    return { ...planned, outcome: 'todo', problems, edits: [], imports: [] };
  });
}

function settled(call: LegacyCall | MockCall, file: PlanFile, reason: string): PlannedCall {
  const notes = call.pseudoTemplate ? [NOTES.pseudoTemplate] : [];
  return { call, file, outcome: 'left', problems: [], reason, notes, edits: [], imports: [] };
}

/** An id comes from, or goes to, code that is none of the flow's calls. */
function foreignIdNotes(call: LegacyCall, flow: readonly LegacyCall[]): string[] {
  const foreign = hasForeignId(call, flow);
  if (foreign === undefined) return [];
  return [foreign === 'taken' ? NOTES.foreignId : NOTES.idLeaves];
}
