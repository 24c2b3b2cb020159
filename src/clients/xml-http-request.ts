import { evaluateKnown } from '../syntax/evaluate.js';
import { argument, type Client } from './client.js';

/** `new XMLHttpRequest().open(method, url)`. */
export const xmlHttpRequest: Client = {
  id: 'xml-http-request',
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'result' || callee.path.join('.') !== 'open') return undefined;
    if (callee.of.kind !== 'global' || callee.of.path.join('.') !== 'XMLHttpRequest') return undefined;
    const method = argument(site, 0);
    return {
      method: { value: method && evaluateKnown(method)?.toUpperCase(), ...(method && { node: method.node }) },
      url: argument(site, 1),
      base: [],
      headerNames: [],
      payload: { kind: 'stream' },
      body: undefined,
      answer: [],
    };
  },
};
