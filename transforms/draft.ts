import type { AnswerUse } from '../src/analysis/answer.js';
import type { LegacyCall } from '../src/analysis/call.js';
import type { ValueImport } from '../src/config/types.js';
import { valuesFor } from '../src/config/values.js';
import { scriptStyle } from '../src/syntax/blocks/script-style.js';
import type { PlacedEdit } from '../src/syntax/edits.js';
import type { Style } from '../src/syntax/style.js';
import { valuesAt } from './edits/imports.js';
import type { Reach } from './edits/reach.js';
import { requestEdits } from './edits/request.js';
import { sharedUrl, urlEdits } from './edits/url.js';
import { bodyElsewhere, elsewhere } from './elsewhere.js';
import { factsOf } from './facts.js';
import { editKey, overlap } from './overlap.js';
import type { PlanFile, PlanOptions } from './plan.js';
import type { Problem } from './problem.js';
import { recipeFor } from './recipes/index.js';
import type { Change } from './recipes/recipe.js';
import { throughEdits, wrapperProblem } from './wrappers/index.js';

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
}

/** Something that may change with a text: a call, or a double. */
export type TextUser = Pick<LegacyCall, 'call' | 'seen'>;

/** The drafts for the calls of a file that may move. */
export function draftsOf(
  file: PlanFile,
  movable: readonly LegacyCall[],
  options: PlanOptions,
  reach: Reach,
): Draft[] {
  if (movable.length === 0) return [];
  const style = scriptStyle(file.analysis.module);
  return movable.map((call) => draft(call, file, style, options, reach));
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
  return drafts.map((item) => {
    const others = item.file.analysis.calls
      .filter((call) => call !== item.call)
      .map((call) => ({ call, edits: byCall.get(call)?.edits ?? [] }));
    const problems = [
      overlap(item.call, item.edits, others),
      sharedUrl(item.call, item.urlEdits, (edit) => users.get(editKey(edit)) ?? [], reach),
    ].filter((problem) => problem !== undefined);
    return problems.length > 0 ? { ...item, problems: [...item.problems, ...problems] } : item;
  });
}

function draft(
  call: LegacyCall,
  file: PlanFile,
  style: Style,
  { config, root }: PlanOptions,
  reach: Reach,
): Draft {
  const nothing = { call, file, notes: [], urlEdits: [], edits: [], imports: [], answer: [] };
  const placed = elsewhere(call, reach);
  if (placed) return { ...nothing, problems: [placed] };
  const values = valuesAt(valuesFor(config, file.path, root), file.path, root);
  const facts = factsOf(call, values, config.akepa, style);
  const plan = recipeFor(call.match.endpoint.id)?.plan(facts);
  if (plan?.kind !== 'change') return { ...nothing, problems: plan?.problems ?? [] };
  const unclear = wrapperProblem(call, facts.answer) ?? bodyProblem(call, plan.change);
  if (unclear) return { ...nothing, problems: [unclear] };
  const url = urlEdits(call, plan.change.successor);
  const beside = 'edits' in url ? url.edits.filter(({ module }) => module === call.call.module) : [];
  const request =
    call.through.length === 0
      ? requestEdits(call, plan.change, style, beside)
      : throughEdits(call, plan.change, style, beside);
  const problems = [url, request].flatMap((result) => ('problem' in result ? [result.problem] : []));
  if ('problem' in url || 'problem' in request) return { ...nothing, problems };
  return {
    ...nothing,
    problems,
    notes: plan.notes,
    urlEdits: url.edits,
    edits: [...url.edits, ...request.edits.map((edit) => ({ ...edit, module: call.call.module }))],
    imports: facts.values.imports(),
    answer: facts.answer,
  };
}

/** A body that changes is edited where it is written. */
function bodyProblem(call: LegacyCall, { body }: Change): Problem | undefined {
  const isAdded = body.kind === 'add' && call.through.length > 0;
  return body.kind === 'keep' || isAdded ? undefined : bodyElsewhere(call);
}
