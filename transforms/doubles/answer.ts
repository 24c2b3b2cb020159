import type { AnswerUse } from '../../src/analysis/answer.js';
import type { MockCall } from '../../src/analysis/mocks.js';
import { linksOf } from '../../src/clients/superagent.js';
import { successorText } from '../../src/endpoints/lookup.js';
import type { LegacyId } from '../../src/endpoints/types.js';
import { at, type Term } from '../../src/syntax/module.js';
import { walk } from '../../src/syntax/walk.js';
import type { Problem } from '../problem.js';

/** What a call that moves reads of its answer. */
export interface AnsweredCall {
  readonly answer: readonly AnswerUse[];
}

/** Present and the same in the envelopes of both sides. */
const ENVELOPE = ['code', 'requestId'];
/** Their answers keep the id, and nothing else of them is read. */
const KEPT: readonly LegacyId[] = ['document-generate', 'document-upload'];
export const ANSWER = '`{ code, data: { applicationId, customerId, status, outcome, entityApplications } }`';
export const ERROR = 'the error as akepa words it: its codes, and `context` for what the message said';

/** The problem with what a double answers, for the calls that read it. */
export function answerProblem(mock: MockCall, calls: readonly AnsweredCall[]): Problem | undefined {
  const { endpoint } = mock.match;
  if (calls.every(({ answer }) => bodyUses(answer).length === 0)) return undefined;
  if (isError(mock)) return legacyAnswer(mock);
  return !KEPT.includes(endpoint.id) && readsAnswer(calls) ? legacyAnswer(mock) : undefined;
}

/** Whether more of an answer's body is read than what both sides have. */
export function readsAnswer(calls: readonly AnsweredCall[]): boolean {
  const uses = calls.flatMap(({ answer }) => bodyUses(answer));
  return uses.some(({ path: [first] }) => first === undefined || !ENVELOPE.includes(first));
}

function bodyUses(answer: readonly AnswerUse[]): readonly AnswerUse[] {
  return answer.filter(({ part }) => part === 'json');
}

/** Says what the double has to answer instead. */
export function legacyAnswer(mock: MockCall): Problem {
  const answer = isError(mock) ? ERROR : ANSWER;
  return { id: 'AK330', args: { successor: successorText(mock.match.endpoint), answer } };
}

/** A status from 400 on stands in what is answered. */
function isError(mock: MockCall): boolean {
  return answering(mock).some(({ node, module }) => {
    let found = false;
    walk(node, module.visitorKeys, (item) => {
      if (item.type === 'Literal' && typeof item.value === 'number' && item.value >= 400 && item.value < 600)
        found = true;
    });
    return found;
  });
}

/** The arguments that say the answer: of the double's own call, and of those in its chain up to the next double. */
export function answering({ call: outer, through }: MockCall): Term[] {
  // What a helper is given besides the path may be the answer, too.
  const call = through.at(-1) ?? outer;
  const own = (call === outer ? [call] : [outer, call]).flatMap((item) =>
    item.node.arguments.slice(1).map((node) => at(item, node)),
  );
  const links = linksOf(call).map(({ name, call: link }) => ({ name: name ?? '', link }));
  const end = links.findIndex(({ name }) =>
    /^(?:on[A-Z]|get|post|put|patch|delete|intercept|mock|route|once)/.test(name),
  );
  const chain = end === -1 ? links : links.slice(0, end);
  return [...own, ...chain.flatMap(({ link }) => link.node.arguments.map((node) => at(link, node)))];
}
