import { argument, type CallSite, option } from '../clients/client.js';
import { evaluateKnown } from '../syntax/evaluate.js';
import { at, type Node, sourceOf, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { calleeName, keyName } from '../syntax/scope.js';
import { isFunction, walk } from '../syntax/walk.js';
import { CALLED, type ExpectedRequest, expectedRequest, IS, isLegacyPath, VERB } from './expected-request.js';
import type { MockLibrary, MockMethod } from './mock.js';

const IMPLEMENTED = ['mockImplementation', 'mockImplementationOnce'];

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
    if (!expected || (!CALLED.test(name) && !/\.mock\.calls\b/.test(sourceOf(expected)))) return undefined;
    const request = expectedRequest(site);
    return request && { method: methodOf(expected, request), url: request.url, base: [], headerNames: [] };
  },
};

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

function methodOf(spied: Term, { method: said }: ExpectedRequest): MockMethod {
  const name = spiedName(spied)?.toLowerCase() ?? '';
  if (VERB.test(name)) return { value: name.toUpperCase() };
  const method = said && (said.node.type === 'Literal' ? said : option([said], 'method'));
  return method ? { value: evaluateKnown(method)?.toUpperCase() } : 'any';
}

/** A legacy path that a function compares what it is given with. */
function pathIn(term: Term | undefined): Term | undefined {
  const fn = term && deref(term);
  if (!fn || !isFunction(fn.node)) return undefined;
  let found: Term | undefined;
  walk(fn.node.body, fn.module.visitorKeys, (node) => {
    const isText = node.type === 'Literal' ? typeof node.value === 'string' : node.type === 'TemplateLiteral';
    if (found || !isText) return !found;
    if (isLegacyPath(at(fn, node))) found = at(fn, node);
    return !found;
  });
  return found;
}
