import type { TSESTree } from '@typescript-eslint/types';

import { legacyEndpoint } from '../endpoints/lookup.js';
import { type Request, WHOLE_ANSWER } from '../clients/client.js';
import type { Mock } from '../mocks/mock.js';
import { type Module, type Range, type Term, termOf } from '../syntax/module.js';
import { endOf, rangeOf, startOf } from '../syntax/ranges.js';
import { walk } from '../syntax/walk.js';
import type { LegacyCall } from './call.js';
import { isOnlyConnectFis, judge } from './confidence.js';
import { type LegacyAnswer, legacyAnswerOf } from './legacy-answers.js';
import { matchMock, mockedBy } from './mock-calls.js';
import { trailOf } from './trail.js';

/** A test double of a deprecated endpoint. */
export interface MockCall extends Omit<LegacyCall, 'kind'> {
  readonly kind: 'mock';
  /** Where it is said, in the file: `post(…)` of a chain, in which one call begins where the others do. */
  readonly range: Range;
  /** Nothing but the answer says which endpoint it is for. */
  readonly legacyAnswer?: LegacyAnswer;
}

export interface MockOptions {
  /** See {@link judge}. */
  readonly baseUrls?: readonly string[] | undefined;
}

/** Finds the test doubles of deprecated endpoints in one file, of every confidence, in source order. */
export function mocksIn(module: Module, options: MockOptions = {}): MockCall[] {
  const mocks: MockCall[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    const mock = node.type === 'CallExpression' ? mockOf(termOf(node, module), options) : undefined;
    if (mock) mocks.push(mock);
  });
  // The last call of a chain stands first in the tree.
  return mocks.sort((left, right) => left.range[0] - right.range[0]);
}

/** The test double that a call sets up, when it is one of a deprecated endpoint. */
export function mockOf(
  call: Term<TSESTree.CallExpression>,
  { baseUrls }: MockOptions = {},
): MockCall | undefined {
  const mocked = mockedBy(call).find((item) => matchMock(item));
  const match = mocked && matchMock(mocked);
  if (!mocked || !match) return answeringSpy(call);
  const { library: client, mock, url, through, isPart } = mocked;
  const request = requestOf(mock);
  const judged = mock.method === 'any' ? { ...request, method: { value: match.endpoint.method } } : request;
  const judgement = judge(match, judged, url.parts, baseUrls, call, { client, through });
  if (!judgement) return undefined;
  // What a spy stands for is not in reach; `document/upload` is a part of other paths, too.
  const isUnclear = client === 'jest' || (isPart && !isOnlyConnectFis(match));
  return {
    call,
    kind: 'mock',
    range: doubleRange(call.node),
    client,
    request,
    match,
    url,
    seen: url.seen,
    through,
    given: [],
    isOpen: false,
    ...judgement,
    ...(isUnclear && { confidence: 'possible' }),
    trail: trailOf(call, url.parts, through),
    pseudoTemplate: false,
  };
}

/** A spy, or a snapshot, that is known by the legacy answer in it. */
function answeringSpy(call: Term<TSESTree.CallExpression>): MockCall | undefined {
  const legacyAnswer = legacyAnswerOf(call);
  if (!legacyAnswer) return undefined;
  const endpoint = legacyEndpoint(legacyAnswer.endpoints[0]);
  const none = { start: 0, end: 0 };
  return {
    call,
    kind: 'mock',
    range: doubleRange(call.node),
    client: 'jest',
    request: requestOf({ method: 'any', url: undefined, base: [], headerNames: [] }),
    match: { endpoint, path: none, params: {}, prefix: '', literalPrefix: false, methodMatches: true },
    url: { flat: '', parts: [] },
    seen: new Set(),
    through: [],
    given: [],
    isOpen: false,
    confidence: 'possible',
    evidence: [`its answer has ${legacyAnswer.sign}`],
    trail: [],
    pseudoTemplate: false,
    legacyAnswer,
  };
}

/** The request that the double answers, as far as a request's facts hold for it. */
function requestOf({ method, url, base, headerNames }: Mock): Request {
  return {
    method: method === 'any' ? { value: undefined } : method,
    url,
    base,
    headerNames,
    payload: { kind: 'stream', why: 'it is a test double' },
    body: undefined,
    answer: WHOLE_ANSWER,
  };
}

function doubleRange(node: TSESTree.CallExpression): Range {
  const { callee } = node;
  const isChained = callee.type === 'MemberExpression' && callee.object.type === 'CallExpression';
  return isChained ? [startOf(callee.property), endOf(node)] : rangeOf(node);
}
