import type { AnswerUse } from '../src/analysis/answer.js';
import type { LegacyCall } from '../src/analysis/call.js';
import type { ValueImport } from '../src/config/types.js';
import { valuesFor } from '../src/config/values.js';
import { scriptStyle } from '../src/syntax/blocks/script-style.js';
import type { Edit, PlacedEdit } from '../src/syntax/edits.js';
import type { Node } from '../src/syntax/module.js';
import { contains, startOf } from '../src/syntax/ranges.js';
import type { Style } from '../src/syntax/style.js';
import { ancestor } from '../src/syntax/walk.js';
import { valuesAt } from './edits/imports.js';
import type { Reach } from './edits/reach.js';
import { requestEdits, safeEdits } from './edits/request.js';
import { sequenceEdits } from './edits/sequence/sequence.js';
import { ownWay } from './edits/sequence/way.js';
import { sharedUrl, urlEdits } from './edits/url.js';
import { bodyElsewhere, elsewhere } from './elsewhere.js';
import { factsOf } from './facts.js';
import { linkRuns } from './link-runs.js';
import { editKey, overlapsAmong } from './overlap.js';
import type { PlanFile, PlanOptions } from './plan.js';
import type { Problem } from './problem.js';
import type { CallReading } from './readers/readings.js';
import type { CallFacts } from './recipes/recipe.js';
import { recipeFor } from './recipes/index.js';
import type { Change } from './recipes/recipe.js';
import { placed as inFile } from './readers/reading.js';
import { throughEdits, wrapperProblem } from './wrappers/index.js';
import { wayThrough } from './wrappers/way.js';

/** A call and what its recipe and the edits say, before its flow is looked at. */
export interface Draft {
  readonly call: LegacyCall;
  readonly file: PlanFile;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  readonly urlEdits: readonly PlacedEdit[];
  readonly edits: readonly PlacedEdit[];
  readonly imports: readonly ValueImport[];
  /** What is read of its answer, for the doubles that give one. */
  readonly answer: readonly AnswerUse[];
  readonly reading: CallReading | undefined;
}

/** What a draft has to know besides its call. */
interface Around {
  readonly reach: Reach;
  /** What reads its answer. */
  readonly read: CallReading | undefined;
}

/** Something that may change with a text: a call, or a double. */
export type TextUser = Pick<LegacyCall, 'call' | 'seen'>;

/** The drafts for the calls of a file that may move. */
export function draftsOf(
  file: PlanFile,
  movable: readonly LegacyCall[],
  options: PlanOptions,
  around: { readonly reach: Reach; readonly readings: ReadonlyMap<LegacyCall, CallReading> },
): Draft[] {
  if (movable.length === 0) return [];
  const style = scriptStyle(file.analysis.module);
  const { reach, readings } = around;
  return factsIn(file, movable, style, options, around).map((facts) =>
    draft(facts, file, style, { reach, read: readings.get(facts.call) }),
  );
}

/**
 * The drafts checked against each other and against the calls that stay.
 *
 * @param users the calls and doubles that may change with a text, by the key of the edit
 */
export function checkedDrafts(
  drafts: readonly Draft[],
  users: ReadonlyMap<string, readonly TextUser[]>,
  reach: Reach,
): Draft[] {
  const byCall = new Map(drafts.map((item) => [item.call, item]));
  const overlaps = new Map<PlanFile, ReturnType<typeof overlapsAmong>>();
  return drafts.map((item) => {
    const { calls } = item.file.analysis;
    const overlap =
      overlaps.get(item.file) ??
      overlapsAmong(calls.map((call) => ({ call, edits: byCall.get(call)?.edits ?? [] })));
    overlaps.set(item.file, overlap);
    const problems = [
      overlap(item),
      sharedUrl(item.call, item.urlEdits, (edit) => users.get(editKey(edit)) ?? [], reach),
    ].filter((problem) => problem !== undefined);
    return problems.length > 0 ? { ...item, problems: [...item.problems, ...problems] } : item;
  });
}

/** The facts of the calls, and of those that one update takes along. */
function factsIn(
  file: PlanFile,
  calls: readonly LegacyCall[],
  style: Style,
  { config, root }: PlanOptions,
  { reach, readings }: Parameters<typeof draftsOf>[3],
): CallFacts[] {
  const values = valuesAt(valuesFor(config, file.path, root), file.path, root);
  const all = calls.map((call) =>
    factsOf(call, values, config.akepa, style, calls, readings.get(call)?.answer.uses ?? []),
  );
  // What is one for each document can't be one for several.
  const isForDocument =
    typeof values.applicationId === 'object' && values.applicationId.expression.includes('{documentId}');
  const own = all.filter(({ call }) => call.through.length === 0 && !elsewhere(call, reach));
  const runs = isForDocument ? [] : linkRuns(own);
  const led = new Map(runs.map(([leader, ...followers]) => [leader, followers]));
  const following = new Set([...led.values()].flat());
  return all.map((facts) => ({
    ...facts,
    followers: led.get(facts) ?? [],
    isFollower: following.has(facts),
  }));
}

function draft(facts: CallFacts, file: PlanFile, style: Style, { reach, read }: Around): Draft {
  const { call } = facts;
  const nothing = {
    ...{ call, file, notes: [], urlEdits: [], edits: [], imports: [], answer: [] },
    reading: read,
  };
  const placed = elsewhere(call, reach);
  if (placed) return { ...nothing, problems: [placed] };
  const rest = read?.rest ?? facts.answer;
  const plan = recipeFor(call.match.endpoint.id)?.plan({ ...facts, answer: rest });
  const unread = read?.problems ?? [];
  if (plan?.kind !== 'change') return { ...nothing, problems: [...(plan?.problems ?? []), ...unread] };
  const { body } = plan.change;
  const unclear = wrapperProblem(call, facts.answer) ?? bodyProblem(call, plan.change);
  if (unclear) return { ...nothing, problems: [unclear] };
  const drafted = {
    ...nothing,
    problems: unread,
    notes: [...plan.notes, ...facts.values.notes(), ...(read?.notes ?? [])],
    imports: facts.values.imports(),
    answer: facts.answer,
  };
  const inModule = (edits: readonly Edit[]): PlacedEdit[] =>
    inFile([...edits, ...facts.values.edits()], call.call.module);
  const readers = read?.edits ?? [];
  if (body.kind === 'sequence') {
    const rank = rankOf(call, file);
    const imports = [...drafted.imports];
    const result = safeEdits(call, () => {
      const way = call.through.length === 0 ? ownWay(call, style) : wayThrough(call, style);
      imports.push(...way.frame.imports);
      return sequenceEdits(call, way, body, style, rank);
    });
    if ('problem' in result) return { ...nothing, problems: [result.problem, ...unread] };
    return { ...drafted, imports, edits: [...inModule(result.edits), ...readers] };
  }
  const url = urlEdits(call, plan.change.successor);
  const ofUrl = 'edits' in url ? [...url.edits, ...url.along] : [];
  const beside = ofUrl.filter(({ module }) => module === call.call.module);
  const request =
    call.through.length === 0
      ? requestEdits(call, plan.change, style, beside)
      : throughEdits(call, plan.change, style, beside);
  const problems = [url, request].flatMap((result) => ('problem' in result ? [result.problem] : []));
  if ('problem' in url || 'problem' in request) return { ...nothing, problems: [...problems, ...unread] };
  const own = [...inModule(request.edits), ...readers];
  return { ...drafted, urlEdits: url.edits, edits: [...withoutRemoved(ofUrl, own), ...own] };
}

/** The edits that are not in a text that others take away. */
function withoutRemoved(edits: readonly PlacedEdit[], others: readonly PlacedEdit[]): PlacedEdit[] {
  return edits.filter(
    ({ module, range }) =>
      !others.some((other) => other.module === module && other.text === '' && contains(other.range, range)),
  );
}

/** The place of a call among those of its endpoint in the same block, whose names must not meet. */
function rankOf({ call, match }: LegacyCall, { analysis }: PlanFile): number {
  const block = blockOf(call.node);
  const before = analysis.calls.filter(
    (other) =>
      other.match.endpoint === match.endpoint &&
      startOf(other.call.node) < startOf(call.node) &&
      blockOf(other.call.node) === block,
  );
  return before.length + 1;
}

function blockOf(node: Node): Node | undefined {
  return ancestor(node, ({ type }) => type === 'BlockStatement' || type === 'Program');
}

/** A body that changes is edited where it is written. */
function bodyProblem(call: LegacyCall, { body }: Change): Problem | undefined {
  const isAdded = body.kind === 'add' && call.through.length > 0;
  return body.kind === 'keep' || isAdded ? undefined : bodyElsewhere(call);
}
