import { isTextual } from '../syntax/evaluate.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  isOptions,
  option,
  optionMethod,
  type Request,
  WHOLE_ANSWER,
} from './client.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

const ROOT = { packages: ['rxjs/ajax', 'rxjs/dom/ajax', 'rxjs/observable/dom/ajax'], names: ['ajax'] };
const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

/** RxJS: `ajax.post(url, body, headers)`, `ajax.getJSON(url)`, `ajax({ url, method, body })` and `ajax(url)`. */
export const rxjsAjax: Client = {
  id: 'rxjs-ajax',
  marks: ROOT,
  request(site) {
    const instance = instanceOf(site.callee, ROOT);
    const [name, ...more] = instance?.path ?? [];
    if (!instance || more.length > 0) return undefined;
    if (name === undefined) return plainCall(site);
    if (name !== 'getJSON' && !VERBS.includes(name)) return undefined;
    const hasBody = ['post', 'put', 'patch'].includes(name);
    return {
      ...common(),
      method: name === 'getJSON' ? { value: 'GET' } : calleeMethod(site, name),
      url: argument(site, 0),
      body: hasBody ? argument(site, 1) : undefined,
    };
  },
};

function plainCall(site: CallSite): Request | undefined {
  const first = argument(site, 0);
  if (!first) return undefined;
  if (!isOptions(first) || isTextual(first)) return { ...common(), method: { value: 'GET' }, url: first };
  return {
    ...common(),
    method: optionMethod([first]),
    url: option([first], 'url'),
    headerNames: optionHeaders(first),
    body: option([first], 'body'),
  };
}

function common(): Pick<Request, 'answer' | 'base' | 'body' | 'headerNames' | 'payload'> {
  return {
    base: [],
    headerNames: [],
    payload: { kind: 'stream', why: 'an observable sends it, and what reads the answer is not in reach' },
    body: undefined,
    answer: WHOLE_ANSWER,
  };
}
