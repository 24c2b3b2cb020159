import { dirname, relative, sep } from 'node:path';

import type { Analysis, LegacyCall } from '../src/analysis/call.js';
import { NOTES } from '../src/codes/notes.js';
import type { AkepaConfig, ValueImport } from '../src/config/types.js';
import { valuesFor } from '../src/config/values.js';
import type { Edit } from '../src/syntax/edits.js';
import { type Style, styleOf } from '../src/syntax/style.js';
import { valuesAt } from './edits/imports.js';
import { requestEdits } from './edits/request.js';
import { sharedUrl, urlEdits } from './edits/url.js';
import { factsOf } from './facts.js';
import { flowsOf, isPartOfRun, missingFrom, symbolAround } from './flow.js';
import { isSame, overlap } from './overlap.js';
import type { Problem } from './problem.js';
import { recipeFor } from './recipes/index.js';
import type { Change } from './recipes/recipe.js';

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

/** A call and what its recipe and the edits say, before its flow is looked at. */
interface Draft {
  readonly call: LegacyCall;
  readonly file: PlanFile;
  readonly change: Change | undefined;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  readonly urlEdits: readonly Edit[];
  readonly edits: readonly Edit[];
  readonly imports: readonly ValueImport[];
}

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
  const drafts = new Map<LegacyCall, Draft>();
  for (const [index, file] of files.entries()) {
    const style = styleOf(file.analysis.module.text);
    const ofFile = (movable[index] ?? []).map((call) => draft(call, file, style, options));
    const legacy = file.analysis.calls.map((call) => ({ call, edits: editsOf(call, ofFile) }));
    for (const item of ofFile) drafts.set(item.call, withSharing(withOverlap(item, legacy), ofFile));
  }
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

function draft(call: LegacyCall, file: PlanFile, style: Style, { config, root }: PlanOptions): Draft {
  const nothing = { call, file, change: undefined, notes: [], urlEdits: [], edits: [], imports: [] };
  const values = valuesAt(valuesFor(config, file.path, root), file.path, root);
  const facts = factsOf(call, values, config.akepa, style);
  const plan = recipeFor(call.match.endpoint.id)?.plan(facts);
  if (plan?.kind !== 'change') return { ...nothing, problems: plan?.problems ?? [] };
  const url = urlEdits(call, plan.change.successor);
  const request = requestEdits(call, plan.change, style, 'edits' in url ? url.edits : []);
  const problems = [url, request].flatMap((result) => ('problem' in result ? [result.problem] : []));
  if ('problem' in url || 'problem' in request) return { ...nothing, problems };
  return {
    ...nothing,
    problems,
    change: plan.change,
    notes: plan.notes,
    urlEdits: url.edits,
    edits: [...url.edits, ...request.edits],
    imports: facts.values.imports(),
  };
}

function editsOf(call: LegacyCall, drafts: readonly Draft[]): readonly Edit[] {
  return drafts.find((item) => item.call === call)?.edits ?? [];
}

/** Edits must not reach into another call. */
function withOverlap(item: Draft, legacy: readonly { call: LegacyCall; edits: readonly Edit[] }[]): Draft {
  const problem = overlap(
    item.call,
    item.edits,
    legacy.filter(({ call }) => call !== item.call),
  );
  return problem ? { ...item, change: undefined, problems: [...item.problems, problem] } : item;
}

/** Text that a URL shares with code that does not want the same edit must stay. */
function withSharing(item: Draft, ofFile: readonly Draft[]): Draft {
  const problem = sharedUrl(item.call, item.urlEdits, (edit) =>
    ofFile.filter(({ urlEdits }) => urlEdits.some((other) => isSame(edit, other))).map(({ call }) => call),
  );
  return problem ? { ...item, change: undefined, problems: [...item.problems, problem] } : item;
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
