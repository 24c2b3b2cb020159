import { evaluate } from '../syntax/evaluate.js';
import type { Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { knownText } from '../syntax/text.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  hasCallback,
  isOptions,
  type Method,
  option,
  type Payload,
  type Request,
  statedMethod,
} from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

const ROOT = { packages: ['needle'] };
const ANSWER = [['body']];
const WITHOUT_BODY = ['get', 'head'];
const WITH_BODY = ['post', 'put', 'patch', 'delete'];
const METHOD = /^(?:get|head|post|put|patch|delete)$/i;

/** needle: `needle(method, url, data, options)`, `needle.post(url, data, options, callback)`, `needle.request(…)`. */
export const needle: Client = {
  id: 'needle',
  marks: ROOT,
  request(site) {
    const path = instanceOf(site.callee, ROOT)?.path;
    if (!path || path.length > 1 || !argument(site, 0)) return undefined;
    const [name] = path;
    if (name === undefined || name === 'request') return stated(site, name);
    if (WITHOUT_BODY.includes(name)) return requestOf(site, calleeMethod(site, name), [0, undefined, 1]);
    return WITH_BODY.includes(name) ? requestOf(site, calleeMethod(site, name), [0, 1, 2]) : undefined;
  },
};

/** `needle('post', url, data, options)`; without a method it is GET, and POST with data. */
function stated(site: CallSite, name: string | undefined): Request {
  const first = argument(site, 0);
  const { length } = site.call.node.arguments;
  const text = first && knownText(evaluate(first));
  // A URL has a dot or a slash.
  const isUrl = name === undefined && first !== undefined && /[./]/.test(textOf(first));
  if (isUrl && (text === undefined || !METHOD.test(text)))
    return requestOf(
      site,
      { value: length > 2 ? 'POST' : 'GET' },
      length > 2 ? [0, 1, 2] : [0, undefined, 1],
    );
  const isShort = length === 3 && /^(?:get|head)$/i.test(text ?? '') && name === undefined;
  return requestOf(site, statedMethod(first), isShort ? [1, undefined, 2] : [1, 2, 3]);
}

function textOf(term: Term): string {
  return evaluate(term)
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('');
}

/** @param positions of URL, data and options */
function requestOf(
  site: CallSite,
  method: Method,
  [url, data, at]: readonly [number, number | undefined, number],
): Request {
  const options = argument(site, at);
  const own = isOptions(options) ? options : undefined;
  return {
    method,
    url: argument(site, url),
    base: [],
    headerNames: optionHeaders(options),
    payload: payloadOf(site, own, data, at),
    body: data === undefined ? undefined : decoded(argument(site, data)),
    answer: ANSWER,
  };
}

function payloadOf(site: CallSite, options: Term | undefined, data: number | undefined, at: number): Payload {
  if (hasCallback(site, options ? at + 1 : at)) return { kind: 'stream', why: 'a callback reads the answer' };
  const json = option([options], 'json');
  const node = json && deref(json).node;
  // `get` has its options where `post` has the data.
  return node?.type === 'Literal' && node.value === true
    ? { kind: 'argument', index: data ?? at }
    : { kind: 'fixed', why: 'it is sent as a form' };
}
