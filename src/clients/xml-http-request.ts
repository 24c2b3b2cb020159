import { evaluateKnown } from '../syntax/evaluate.js';
import { at } from '../syntax/module.js';
import { argument, type Client } from './client.js';
import { headersSetBy } from './headers.js';

/** `new XMLHttpRequest().open(method, url)`. */
export const xmlHttpRequest: Client = {
  id: 'xml-http-request',
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'result' || callee.path.join('.') !== 'open') return undefined;
    if (callee.of.kind !== 'global' || callee.of.path.join('.') !== 'XMLHttpRequest') return undefined;
    const method = argument(site, 0);
    const { node } = site.call;
    const object = node.callee.type === 'MemberExpression' ? at(site.call, node.callee.object) : undefined;
    return {
      method: { value: method && evaluateKnown(method)?.toUpperCase(), ...(method && { node: method.node }) },
      url: argument(site, 1),
      base: [],
      headerNames: object ? headersSetBy(object, 'setRequestHeader') : [],
      payload: { kind: 'stream' },
      body: undefined,
      answer: [],
    };
  },
};
