import type { Analysis, LegacyCall } from '../src/analysis/call.js';
import type { MockCall } from '../src/analysis/mocks.js';
import { importedFiles, withoutEnding } from '../src/analysis/imports.js';
import { NOTES } from '../src/codes/notes.js';
import type { AkepaConfig, ValueImport } from '../src/config/types.js';
import type { PlacedEdit } from '../src/syntax/edits.js';
import { type Module, type Term, termOf } from '../src/syntax/module.js';
import { nodesOf } from '../src/syntax/walk.js';
import { type Blocker, blockingCall, placeOf, strangerTo } from './blocker.js';
import { checkedDrafts, type Draft, draftsOf, type TextUser } from './draft.js';
import { planDoubles } from './doubles/plan.js';
import { doubleUrlEdits } from './doubles/url.js';
import { reachOf } from './edits/reach.js';
import { elsewhere } from './elsewhere.js';
import { type FlowFile, flowsOf, hasForeignId, isPartOfRun } from './flow.js';
import { mentionsIn } from './mentions.js';
import { editKey } from './overlap.js';
import type { Problem } from './problem.js';
import { readingsOf } from './readers/readings.js';
import { recipeFor } from './recipes/index.js';
import { withSharedTexts } from './shared-texts.js';
import { typeMentionsIn } from './type-mentions.js';
import { webhookNotes, webhookProblems } from './webhooks.js';
import { statementAround } from './todo.js';

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
  /** The files are all that may import one of them: paths that they export can be edited. */
  readonly isWhole?: boolean | undefined;
  /** Absolute paths of files that hold a marker and do not parse: they may hold a step of a flow. */
  readonly unparsed?: readonly string[];
  /** Absolute paths, without ending, of what packages offer to others. */
  readonly entries?: ReadonlySet<string> | undefined;
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
  /** With `rewritten`; of this file and of others. */
  readonly edits: readonly PlacedEdit[];
  readonly imports: readonly ValueImport[];
  /** With `left`: the annotations that stand above it stay, too. */
  readonly isHeld?: boolean;
}

/** Calls that move together or not at all. */
export type PlannedFlow = readonly PlannedCall[];

const UNCERTAIN = 'It is not certain that this call goes to connectFi';
const NO_SUCCESSOR = 'akepa has no counterpart';

/** What becomes of the calls of a run, and of the doubles that answer them. */
export interface Plan {
  readonly flows: readonly PlannedFlow[];
  /** @param flows as they turned out */
  readonly doubles: (flows: readonly PlannedFlow[]) => PlannedCall[];
}

/** Decides for every call and every double whether it is rewritten, and how. Writes nothing. */
export function planFlows(files: readonly PlanFile[], options: PlanOptions): PlannedFlow[] {
  const { flows, doubles } = planCalls(files, options);
  return [...flows, ...doubles(flows).map((double) => [double])];
}

/** Decides for every call; the doubles follow once it is certain what the calls do. */
export function planCalls(files: readonly PlanFile[], options: PlanOptions): Plan {
  const left: PlannedFlow[] = [];
  const movable = files.map((file) =>
    file.analysis.calls.filter((call) => {
      const reason = reasonToLeave(call);
      if (reason !== undefined) left.push([settled(call, file, reason)]);
      return reason === undefined;
    }),
  );
  const reach = reachOf(
    files.map(({ analysis }) => analysis.module),
    // A file that could not be looked into may use what others export.
    (options.isWhole ?? false) && !options.unparsed?.length,
  );
  const entries = entriesAmong(files, options);
  const readings = readingsOf(
    movable.flat().filter((call) => !elsewhere(call, reach)),
    {
      mentions: mentionsIn(reach, entries),
      typeMentions: typeMentionsIn(reach, entries),
      literalsOf: (text) => reach.modules.flatMap((module) => literalsIn(module, text)),
      waiting: options.config.akepa?.waitingData,
      has: (module) => reach.has(module),
    },
  );
  const drafted = files.flatMap((file, index) =>
    draftsOf(file, movable[index] ?? [], options, { reach, readings }).map((draft) => {
      const served = webhookProblems(draft.call, reach.modules);
      return served.length > 0 ? { ...draft, problems: [...draft.problems, ...served] } : draft;
    }),
  );
  const users = usersOfTexts(files, drafted);
  const drafts = new Map<PlannedCall['call'], Draft>(
    checkedDrafts(drafted, users, reach).map((draft) => [draft.call, draft]),
  );
  const flowFiles = flowFilesOf(files, movable);
  const flows = withSharedTexts(flowsOf([...flowFiles.keys()]), drafts).map((flow) => {
    const ofFlow = flow.flatMap((call) => drafts.get(call) ?? []);
    return settleFlow(ofFlow, strangerTo(flow, flowFiles, options.unparsed ?? []), files);
  });
  return {
    flows: [...withSplitRun(flows, files), ...left],
    doubles: (settledFlows) =>
      planDoubles(settledFlows, {
        files,
        reach,
        users,
        answered: ({ call }) => ({ answer: drafts.get(call)?.answer ?? [] }),
      }),
  };
}

/** The calls and the doubles whose URL is written in a text, by the edit that moves it. */
function usersOfTexts(files: readonly PlanFile[], drafts: readonly Draft[]): Map<string, TextUser[]> {
  const found = new Map<string, TextUser[]>();
  const add = (edit: PlacedEdit, user: TextUser): void => {
    const same = found.get(editKey(edit));
    if (same) same.push(user);
    else found.set(editKey(edit), [user]);
  };
  for (const { call, urlEdits: edits } of drafts) for (const edit of edits) add(edit, call);
  for (const mock of files.flatMap(({ analysis }) => analysis.mocks))
    for (const edit of doubleUrlEdits(mock) ?? []) add(edit, mock);
  return found;
}

function literalsIn(module: Module, text: string): Term[] {
  if (!module.text.includes(text)) return [];
  return nodesOf(module, 'Literal').flatMap((node) => (node.value === text ? [termOf(node, module)] : []));
}

/** What a package offers to others. */
function entriesAmong(files: readonly PlanFile[], { entries }: PlanOptions): Set<Module> {
  const found = files.filter(({ path }) => entries?.has(withoutEnding(path)));
  return new Set(found.map(({ analysis }) => analysis.module));
}

/** What the flows have to know of each file. */
function flowFilesOf(
  files: readonly PlanFile[],
  movable: readonly (readonly LegacyCall[])[],
): Map<FlowFile, PlanFile> {
  const nodes = files.map(({ analysis, path }, index) => {
    const calls = new Set(movable[index]);
    return {
      movable: [...calls],
      left: analysis.calls.filter((call) => !calls.has(call)),
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

function reasonToLeave({ confidence, match }: LegacyCall): string | undefined {
  if (!recipeFor(match.endpoint.id)) return NO_SUCCESSOR;
  return confidence === 'possible' ? UNCERTAIN : undefined;
}

/**
 * @param stranger keeps the flow where it is
 * @param files of the run
 */
function settleFlow(
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

function settled(call: LegacyCall | MockCall, file: PlanFile, reason: string): PlannedCall {
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
