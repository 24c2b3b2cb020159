import { evaluateKnown } from '../syntax/evaluate.js';
import type { Term } from '../syntax/module.js';
import {
  argument,
  type CallSite,
  type Client,
  isOptions,
  type Method,
  option,
  optionMethod,
  statedMethod,
} from './client.js';
import { optionHeaders } from './headers.js';

const METHOD = /^(?:get|head|post|put|patch|delete|options)$/i;

/** `cy.request(options)`, `cy.request(url, body)`, `cy.request(method, url, body)`. */
export const cypress: Client = {
  id: 'cypress',
  marks: { globals: ['cy'] },
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'global' || callee.path.join('.') !== 'cy.request') return undefined;
    const first = argument(site, 0);
    if (!first) return undefined;
    const sent = partsOf(site, first);
    return {
      ...sent,
      base: [],
      headerNames: isOptions(first) ? optionHeaders(first) : [],
      payload: { kind: 'stream', why: 'later commands read the answer' },
      answer: [['body']],
    };
  },
};

function partsOf(
  site: CallSite,
  first: Term,
): { readonly method: Method; readonly url: Term | undefined; readonly body: Term | undefined } {
  const { length } = site.call.node.arguments;
  if (isOptions(first) || (length === 1 && option([first], 'url')))
    return { method: optionMethod([first]), url: option([first], 'url'), body: option([first], 'body') };
  const isMethod = length > 2 || (length === 2 && METHOD.test(evaluateKnown(first) ?? ''));
  return isMethod
    ? { method: statedMethod(first), url: argument(site, 1), body: argument(site, 2) }
    : { method: { value: 'GET' }, url: first, body: argument(site, 1) };
}
