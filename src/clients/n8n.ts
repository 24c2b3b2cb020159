import { at, sourceOf, type Term } from '../syntax/module.js';
import {
  argument,
  type Client,
  option,
  optionBase,
  optionMethod,
  type Request,
  WHOLE_ANSWER,
} from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';

/** The request functions of an n8n node's context: `this.helpers.httpRequest(options)`. */
const HELPERS = [
  ...['request', 'requestOAuth1', 'requestOAuth2', 'requestWithAuthentication'],
  ...['requestWithAuthenticationPaginated', 'httpRequest', 'httpRequestWithAuthentication'],
];
const HELPER = new RegExp(
  `^(?:this|\\w*[fF]unctions?|context|ctx)\\??\\.helpers\\??\\.(${HELPERS.join('|')})!?(\\??\\.call)?$`,
);

/** n8n: `this.helpers.request(options)` and `this.helpers.httpRequestWithAuthentication.call(this, credentials, options)`. */
export const n8n: Client = {
  id: 'n8n',
  marks: { called: [...HELPERS, 'call'] },
  request(site) {
    const [, name = '', bound] = HELPER.exec(sourceOf(at(site.call, site.call.node.callee))) ?? [];
    if (name === '') return undefined;
    // The credentials' name stands before the options.
    const index = (bound === undefined ? 0 : 1) + (/^(?:httpRequest|request)$/.test(name) ? 0 : 1);
    return requestOf(argument(site, index), index);
  },
};

function requestOf(options: Term | undefined, index: number): Request {
  return {
    method: optionMethod([options]),
    url: option([options], 'url') ?? option([options], 'uri'),
    base: optionBase([options], 'baseURL', 'baseUrl'),
    headerNames: optionHeaders(options),
    payload: { kind: 'option', key: 'body', encoded: false, options, index },
    body: decoded(option([options], 'body')),
    answer: WHOLE_ANSWER,
  };
}
