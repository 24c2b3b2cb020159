import type { LegacyAnswer } from '../../src/analysis/legacy-answers.js';
import type { MockCall } from '../../src/analysis/mocks.js';
import { successorText } from '../../src/endpoints/lookup.js';
import { expectedRequest } from '../../src/mocks/expected-request.js';
import { calleeName } from '../../src/syntax/scope.js';
import type { PlannedCall } from '../plan.js';
import { type Problem, problemText } from '../problem.js';
import { todosOf } from '../todo.js';
import { ANSWER, type AnsweredCall, ERROR, readsAnswer } from './answer.js';

/** The problem with a spy that looks at the arguments of a request, which change. */
export function spyProblem({ call, match: { endpoint } }: MockCall): Problem | undefined {
  const name = calleeName(call.node) ?? '';
  const successor = successorText(endpoint);
  if (name.startsWith('mockImplementation'))
    return { id: 'AK332', args: { successor, why: 'what it answers depends on the request, which changes' } };
  // The same form; or the path alone is looked at.
  const isAlone = !/Called/i.test(name) && call.node.arguments[0]?.type !== 'ArrayExpression';
  if (endpoint.id === 'document-upload' || isAlone) return undefined;
  if (expectedRequest({ call })?.isPathOnly) return undefined;
  return { id: 'AK332', args: { successor, why: 'it expects the arguments of the legacy call' } };
}

/** The problem with a spy, or a snapshot, that is known by a legacy answer, where calls that it is for have moved. */
export function spyProblems(
  mock: MockCall,
  answer: LegacyAnswer,
  calls: readonly PlannedCall[],
  answered: (call: PlannedCall) => AnsweredCall,
): readonly Problem[] {
  const problem = spiedProblem(answer);
  const moved = answeredBy(answer, calls).filter(({ outcome }) => outcome === 'rewritten');
  const isAsked = answer.kind !== 'answer' || readsAnswer(moved.map(answered));
  if (moved.length > 0) return isAsked ? [problem] : [];
  // Its calls have moved in an earlier run.
  const found = todosOf(mock.call.node, mock.call.module);
  const text = problemText(problem);
  return found.some((todo) => todo.code === problem.id && todo.text.startsWith(text)) ? [problem] : [];
}

/** The calls that it may be for: those of the function that is spied on, where it has a name that they have. */
function answeredBy(answer: LegacyAnswer, calls: readonly PlannedCall[]): readonly PlannedCall[] {
  const { endpoints, spied } = answer;
  const all = calls.filter(({ call }) => endpoints.some((id) => id === call.match.endpoint.id));
  const own = all.filter(({ call }) => calleeName(call.call.node) === spied);
  return own.length > 0 ? own : all;
}

function spiedProblem({ kind, sign }: LegacyAnswer): Problem {
  if (kind === 'snapshot') return { id: 'AK347', args: { sign } };
  return { id: 'AK329', args: { sign, answer: kind === 'error' ? ERROR : ANSWER } };
}
