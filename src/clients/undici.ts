import { argument, type Client, option, optionMethod } from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';

const ANSWER = [['body', 'json', '()']];

/** `undici.request(url, options)`; its fetch is {@link fetch}'s. */
export const undici: Client = {
  id: 'undici',
  marks: { packages: ['undici'] },
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'module' || callee.source !== 'undici' || callee.path.join('.') !== 'request')
      return undefined;
    const options = argument(site, 1);
    return {
      method: optionMethod([options]),
      url: argument(site, 0),
      base: [],
      headerNames: optionHeaders(options),
      payload: { kind: 'option', key: 'body', encoded: true, options, index: 1 },
      body: decoded(option([options], 'body')),
      answer: ANSWER,
    };
  },
};
