import { argument, isOptions, option } from '../clients/client.js';
import { optionHeaders } from '../clients/headers.js';
import type { Entity } from '../syntax/entity.js';
import { evaluate, evaluateKnown, isTextual } from '../syntax/evaluate.js';
import type { Term } from '../syntax/module.js';
import { rangeOf } from '../syntax/ranges.js';
import type { Text } from '../syntax/text.js';
import type { Mock, MockLibrary } from './mock.js';

const METHOD = /^(?:get|head|post|put|patch|delete|options|\*)$/i;

/** Cypress: `cy.intercept(method, url, …)`, `cy.intercept(url, …)`, `cy.intercept({ method, url }, …)`. */
export const cypress: MockLibrary = {
  id: 'cypress',
  names: ['intercept', 'route'],
  mock(site) {
    const name = commandOf(site.callee);
    const first = argument(site, 0);
    if ((name !== 'intercept' && name !== 'route') || !first) return undefined;
    if (isOptions(first)) return matcherMock(first, undefined, name);
    const second = argument(site, 1);
    if (second && isMethod(first, second)) {
      const method = evaluateKnown(first)?.toUpperCase();
      return { method: method === '*' ? 'any' : { value: method }, url: second, base: [], headerNames: [] };
    }
    // `cy.intercept(url, { method, times: 1 }, response)`
    const matcher = site.call.node.arguments.length > 2 && second && isOptions(second) ? second : undefined;
    return matcherMock(matcher, first, name);
  },
};

/** `cy.intercept`, also below another command. */
function commandOf(callee: Entity): string | undefined {
  let root = callee;
  while (root.kind === 'result') root = root.of;
  if (root.kind !== 'global' || root.path[0] !== 'cy') return undefined;
  const path = callee.kind === 'result' ? callee.path : callee.path.slice(1);
  return path.length === 1 ? path[0] : undefined;
}

function isMethod(first: Term, second: Term): boolean {
  const text = evaluateKnown(first);
  if (text !== undefined) return METHOD.test(text);
  // `cy.intercept(method, '/document/generate')`
  return isTextual(second);
}

function matcherMock(matcher: Term | undefined, url: Term | undefined, name: string): Mock {
  const method = option([matcher], 'method');
  const host = option([matcher], 'hostname');
  const inUse = url ?? ['url', 'path', 'pathname'].map((key) => option([matcher], key)).find(Boolean);
  // The older `cy.route` answers GET when nothing else is said.
  const fallback = name === 'route' ? { value: 'GET' } : 'any';
  return {
    method: method ? { value: evaluateKnown(method)?.toUpperCase() } : fallback,
    url: inUse,
    base: host ? hostBase(host) : [],
    headerNames: matcher ? optionHeaders(matcher) : [],
  };
}

function hostBase(host: Term): Text {
  const { module, node } = host;
  return [{ kind: 'text', text: '//', module, range: rangeOf(node), exact: false }, ...evaluate(host)];
}
