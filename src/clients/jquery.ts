import type { Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { isFunction } from '../syntax/walk.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  hasCallback,
  isOptions,
  type Method,
  option,
  optionMethod,
  type Payload,
  type Request,
  statedMethod,
  WHOLE_ANSWER,
} from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

const ROOT = { packages: ['jquery'], names: ['$', 'jQuery'], globals: ['$', 'jQuery'] };
const CALLBACKS = ['success', 'complete', 'error', 'statusCode', 'dataFilter'];
const FORM: Payload = { kind: 'fixed', why: 'it is sent as a form' };
const CALLBACK: Payload = { kind: 'stream', why: 'a callback reads the answer' };

/** jQuery: `$.ajax(options)`, `$.ajax(url, options)`, `$.post(url, data)`, `$.get(…)` and `$.getJSON(…)`. */
export const jquery: Client = {
  id: 'jquery',
  marks: ROOT,
  request(site) {
    const [name, ...more] = instanceOf(site.callee, ROOT)?.path ?? [];
    const first = argument(site, 0);
    if (name === undefined || more.length > 0 || !first) return undefined;
    switch (name) {
      case 'ajax': {
        const index = isOptions(first) || option([first], 'url') ? 0 : 1;
        return optionsCall(site, index, ajaxMethod(argument(site, index)));
      }
      case 'get':
      case 'post':
        // `$.post({ url, data })`
        if (isOptions(first)) return optionsCall(site, 0, calleeMethod(site, name));
        return shortCall(site, first, calleeMethod(site, name));
      case 'getJSON':
        return shortCall(site, first, { value: 'GET' });
      default:
        return undefined;
    }
  },
};

/** `method` wins over its older name `type`. */
function ajaxMethod(options: Term | undefined): Method {
  const type = option([options], 'type');
  return option([options], 'method') || !type ? optionMethod([options]) : statedMethod(type);
}

function optionsCall(site: CallSite, index: number, method: Method): Request {
  const options = argument(site, index);
  const contentType = option([options], 'contentType');
  const data = option([options], 'data');
  const body = decoded(data);
  return {
    method,
    url: index === 1 ? argument(site, 0) : option([options], 'url'),
    base: [],
    headerNames: [...optionHeaders(options), ...(contentType ? ['content-type'] : [])],
    payload: optionPayload(options, index, !data || body !== data),
    body,
    answer: WHOLE_ANSWER,
  };
}

/** An object is sent as a form, whatever the content type says; a text is sent as it is. */
function optionPayload(options: Term | undefined, index: number, isJson: boolean): Payload {
  if (CALLBACKS.some((name) => option([options], name))) return CALLBACK;
  return isJson ? { kind: 'option', key: 'data', encoded: true, options, index } : FORM;
}

/** `$.post(url, data, success)` */
function shortCall(site: CallSite, url: Term, method: Method): Request {
  const data = argument(site, 1);
  const isData = data && !isFunction(deref(data).node);
  return {
    method,
    url,
    base: [],
    headerNames: [],
    payload: hasCallback(site, isData ? 2 : 1) ? CALLBACK : FORM,
    body: isData ? decoded(data) : undefined,
    answer: WHOLE_ANSWER,
  };
}
