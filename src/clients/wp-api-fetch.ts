import { argument, type Client, isOptions, option, optionMethod, WHOLE_ANSWER } from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';

/** `apiFetch({ path, method, data })` of @wordpress/api-fetch, and `wp.apiFetch(…)`. */
export const wpApiFetch: Client = {
  id: 'wp-api-fetch',
  marks: { packages: ['@wordpress/api-fetch'], globals: ['wp'] },
  request(site) {
    const { callee } = site;
    const name = callee.path.join('.');
    const isOurs =
      callee.kind === 'module'
        ? callee.source === '@wordpress/api-fetch' && name === ''
        : callee.kind === 'global' && name === 'wp.apiFetch';
    const options = argument(site, 0);
    if (!isOurs || !options) return undefined;
    const data = option([options], 'data');
    return {
      method: optionMethod([options]),
      url: option([options], 'path') ?? option([options], 'url'),
      base: [],
      headerNames: optionHeaders(options),
      payload:
        data || !option([options], 'body')
          ? { kind: 'option', key: 'data', encoded: false, options, index: 0 }
          : { kind: 'option', key: 'body', encoded: true, options, index: 0 },
      body: data ?? decoded(option([options], 'body')),
      // `parse: false` gives the response.
      answer: isOptions(options) && option([options], 'parse') ? [['json', '()']] : WHOLE_ANSWER,
    };
  },
};
