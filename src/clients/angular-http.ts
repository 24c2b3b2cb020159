import { at, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  type Method,
  option,
  type Payload,
  type Request,
  statedMethod,
  WHOLE_ANSWER,
} from './client.js';
import { optionHeaders } from './headers.js';
import { INJECTING, typedAs } from './instance.js';
import { isObserved } from './observer.js';

const PACKAGE = '@angular/common/http';
const WITHOUT_BODY = ['get', 'delete', 'head', 'options', 'jsonp'];
const WITH_BODY = ['post', 'put', 'patch'];
const SUBSCRIBED: Payload = { kind: 'stream', why: 'what reads the answer is not in reach' };

/** Angular's `HttpClient`, injected by its type or by `inject(HttpClient)`. */
export const angularHttp: Client = {
  id: 'angular-http',
  marks: { packages: [PACKAGE, INJECTING] },
  request(site) {
    const [name, ...more] = typedAs(site.callee, PACKAGE, ['HttpClient']) ?? [];
    if (name === undefined || more.length > 0) return undefined;
    if (name === 'request') return statedRequest(site);
    if (WITH_BODY.includes(name)) return verbRequest(site, calleeMethod(site, name), 1);
    if (!WITHOUT_BODY.includes(name)) return undefined;
    return verbRequest(site, name === 'jsonp' ? { value: 'GET' } : calleeMethod(site, name), undefined);
  },
};

/** `http.post(url, body, options)`, `http.get(url, options)`; a DELETE has its body in the options. */
function verbRequest(site: CallSite, method: Method, bodyAt: number | undefined): Request {
  const options = argument(site, bodyAt === undefined ? 1 : bodyAt + 1);
  return {
    ...common(options),
    method,
    url: argument(site, 0),
    payload: isObserved(site) ? SUBSCRIBED : { kind: 'argument', index: 1 },
    body: bodyAt === undefined ? option([options], 'body') : argument(site, bodyAt),
  };
}

/** `http.request('POST', url, { body })`, `http.request(new HttpRequest('POST', url, body))` */
function statedRequest(site: CallSite): Request | undefined {
  const first = argument(site, 0);
  const made = first && deref(first);
  if (made?.node.type === 'NewExpression') {
    const [method, url, body] = made.node.arguments.map((node) => at(made, node));
    return { ...common(undefined), method: statedMethod(method), url, payload: SUBSCRIBED, body };
  }
  const options = argument(site, 2);
  return {
    ...common(options),
    method: statedMethod(first),
    url: argument(site, 1),
    payload: isObserved(site)
      ? SUBSCRIBED
      : { kind: 'option', key: 'body', encoded: false, options, index: 2 },
    body: option([options], 'body'),
  };
}

function common(options: Term | undefined): Pick<Request, 'answer' | 'base' | 'headerNames'> {
  return { base: [], headerNames: optionHeaders(options), answer: WHOLE_ANSWER };
}
