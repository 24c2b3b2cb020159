import type { MockCall } from '../../src/analysis/mocks.js';
import { NOTES } from '../../src/codes/notes.js';
import { successorText } from '../../src/endpoints/lookup.js';
import type { TextUser } from '../draft.js';
import type { Reach } from '../edits/reach.js';
import { sharedUrl } from '../edits/url.js';
import { editKey } from '../overlap.js';
import type { PlanFile, PlannedCall, PlannedFlow } from '../plan.js';
import { type Problem, problemText } from '../problem.js';
import { endpointText } from '../recipes/checks.js';
import { todosOf } from '../todo.js';
import { answerProblem, type AnsweredCall, legacyAnswer } from './answer.js';
import { fixtureNotes } from './fixtures.js';
import { methodEdits } from './method.js';
import { reachedFrom } from './reached.js';
import { requestProblem } from './request.js';
import { spyProblem, spyProblems } from './spy.js';
import { doubleUrlEdits } from './url.js';

const STAYS = 'It is a test double: change it with the call that it answers';

/** What the doubles have to know of the run. */
export interface Doubled {
  readonly files: readonly PlanFile[];
  readonly reach: Reach;
  /** Calls and doubles by the edit of their path. */
  readonly users: ReadonlyMap<string, readonly TextUser[]>;
  readonly answered: (call: PlannedCall) => AnsweredCall;
}

/** Decides for every test double whether it moves with the calls that it answers. */
export function planDoubles(flows: readonly PlannedFlow[], doubled: Doubled): PlannedCall[] {
  const calls = flows.flat().filter(({ call }) => call.kind === 'request' && call.confidence !== 'possible');
  return doubled.files.flatMap((file) =>
    file.analysis.mocks.map((mock) => planned(mock, file, calls, doubled)),
  );
}

function planned(
  mock: MockCall,
  file: PlanFile,
  calls: readonly PlannedCall[],
  doubled: Doubled,
): PlannedCall {
  const { endpoint } = mock.match;
  const nothing = {
    call: mock,
    file,
    problems: [],
    reason: undefined,
    notes: mock.pseudoTemplate ? [NOTES.pseudoTemplate] : [],
    edits: [],
    imports: [],
  };
  if (mock.legacyAnswer) {
    const reached = reachedFrom(file.analysis.module, calls);
    const problems = spyProblems(mock, mock.legacyAnswer, reached, doubled.answered);
    if (problems.length === 0) return { ...nothing, outcome: 'left', reason: STAYS };
    return { ...nothing, outcome: 'todo', problems, notes: fixtureNotes(mock) };
  }
  const all = calls.filter(({ call }) => call.match.endpoint.id === endpoint.id);
  const isMixed = new Set(all.map(({ outcome }) => outcome === 'rewritten')).size > 1;
  const own = isMixed ? reachedFrom(file.analysis.module, all) : all;
  const moved = own.filter(({ outcome }) => outcome === 'rewritten');
  if (moved.length === 0) {
    const problem = standing(mock, doubled);
    if (problem) return { ...nothing, outcome: 'todo', problems: [problem] };
    return { ...nothing, outcome: 'left', reason: STAYS };
  }
  const problem = moved.length < own.length ? partly(mock) : undefined;
  const change = problem ? { problem } : move(mock, moved, doubled);
  const notes = [...nothing.notes, ...fixtureNotes(mock)];
  if ('problem' in change) return { ...nothing, outcome: 'todo', problems: [change.problem], notes };
  return { ...nothing, outcome: 'rewritten', edits: change.edits, notes };
}

/** The problem that an earlier run named, of a double whose calls have moved since. */
function standing(mock: MockCall, doubled: Doubled): Problem | undefined {
  const { node, module } = mock.call;
  const found = todosOf(node, module);
  if (found.length === 0) return undefined;
  const change = move(mock, [], doubled);
  const possible = [partly(mock), legacyAnswer(mock), ...('problem' in change ? [change.problem] : [])];
  return possible.find((problem) =>
    found.some(({ code, text }) => code === problem.id && text.startsWith(problemText(problem))),
  );
}

function partly({ match: { endpoint } }: MockCall): Problem {
  const args = { endpoint: endpointText(endpoint.id), successor: successorText(endpoint) };
  return { id: 'AK331', args };
}

function move(
  mock: MockCall,
  moved: readonly PlannedCall[],
  { reach, users, answered }: Doubled,
): { readonly problem: Problem } | Pick<PlannedCall, 'edits'> {
  if (mock.match.endpoint.successors.length > 1)
    return { problem: notRewritten(mock, 'one request becomes several') };
  const answers = moved.map((call) => answered(call));
  const isSpy = mock.client === 'jest';
  const unfit = isSpy ? spyProblem(mock) : (requestProblem(mock) ?? answerProblem(mock, answers));
  if (unfit) return { problem: unfit };
  const url = doubleUrlEdits(mock);
  const method = methodEdits(mock);
  if (!url) return { problem: notRewritten(mock, 'its path is not written as one text') };
  if (!method) return { problem: notRewritten(mock, 'its method is not said where it can be edited') };
  const shared = sharedUrl(mock, url, (edit) => users.get(editKey(edit)) ?? [], reach);
  if (shared) return { problem: notRewritten(mock, 'its path is shared with code that stays') };
  return { edits: [...url, ...method] };
}

/** @param why as a part of the sentence of AK332 */
function notRewritten({ match: { endpoint } }: MockCall, why: string): Problem {
  return { id: 'AK332', args: { successor: successorText(endpoint), why } };
}
