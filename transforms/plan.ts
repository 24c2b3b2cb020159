import { dirname, relative, sep } from 'node:path';

import type { Analysis, LegacyCall } from '../src/analysis/call.js';
import { NOTES } from '../src/codes/notes.js';
import type { AkepaConfig, ValueImport } from '../src/config/types.js';
import { legacyEndpoint } from '../src/endpoints/lookup.js';
import type { Edit } from '../src/syntax/edits.js';
import type { Node } from '../src/syntax/module.js';
import { type Draft, draftsOf } from './draft.js';
import { flowsOf, isPartOfRun, missingFrom, missingSteps, symbolAround, takesForeignId } from './flow.js';
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

/** What keeps the rest of a flow on the legacy side. */
interface Blocker {
  readonly node: Node;
  /** For people: `the document-upload call`. */
  readonly name: string;
  readonly file: PlanFile;
  readonly why: string;
}

const NOT_CERTAIN = 'it is not certain that it goes to connectFi';
const NO_CALL_SEEN = 'no call was seen that sends it';
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
    const ofFlow = flow.flatMap((call) => drafts.get(call) ?? []);
    const call = missingFrom(flow, movable, uncertain);
    const stranger = call ? strangerCall(call, files) : strangerPath(flow, files);
    return settleFlow(ofFlow, stranger);
  });
  return [...withSplitRun(flows), ...left];
}

/** A call that may be a part of the flow, but stays. */
function strangerCall(call: LegacyCall, files: readonly PlanFile[]): Blocker | undefined {
  const file = files.find(({ analysis }) => analysis.calls.includes(call));
  return file && { ...callBlocker(call, file), why: NOT_CERTAIN };
}

/** A path of a step that the flow has no call of: something sends it, and would stay. */
function strangerPath(flow: readonly LegacyCall[], files: readonly PlanFile[]): Blocker | undefined {
  const missing = missingSteps(flow);
  for (const file of files) {
    const found = file.analysis.definitions.find(({ endpoint }) => missing.includes(endpoint));
    if (!found) continue;
    const { path } = legacyEndpoint(found.endpoint);
    return { node: found.node, name: `the path ${path}`, file, why: NO_CALL_SEEN };
  }
  return undefined;
}

function callBlocker(call: LegacyCall, file: PlanFile): Omit<Blocker, 'why'> {
  return { node: call.call.node, name: `the ${call.match.endpoint.id} call`, file };
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

/** @param stranger keeps the flow where it is */
function settleFlow(flow: readonly Draft[], stranger: Blocker | undefined): PlannedFlow {
  const draft = flow.find(({ problems }) => problems.length > 0);
  const [first] = draft?.problems ?? [];
  const blocker = draft && first ? { ...callBlocker(draft.call, draft.file), why: first.id } : stranger;
  const calls = flow.map(({ call }) => call);
  return flow.map((item): PlannedCall => {
    const { call, file, edits, imports } = item;
    const notes = [
      ...(call.pseudoTemplate ? [NOTES.pseudoTemplate] : []),
      ...item.notes,
      ...(takesForeignId(call, calls) ? [NOTES.foreignId] : []),
    ];
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

/** Names a place without line numbers, which the next edit would make untrue. */
function placeOf({ node, name, file }: Blocker, from: PlanFile): string {
  const symbol = symbolAround(node);
  const where = symbol === undefined ? 'at the top level' : `in \`${symbol}\``;
  const to = relative(dirname(from.path), file.path).split(sep).join('/');
  const path = file.path === from.path ? '' : ` of ${to.startsWith('.') ? to : `./${to}`}`;
  return `${name} ${where}${path}`;
}
