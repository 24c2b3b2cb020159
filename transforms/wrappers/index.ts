import type { AnswerUse } from '../../src/analysis/answer.js';
import type { LegacyCall } from '../../src/analysis/call.js';
import { wrappedAnswer } from '../../src/analysis/wrapped-answer.js';
import { type EditResult, requestEdits } from '../edits/request.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Style } from '../../src/syntax/style.js';
import { putTogetherIn } from '../elsewhere.js';
import type { Problem } from '../problem.js';
import type { Change } from '../recipes/recipe.js';
import { certainRequest } from './certain.js';
import { NOT_SENT } from './not-sent.js';
import { wrapperDoes } from './passing.js';
import { bodyThroughWrapper } from './send-body.js';

/** The problem with a call whose wrapper does more than to pass its arguments on. */
export function wrapperProblem(call: LegacyCall, answer: readonly AnswerUse[]): Problem | undefined {
  const wrapper = call.through.at(-1);
  if (!wrapper) return undefined;
  if (!certainRequest(call.call))
    return putTogetherIn(wrapper, call, 'which may send other requests with it, too');
  const more = wrapperDoes(call);
  if (more) return putTogetherIn(more.place, call, more.why);
  if (answer.length > 0 && !wrappedAnswer(call))
    return putTogetherIn(wrapper, call, 'and what becomes of the answer there can not be followed');
  return undefined;
}

/** Edits of what a call gives to its wrapper; the wrapper stays as it is. */
export function throughEdits(
  call: LegacyCall,
  change: Change,
  style: Style,
  others: readonly Edit[],
): EditResult {
  if (change.body.kind !== 'add') return requestEdits(call, change, style, others);
  const edits = bodyThroughWrapper(call, change.body.entries, style, others);
  if (typeof edits !== 'string') return { edits };
  const wrapper = call.through.at(-1) ?? call.call;
  return { problem: putTogetherIn(wrapper, call, NOT_SENT[edits]) };
}
