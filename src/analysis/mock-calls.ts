import type { TSESTree } from '@typescript-eslint/types';

import { type CallSite, NOTHING } from '../clients/client.js';
import { HOLE, type Match, matchUrl } from '../endpoints/match.js';
import { MOCK_LIBRARIES } from '../mocks/index.js';
import type { Mock } from '../mocks/mock.js';
import { isPart } from '../mocks/partial-path.js';
import { patternText } from '../mocks/pattern.js';
import { entityOf } from '../syntax/entity.js';
import { joinUrl } from '../syntax/evaluate.js';
import { at, type Term, termOf } from '../syntax/module.js';
import { newBudget } from '../syntax/budget.js';
import { nodesSeen } from '../syntax/resolve.js';
import { calleeName } from '../syntax/scope.js';
import { flatten } from '../syntax/text.js';
import { type FunctionNode, nodesIn } from '../syntax/walk.js';
import { isForeign } from './foreign-calls.js';
import type { SentUrl } from './recognise.js';
import { functionOf, passedOn } from './wrappers.js';

type Call = Term<TSESTree.CallExpression>;

/** What a call sets up, itself or by the helpers that it goes through. */
export interface MockedUrl {
  readonly library: string;
  readonly mock: Mock;
  readonly url: SentUrl;
  /** A regular expression says a part of the path only. */
  readonly isPart: boolean;
  /** The calls on the way from the helper to the library, outermost first. */
  readonly through: readonly Call[];
}

const NAMES = new Set(MOCK_LIBRARIES.flatMap(({ names }) => names));
/** Calls that one question may go through, and helpers of helpers of helpers. */
const MOST_CALLS = 60;
const DEEPEST = 3;
/** Functions that one look for helpers goes through, each in the one before. */
const MOST_FUNCTIONS = 40;

const known = new WeakMap<FunctionNode, readonly TSESTree.CallExpression[]>();

/** The test doubles that a call sets up; several where a helper sets up several. */
export function mockedBy(call: Call): readonly MockedUrl[] {
  return mockedWithin(call, { calls: MOST_CALLS, depth: 0, functions: 0 });
}

interface Limit {
  calls: number;
  depth: number;
  readonly functions: number;
}

function mockedWithin(call: Call, limit: Limit): readonly MockedUrl[] {
  if (limit.calls-- <= 0 || limit.depth > DEEPEST || limit.functions > MOST_FUNCTIONS) return [];
  const own = mockOfLibrary(call);
  if (own) {
    const url = urlOf(own.mock, call);
    return url ? [{ ...own, ...url, through: [] }] : [];
  }
  // What is given nothing decides nothing.
  const fn = call.node.arguments.length > 0 && !isForeign(call) ? functionOf(call) : undefined;
  const inner = fn ? openCallsOf(fn, limit.functions + 1) : [];
  const helper = inner.length > 0 ? passedOn(call) : undefined;
  if (!helper) return [];
  limit.depth++;
  const mocked = inner.flatMap((node) => {
    const bound = at(helper, node);
    return mockedWithin(bound, limit).map((item) => ({ ...item, through: [bound, ...item.through] }));
  });
  limit.depth--;
  return mocked;
}

/** The deprecated endpoint that a double answers for; one of every method is one of the documented method. */
export function matchMock({ mock: { method }, url: { flat } }: MockedUrl): Match | undefined {
  if (method !== 'any') return matchUrl(flat, method.value);
  const match = matchUrl(flat, undefined);
  return match && { ...match, methodMatches: match.endpoint.method !== undefined };
}

function mockOfLibrary(call: Call): Pick<MockedUrl, 'library' | 'mock'> | undefined {
  const { callee } = call.node;
  const called = calleeName(call.node) ?? '';
  // `const { post } = http` may have another name.
  if (callee.type !== 'Identifier' && !NAMES.has(called)) return undefined;
  const site: CallSite = { call, callee: entityOf(at(call, callee)) ?? NOTHING };
  const name = callee.type === 'Identifier' ? (site.callee.path.at(-1) ?? '') : called;
  for (const library of MOCK_LIBRARIES) {
    const mock = library.names.includes(name) ? library.mock(site) : undefined;
    if (mock) return { library: library.id, mock };
  }
  return undefined;
}

function urlOf({ base, url }: Mock, call: Call): Pick<MockedUrl, 'url' | 'isPart'> | undefined {
  const budget = newBudget();
  const text = url && patternText(url, call, budget);
  if (!text) return undefined;
  const [first, ...rest] = text;
  // What a regular expression leaves open before the path is the base.
  const isOpenEnd = base.length > 0 && first?.kind === 'text' && first.text === HOLE;
  const joined = joinUrl(base, isOpenEnd ? rest : text);
  return { url: { ...flatten(joined, HOLE), seen: nodesSeen(budget.seen) }, isPart: isPart(text) };
}

/** The calls in a function that set up a double of what the function is given. */
function openCallsOf(
  { node, module }: Term<FunctionNode>,
  functions: number,
): readonly TSESTree.CallExpression[] {
  const before = known.get(node);
  if (before) return before;
  // A function that calls itself.
  known.set(node, []);
  const open: TSESTree.CallExpression[] = [];
  for (const item of nodesIn(node.body, module, 'CallExpression')) {
    const mocked = mockedWithin(termOf(item, module), { calls: MOST_CALLS, depth: 0, functions });
    if (mocked.some(isOpen)) open.push(item);
  }
  known.set(node, open);
  return open;
}

/** A documented path is reported where it stands. */
function isOpen(mocked: MockedUrl): boolean {
  return mocked.url.flat.includes(HOLE) && matchMock(mocked)?.endpoint.method === undefined;
}
