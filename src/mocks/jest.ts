import { argument, type CallSite, option } from '../clients/client.js';
import { matchUrl, HOLE } from '../endpoints/match.js';
import { evaluate, evaluateKnown } from '../syntax/evaluate.js';
import { at, type Node, sourceOf, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { calleeName, keyName } from '../syntax/scope.js';
import { flatten } from '../syntax/text.js';
import { isFunction, walk } from '../syntax/walk.js';
import type { MockLibrary, MockMethod } from './mock.js';

const CALLED =
  /^(?:toHaveBeen(?:Last|Nth)?CalledWith|toHaveBeenCalledExactlyOnceWith|toBeCalledWith|(?:last|nth)CalledWith)$/;
const IS = ['toBe', 'toEqual', 'toStrictEqual', 'toContain', 'toMatch'];
const IMPLEMENTED = ['mockImplementation', 'mockImplementationOnce'];
const VERB = /^(?:get|head|post|put|patch|delete|options)$/;

/**
 * Spies of Jest and Vitest on what sends the requests: `expect(api.post).toHaveBeenCalledWith(path, body)`,
 * `expect(spy.mock.calls[0][0]).toBe(path)`, `spy.mockImplementation((path) => …)`.
 */
export const jest: MockLibrary = {
  id: 'jest',
  names: [
    ...['toHaveBeenCalledWith', 'toHaveBeenLastCalledWith', 'toHaveBeenNthCalledWith'],
    ...['toHaveBeenCalledExactlyOnceWith', 'toBeCalledWith', 'lastCalledWith', 'nthCalledWith'],
    ...IS,
    ...IMPLEMENTED,
  ],
  mock(site) {
    const name = calleeName(site.call.node) ?? '';
    if (IMPLEMENTED.includes(name)) {
      const url = pathIn(argument(site, 0));
      return url && { method: 'any', url, base: [], headerNames: [] };
    }
    const expected = expectedBy(site);
    if (!expected) return undefined;
    const [url, options] = expectedArguments(site) ?? [];
    if (!url || (!CALLED.test(name) && !/\.mock\.calls\b/.test(sourceOf(expected)))) return undefined;
    return { method: methodOf(expected, options), url: plain(url), base: [], headerNames: [] };
  },
};

/** The arguments that a call is expected to have, the path first; undefined where only the path is looked at. */
export function expectedArguments({ call }: Pick<CallSite, 'call'>): readonly Term[] | undefined {
  const name = calleeName(call.node) ?? '';
  const args = call.node.arguments.map((node) => at(call, node));
  const [first] = args;
  // `expect(spy.mock.calls[0]).toEqual([path, body])`
  if (first?.node.type === 'ArrayExpression')
    return first.node.elements.flatMap((node) => (node ? [at(first, node)] : []));
  if (CALLED.test(name)) return /nth/i.test(name) ? args.slice(1) : args;
  return IS.includes(name) ? args.slice(0, 1) : undefined;
}

/** Whether any value will do: `expect.anything()`, `expect.any(Object)`. */
export function isAnything({ node }: Term): boolean {
  return node.type === 'CallExpression' && /^any(?:thing)?$/.test(matcherOf(node) ?? '');
}

/** The name of the function that is spied on, in `vi.mocked(api.post)`, `jest.spyOn(api, 'post')`, `api.post as Mock`. */
export function spiedName(term: Term): string | undefined {
  const { node } = term;
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return spiedName(at(term, node.expression));
    case 'MemberExpression': {
      const name = keyName({ key: node.property, computed: node.computed });
      // `api.post.mock.calls[0][0]`
      const isBelow = name === undefined || /^(?:\d+|mock|calls|lastCall)$/.test(name);
      return isBelow ? spiedName(at(term, node.object)) : name;
    }
    case 'CallExpression': {
      const [first, second] = node.arguments;
      const name = calleeName(node);
      if (name === 'mocked' && first) return spiedName(at(term, first));
      if (name === 'spyOn' && second) return evaluateKnown(at(term, second));
      // `vi.spyOn(api, 'post').mockResolvedValue(answer)`
      const below = node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
      return below && name?.startsWith('mock') ? spiedName(at(term, below)) : undefined;
    }
    case 'Identifier': {
      const made = deref(term);
      return made.node === node || made.node.type === 'Identifier' || isFunction(made.node)
        ? node.name
        : (spiedName(made) ?? node.name);
    }
    default:
      return undefined;
  }
}

/** `x` of `expect(x).…` and of `expect(x).not.…` */
function expectedBy({ call }: CallSite): Term | undefined {
  const { callee } = call.node;
  let object: Node | undefined = callee.type === 'MemberExpression' ? callee.object : undefined;
  if (object?.type === 'MemberExpression') object = object.object;
  if (object?.type !== 'CallExpression' || calleeName(object) !== 'expect') return undefined;
  const [value] = object.arguments;
  return value && at(call, value);
}

function methodOf(spied: Term, options: Term | undefined): MockMethod {
  const name = spiedName(spied)?.toLowerCase() ?? '';
  if (VERB.test(name)) return { value: name.toUpperCase() };
  const method = options && option([options], 'method');
  return method ? { value: evaluateKnown(method)?.toUpperCase() } : 'any';
}

/** `path` of `expect.stringContaining(path)` */
function plain(url: Term): Term {
  const { node } = url;
  const [text] = node.type === 'CallExpression' ? node.arguments : [];
  const isText = node.type === 'CallExpression' && /^string/.test(matcherOf(node) ?? '');
  return isText && text ? at(url, text) : url;
}

function matcherOf(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object } = node.callee;
  return object.type === 'Identifier' && object.name === 'expect' ? calleeName(node) : undefined;
}

/** A legacy path that a function compares what it is given with. */
function pathIn(term: Term | undefined): Term | undefined {
  const fn = term && deref(term);
  if (!fn || !isFunction(fn.node)) return undefined;
  let found: Term | undefined;
  walk(fn.node.body, fn.module.visitorKeys, (node) => {
    const isText = node.type === 'Literal' ? typeof node.value === 'string' : node.type === 'TemplateLiteral';
    if (found || !isText) return !found;
    const { flat } = flatten(evaluate(at(fn, node)), HOLE);
    if (matchUrl(flat, undefined)?.endpoint.method !== undefined) found = at(fn, node);
    return !found;
  });
  return found;
}
