import type { AnswerUse, TracedAnswer } from '../../src/analysis/answer.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import { NOTES } from '../../src/codes/notes.js';
import type { LegacyId } from '../../src/endpoints/types.js';
import { isWithin } from '../../src/syntax/ranges.js';
import { ancestor } from '../../src/syntax/walk.js';
import type { Problem } from '../problem.js';
import { readCustomer } from './customer.js';
import { readErrors } from './errors.js';
import { quoteSource } from './quote-source.js';
import type { ReaderContext, Reading } from './reading.js';
import { readSlots } from './slots.js';
import { readStatus } from './status.js';
import { questionAt } from './words.js';

/** Their answers are the customer's on the one side, and the application's on the other. */
const STATEFUL: readonly LegacyId[] = ['kyc-init', 'kyc-status', 'kyc-document-link'];

/** The members that the status and the ids are members of. */
const HALFWAY = ['data.kyc', 'data.customer'];

/** The readers of one answer, and what they leave to the recipes. */
export interface AnswerReading extends Reading {
  /** The uses that nothing was said of. */
  readonly rest: readonly AnswerUse[];
  /** The uses whose types have to follow. */
  readonly moved: readonly AnswerUse[];
}

/** Moves the readers of a call's answer with it, and says of those that can't what is missing. */
export function readAnswer(
  { match }: LegacyCall,
  answer: TracedAnswer,
  context: ReaderContext,
): AnswerReading {
  const { id } = match.endpoint;
  const errors = readErrors(id, answer, context);
  if (!STATEFUL.includes(id)) return { ...errors, uses: [], rest: answer.uses, moved: [] };
  const state = [...answer.uses, ...answer.joined.filter(({ path }) => path.length > 2)];
  const moving = [readStatus, readCustomer].map((read) => read(state, context));
  const readings = [...moving, readSlots(state, context), readJoined(answer, state)];
  const uses = readings.flatMap((reading) => reading.uses);
  const problems = [...readings, errors].flatMap((reading) => reading.problems);
  const edits = [...readings, errors].flatMap((reading) => reading.edits);
  const notes = [
    ...readings.flatMap((reading) => reading.notes),
    ...errors.notes,
    ...(uses.length > 0 ? [NOTES.answerForm] : []),
    ...(uses.some(waitsForApproval) ? [NOTES.waitsForApproval] : []),
  ];
  return {
    uses,
    rest: answer.uses.filter((use) => !uses.includes(use)),
    problems,
    edits,
    notes,
    moved: moving.flatMap((reading) => reading.uses),
  };
}

/** `let kyc = data.kyc; if (again) kyc = data.kyc;`: what is read of the name is said of the first only. */
function readJoined({ joined }: TracedAnswer, uses: readonly AnswerUse[]): Reading {
  const steps = new Set(uses.flatMap(({ way }) => way.steps.map(({ node }) => node)));
  const loose = joined.flatMap(({ part, path, onError, way }) => {
    const last = way.steps.at(-1);
    const isHalfway = part === 'json' && !onError && HALFWAY.includes(path.join('.'));
    return last && isHalfway && !steps.has(last.node) ? [last] : [];
  });
  const problems = loose.map(({ node, module }): Problem => {
    return { id: 'AK322', args: { source: quoteSource(node, module) }, at: { node, module } };
  });
  return { uses: [], edits: [], problems, notes: [] };
}

/** `while (status !== 'APPROVED')` */
function waitsForApproval({ node, module }: AnswerUse): boolean {
  return (
    questionAt(node, module)?.words.includes('APPROVED') === true &&
    ancestor(
      node,
      (parent) =>
        (parent.type === 'WhileStatement' || parent.type === 'DoWhileStatement') &&
        isWithin(node, parent.test),
    ) !== undefined
  );
}
