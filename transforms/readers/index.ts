import type { AnswerUse, TracedAnswer } from '../../src/analysis/answer.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import { NOTES } from '../../src/codes/notes.js';
import type { LegacyId } from '../../src/endpoints/types.js';
import { ancestor } from '../../src/syntax/walk.js';
import { readCustomer } from './customer.js';
import { readErrors } from './errors.js';
import type { ReaderContext, Reading } from './reading.js';
import { readSlots } from './slots.js';
import { readStatus } from './status.js';
import { questionAt } from './words.js';

/** Their answers are the customer's on the one side, and the application's on the other. */
const STATEFUL: readonly LegacyId[] = ['kyc-init', 'kyc-status', 'kyc-document-link'];

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
  const readings = [...moving, readSlots(state, context)];
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

/** `while (status !== 'APPROVED')` */
function waitsForApproval({ node, module }: AnswerUse): boolean {
  return (
    questionAt(node, module)?.words.includes('APPROVED') === true &&
    ancestor(
      node,
      (parent) =>
        (parent.type === 'WhileStatement' || parent.type === 'DoWhileStatement') &&
        parent.test.range[0] <= node.range[0] &&
        node.range[1] <= parent.test.range[1],
    ) !== undefined
  );
}
