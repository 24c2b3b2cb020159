import type { Analysis, LegacyCall } from '../src/analysis/call.js';
import { withoutEnding } from '../src/analysis/imports.js';
import type { MockCall } from '../src/analysis/mocks.js';
import type { AkepaConfig, ValueImport } from '../src/config/types.js';
import type { PlacedEdit } from '../src/syntax/edits.js';
import { type Module, type Term, termOf } from '../src/syntax/module.js';
import { nodesOf } from '../src/syntax/walk.js';
import { strangerTo } from './blocker.js';
import { planDoubles } from './doubles/plan.js';
import { doubleUrlEdits } from './doubles/url.js';
import { checkedDrafts, type Draft, draftsOf, type TextUser } from './draft.js';
import { reachOf } from './edits/reach.js';
import { elsewhere } from './elsewhere.js';
import { flowFilesOf } from './flow-files.js';
import { flowsOf } from './flow.js';
import { mentionsIn } from './mentions.js';
import { editKey } from './overlap.js';
import type { Problem } from './problem.js';
import { readingsOf } from './readers/readings.js';
import { recipeFor } from './recipes/index.js';
import { asLeft, settleFlow, withSplitRun } from './settle-flow.js';
import { withSharedTexts } from './shared-texts.js';
import { typeMentionsIn } from './type-mentions.js';
import { webhookProblems } from './webhooks.js';

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
      if (reason !== undefined) left.push([asLeft(call, file, reason)]);
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

function reasonToLeave({ confidence, match }: LegacyCall): string | undefined {
  if (!recipeFor(match.endpoint.id)) return NO_SUCCESSOR;
  return confidence === 'possible' ? UNCERTAIN : undefined;
}
