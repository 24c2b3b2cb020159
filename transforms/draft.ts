import { traceAnswer } from '../src/analysis/answer.js';
import type { LegacyCall } from '../src/analysis/call.js';
import type { ValueImport } from '../src/config/types.js';
import { valuesFor } from '../src/config/values.js';
import type { Edit } from '../src/syntax/edits.js';
import { scriptStyle } from '../src/syntax/blocks/script-style.js';
import type { Node } from '../src/syntax/module.js';
import type { Style } from '../src/syntax/style.js';
import { ancestor } from '../src/syntax/walk.js';
import { valuesAt } from './edits/imports.js';
import { contains } from './edits/sharing.js';
import { requestEdits, safeEdits } from './edits/request.js';
import { sequenceEdits } from './edits/sequence/sequence.js';
import { sharedUrl, urlEdits } from './edits/url.js';
import { elsewhere } from './elsewhere.js';
import { factsOf } from './facts.js';
import { linkRuns } from './link-runs.js';
import { isSame, overlap } from './overlap.js';
import type { PlanFile, PlanOptions } from './plan.js';
import type { Problem } from './problem.js';
import { type AnswerReading, readAnswer } from './readers/index.js';
import { readerContext } from './readers/context.js';
import type { ReaderContext } from './readers/reading.js';
import { typeEdits } from './readers/types.js';
import type { CallFacts } from './recipes/recipe.js';
import { recipeFor } from './recipes/index.js';

/** A call and what its recipe and the edits say, before its flow is looked at. */
export interface Draft {
  readonly call: LegacyCall;
  readonly file: PlanFile;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  readonly urlEdits: readonly Edit[];
  readonly edits: readonly Edit[];
  readonly imports: readonly ValueImport[];
}

/** The drafts for the calls of a file that may move, checked against each other and against the calls that stay. */
export function draftsOf(file: PlanFile, movable: readonly LegacyCall[], options: PlanOptions): Draft[] {
  if (movable.length === 0) return [];
  const style = scriptStyle(file.analysis.module);
  const readers = readersOf(movable, style, options);
  const drafts = factsIn(file, movable, style, options).map((facts) =>
    draft(facts, file, style, readers.get(facts.call)),
  );
  return drafts.map((item) => {
    const others = file.analysis.calls
      .filter((call) => call !== item.call)
      .map((call) => ({ call, edits: drafts.find((other) => other.call === call)?.edits ?? [] }));
    const problems = [overlap(item.call, item.edits, others), sharing(item, drafts)].filter(
      (problem) => problem !== undefined,
    );
    return problems.length > 0 ? { ...item, problems: [...item.problems, ...problems] } : item;
  });
}

/** The facts of the calls, and of those that one update takes along. */
function factsIn(
  file: PlanFile,
  calls: readonly LegacyCall[],
  style: Style,
  { config, root }: PlanOptions,
): CallFacts[] {
  const values = valuesAt(valuesFor(config, file.path, root), file.path, root);
  const all = calls.map((call) => factsOf(call, values, config.akepa, style, calls));
  // What is one for each document can't be one for several.
  const isForDocument =
    typeof values.applicationId === 'object' && values.applicationId.expression.includes('{documentId}');
  const runs = isForDocument ? [] : linkRuns(all.filter(({ call }) => !elsewhere(call)));
  return all.map((facts) => {
    const run = runs.find((items) => items.includes(facts));
    const [leader, ...followers] = run ?? [];
    return { ...facts, followers: leader === facts ? followers : [], isFollower: followers.includes(facts) };
  });
}

function draft(facts: CallFacts, file: PlanFile, style: Style, read: AnswerReading | undefined): Draft {
  const { call } = facts;
  const nothing = { call, file, notes: [], urlEdits: [], edits: [], imports: [] };
  const placed = elsewhere(call);
  if (placed) return { ...nothing, problems: [placed] };
  const plan = recipeFor(call.match.endpoint.id)?.plan({ ...facts, answer: read?.rest ?? facts.answer });
  const unread = read?.problems ?? [];
  if (plan?.kind !== 'change') return { ...nothing, problems: [...(plan?.problems ?? []), ...unread] };
  const { body } = plan.change;
  if (body.kind === 'sequence') {
    const rank = rankOf(call, file);
    const result = safeEdits(call, () => sequenceEdits(call, body, style, rank));
    if ('problem' in result) return { ...nothing, problems: [result.problem, ...unread] };
    return {
      ...nothing,
      problems: unread,
      notes: [...plan.notes, ...facts.values.notes(), ...(read?.notes ?? [])],
      edits: [...result.edits, ...facts.values.edits(), ...(read?.edits ?? [])],
      imports: facts.values.imports(),
    };
  }
  const url = urlEdits(call, plan.change.successor);
  const request = requestEdits(call, plan.change, style, 'edits' in url ? url.edits : []);
  const problems = [url, request].flatMap((result) => ('problem' in result ? [result.problem] : []));
  if ('problem' in url || 'problem' in request) return { ...nothing, problems: [...problems, ...unread] };
  return {
    ...nothing,
    problems: unread,
    notes: [...plan.notes, ...facts.values.notes(), ...(read?.notes ?? [])],
    urlEdits: url.edits,
    edits: [
      ...withoutRemoved(url.edits, request.edits),
      ...request.edits,
      ...facts.values.edits(),
      ...(read?.edits ?? []),
    ],
    imports: facts.values.imports(),
  };
}

/** The edits that are not in a text that others take away. */
function withoutRemoved(edits: readonly Edit[], others: readonly Edit[]): Edit[] {
  return edits.filter(
    ({ range }) => !others.some((other) => other.text === '' && contains(other.range, range)),
  );
}

/** The place of a call among those of its endpoint in the same block, whose names must not meet. */
function rankOf({ call, match }: LegacyCall, { analysis }: PlanFile): number {
  const block = blockOf(call.node);
  const before = analysis.calls.filter(
    (other) =>
      other.match.endpoint === match.endpoint &&
      other.call.node.range[0] < call.node.range[0] &&
      blockOf(other.call.node) === block,
  );
  return before.length + 1;
}

function blockOf(node: Node): Node | undefined {
  return ancestor(node, ({ type }) => type === 'BlockStatement' || type === 'Program');
}

/** The readers of all answers of a file: they may share a function or a type. */
function readersOf(
  calls: readonly LegacyCall[],
  style: Style,
  options: PlanOptions,
): ReadonlyMap<LegacyCall, AnswerReading> {
  const own = calls.filter((call) => !elsewhere(call));
  const answers = own.map((call) => ({ call, answer: traceAnswer(call.call, call.request.answer) }));
  const contextFor = readerContext(
    answers.map(({ answer }) => answer),
    style,
    options.config.akepa?.waitingData,
  );
  const readings = answers.map(({ call, answer }) => ({
    call,
    context: contextFor(call),
    reading: readAnswer(call, answer, contextFor(call)),
  }));
  const moved = readings.flatMap(({ reading }) => reading.moved);
  return new Map(
    readings.map(({ call, context, reading }) => [call, withTypes(reading, moved, context)] as const),
  );
}

function withTypes(
  reading: AnswerReading,
  moved: AnswerReading['moved'],
  context: ReaderContext,
): AnswerReading {
  if (reading.moved.length === 0) return reading;
  const types = typeEdits(moved, context);
  return {
    ...reading,
    edits: [...reading.edits, ...types.edits],
    problems: [...reading.problems, ...types.problems],
  };
}

/** Text that a URL shares with code that does not want the same edit must stay. */
function sharing({ call, urlEdits }: Draft, drafts: readonly Draft[]): Problem | undefined {
  return sharedUrl(call, urlEdits, (edit) =>
    drafts.filter((other) => other.urlEdits.some((its) => isSame(edit, its))).map((other) => other.call),
  );
}
