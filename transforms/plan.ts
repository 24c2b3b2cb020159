import { dirname, relative, sep } from 'node:path';

import type { Analysis, LegacyCall } from '../src/analysis/call.js';
import { NOTES } from '../src/codes/notes.js';
import type { AkepaConfig, ValueImport } from '../src/config/types.js';
import { valuesFor } from '../src/config/values.js';
import type { Edit } from '../src/syntax/edits.js';
import { type Style, styleOf } from '../src/syntax/style.js';
import { importFor } from './edits/imports.js';
import { requestEdits } from './edits/request.js';
import { sharedUrl, urlEdits } from './edits/url.js';
import { factsOf } from './facts.js';
import { flowsOf, isPartOfRun, symbolAround } from './flow.js';
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
    for (const item of ofFile) drafts.set(item.call, withSharing(item, ofFile));
  }
  const flows = flowsOf(movable).map((flow) => settleFlow(flow.flatMap((call) => drafts.get(call) ?? [])));
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
  const facts = factsOf(call, valuesFor(config, file.path, root), config.akepa, style);
  const plan = recipeFor(call.match.endpoint.id)?.plan(facts);
  if (plan?.kind !== 'change') return { ...nothing, problems: plan?.problems ?? [] };
  const url = urlEdits(call, plan.change.successor);
  const request = requestEdits(call, plan.change, style);
  const problems = [url, request].flatMap((result) => ('problem' in result ? [result.problem] : []));
  if ('problem' in url || 'problem' in request) return { ...nothing, problems };
  return {
    ...nothing,
    problems,
    change: plan.change,
    notes: plan.notes,
    urlEdits: url.edits,
    edits: [...url.edits, ...request.edits],
    imports: facts.values.imports().map((item) => importFor(item, file.path, root)),
  };
}

/** Text that a URL shares with code that does not want the same edit must stay. */
function withSharing(item: Draft, ofFile: readonly Draft[]): Draft {
  const problem = sharedUrl(item.call, item.urlEdits, (edit) =>
    ofFile.filter(({ urlEdits }) => urlEdits.some((other) => isSame(edit, other))).map(({ call }) => call),
  );
  return problem ? { ...item, change: undefined, problems: [...item.problems, problem] } : item;
}

function isSame(left: Edit, right: Edit): boolean {
  return left.text === right.text && left.range[0] === right.range[0] && left.range[1] === right.range[1];
}

function settleFlow(flow: readonly Draft[]): PlannedFlow {
  const blocker = flow.find(({ problems }) => problems.length > 0);
  return flow.map((item): PlannedCall => {
    const { call, file } = item;
    const notes = [...(call.pseudoTemplate ? [NOTES.pseudoTemplate] : []), ...item.notes];
    const [first] = blocker?.problems ?? [];
    if (!blocker || !first)
      return {
        call,
        file,
        outcome: 'rewritten',
        problems: [],
        reason: undefined,
        notes,
        edits: item.edits,
        imports: item.imports,
      };
    const args = { place: placeOf(blocker, file), code: first.id };
    const problems = item.problems.length > 0 ? item.problems : [{ id: 'AK303', args } as const];
    return { call, file, outcome: 'todo', problems, reason: undefined, notes, edits: [], imports: [] };
  });
}

function settled(call: LegacyCall, file: PlanFile, reason: string): PlannedCall {
  const notes = call.pseudoTemplate ? [NOTES.pseudoTemplate] : [];
  return { call, file, outcome: 'left', problems: [], reason, notes, edits: [], imports: [] };
}

/** Names a call without line numbers, which the next edit would make untrue. */
function placeOf({ call, file }: Draft, from: PlanFile): string {
  const symbol = symbolAround(call.call.node);
  const where = symbol === undefined ? 'at the top level' : `in \`${symbol}\``;
  const to = relative(dirname(from.path), file.path).split(sep).join('/');
  const path = file.path === from.path ? '' : ` of ${to.startsWith('.') ? to : `./${to}`}`;
  return `the ${call.match.endpoint.id} call ${where}${path}`;
}
