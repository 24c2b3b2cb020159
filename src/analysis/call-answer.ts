import { WHOLE_ANSWER } from '../clients/client.js';
import { traceAnswer, type TracedAnswer } from './answer.js';
import type { LegacyCall } from './call.js';
import type { Mentions } from './callers.js';
import { wrappedAnswer } from './wrapped-answer.js';

/**
 * What becomes of a call's answer; of a wrapper that makes of it what is not followed, what is done with the whole.
 *
 * @param mentions who calls the functions that the answer is returned from
 */
export function answerOf(call: LegacyCall, mentions: Mentions): TracedAnswer {
  if (call.through.length === 0) return traceAnswer(call.call, call.request.answer, [], mentions);
  const { shape, below } = wrappedAnswer(call) ?? { shape: WHOLE_ANSWER, below: [] };
  return traceAnswer(call.call, shape, below, mentions);
}
