import type { AnswerUse } from '../../src/analysis/answer.js';
import { jointsTo, type Step } from '../../src/analysis/way.js';
import { unusedWordNote } from '../../src/codes/notes.js';
import type { PlacedEdit } from '../../src/syntax/edits.js';
import type { Problem } from '../problem.js';
import { askedEdits } from './asked.js';
import { carrierOf } from './carrier.js';
import { howUsed } from '../how-used.js';
import { originOf } from './origin.js';
import { foreignEdits } from './other-sources.js';
import { quoteSource } from './quote-source.js';
import { placed, type ReaderContext, type Reading } from './reading.js';
import { unusedWords } from './unused-words.js';
import { questionAt } from './words.js';

const PATHS = ['data.kyc.status', 'data.customer.kycStatus'];

/**
 * The status of an answer, which is compared with APPROVED or WAITING_DATA, or switched over. It moves when that is all
 * that becomes of it.
 */
export function readStatus(all: readonly AnswerUse[], context: ReaderContext): Reading {
  const uses = all.filter(({ part, path, onError }) => part === 'json' && !onError && isStatus(path));
  const groups = new Map<Step['node'], AnswerUse[]>();
  for (const use of uses) {
    const inner = use.way.steps.findLast(({ name }) => name === 'status' || name === 'kycStatus');
    if (inner) groups.set(inner.node, [...(groups.get(inner.node) ?? []), use]);
  }
  const results = [...groups.values()].map((group) => readGroup(group, context));
  return {
    uses,
    edits: results.flatMap((result) => ('edits' in result ? result.edits : [])),
    problems: results.flatMap((result) => ('problems' in result ? result.problems : [])),
    notes: uses.flatMap(({ node, module }) => {
      const question = questionAt(node, module);
      return question ? unusedWords(question, module).map(unusedWordNote) : [];
    }),
  };
}

function isStatus(path: readonly string[]): boolean {
  const name = path.join('.');
  return PATHS.some((status) => name === status || name.startsWith(`${status}.`));
}

/** The uses of a status that is read in one place. */
function readGroup(
  uses: readonly AnswerUse[],
  context: ReaderContext,
): { readonly edits: readonly PlacedEdit[] } | { readonly problems: readonly Problem[] } {
  const unasked = uses.filter(
    ({ node, path, module }) => !questionAt(node, module) || !PATHS.includes(path.join('.')),
  );
  if (unasked.length > 0) return { problems: unasked.map((use) => usedOtherwise(use, context)) };
  const [first] = uses;
  const inner = first?.way.steps.at(-1);
  if (!first || !inner) return { problems: [] };
  // A function that reads the status may be given it by several places.
  const origins = uses.map(({ way }) => {
    const [outer, last] = way.steps.slice(-2);
    return outer && last && originOf(outer, last);
  });
  const [origin] = origins;
  const carrier =
    origin && !origins.includes(undefined) ? carrierOf(origin, uses, context.in(inner.module)) : undefined;
  if (!origin || !carrier) return { problems: [notApart(inner)] };
  const problems: Problem[] = [];
  const edits = [...origins.flatMap((item) => item?.drops ?? []), ...placed(carrier.edits, origin.module)];
  for (const use of uses) {
    const { node, module, way } = use;
    const question = questionAt(node, module);
    const source = carrier.sourceAt(use);
    if (!question) continue;
    const asked = askedEdits(question, source, context.in(module));
    const others = foreignEdits(jointsTo(way, way.steps.slice(-2)), source, context);
    if ('problem' in asked) problems.push({ ...asked.problem, at: use });
    else edits.push(...placed(asked.edits, module));
    if ('problem' in others) problems.push({ ...others.problem, at: use });
    else edits.push(...others.edits);
  }
  return problems.length > 0 ? { problems } : { edits };
}

function usedOtherwise(use: AnswerUse, { successor }: ReaderContext): Problem {
  return { id: 'AK321', args: { how: howUsed(use), successor }, at: use };
}

function notApart({ node, module }: Step): Problem {
  return { id: 'AK322', args: { source: quoteSource(node, module) }, at: { node, module } };
}
