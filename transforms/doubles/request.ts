import type { MockCall } from '../../src/analysis/mocks.js';
import { at, sourceOf, type Term } from '../../src/syntax/module.js';
import { deref, member } from '../../src/syntax/resolve.js';
import { findVariable } from '../../src/syntax/scope.js';
import { usesOf } from '../../src/syntax/uses.js';
import { keptIn } from '../../src/clients/headers.js';
import { type FunctionNode, isFunction, walk } from '../../src/syntax/walk.js';
import { successorText } from '../../src/endpoints/lookup.js';
import type { Problem } from '../problem.js';
import { answering } from './answer.js';

/** Where a library takes the body that a request must have: the position of an argument, or of options with a `body`. */
const EXPECTED: Readonly<Record<string, { readonly body?: number; readonly options?: number }>> = {
  nock: { body: 1 },
  'axios-mock-adapter': { body: 1 },
  'fetch-mock': { options: 2 },
  undici: { options: 0 },
};

/** The problem with a double that looks at the request, which changes. */
export function requestProblem(mock: MockCall): Problem | undefined {
  // The same form, the same parameter.
  if (mock.match.endpoint.id === 'document-upload') return undefined;
  const why = expectsBody(mock)
    ? 'it expects a body of the legacy form'
    : readsRequest(mock)
      ? 'what it answers depends on the request, which changes'
      : undefined;
  return why === undefined
    ? undefined
    : { id: 'AK332', args: { successor: successorText(mock.match.endpoint), why } };
}

function expectsBody({ call: outer, through, client }: MockCall): boolean {
  const call = through.at(-1) ?? outer;
  const { body, options } = EXPECTED[client] ?? {};
  const expected = body === undefined ? undefined : call.node.arguments[body];
  // nock's `intercept(path, method, body)`
  const isMethod = expected?.type === 'Literal' && /^[A-Z]+$/i.test(String(expected.value));
  if (expected && !isMethod && sourceOf(at(call, expected)) !== 'undefined') return true;
  const holder = options === undefined ? undefined : call.node.arguments[options];
  return holder !== undefined && member(at(call, holder), 'body') !== undefined;
}

function readsRequest(mock: MockCall): boolean {
  const handlers = answering(mock).flatMap((term) => {
    const { node, ...place } = deref(term);
    return isFunction(node) ? [{ node, ...place }] : [];
  });
  return handlers.some(usesParameters) || readsExpected(mock);
}

/** What a handler may use of its parameters without looking at the request. */
const ANSWERS = /^(?:route\.(?:fulfill|abort)|req\.reply|res|ctx\b.*)$/;

function usesParameters({ node, module, bindings }: Term<FunctionNode>): boolean {
  let found = false;
  const names = module.scopes.getDeclaredVariables(node);
  walk(node.body, module.visitorKeys, (item) => {
    if (item.type !== 'Identifier') return;
    const variable = findVariable(item.name, item, module);
    if (!variable || !names.includes(variable) || variable.defs[0]?.type !== 'Parameter') return;
    const outer = item.parent.type === 'MemberExpression' && item.parent.object === item ? item.parent : item;
    found ||= !ANSWERS.test(sourceOf({ node: outer, module, bindings }));
  });
  return found;
}

/** Angular: `expect(testRequest.request.body)…` */
function readsExpected({ call, client, match }: MockCall): boolean {
  const kept = client === 'angular' ? keptIn(call) : undefined;
  if (!kept) return false;
  const text = call.module.text;
  const name = sourceOf(kept).replaceAll(/[^\w$]/g, '');
  const reads = [...text.matchAll(new RegExp(`\\b${name}\\.request\\.(\\w+)`, 'g'))].map(([, key]) => key);
  const isKept = (key: string | undefined): boolean => key === 'method' && match.endpoint.method === 'POST';
  return usesOf(kept, 'request').length > 0 || reads.some((key) => !isKept(key));
}
