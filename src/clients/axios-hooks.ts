import { isTextual } from '../syntax/evaluate.js';
import {
  argument,
  type Client,
  isOptions,
  option,
  optionBase,
  optionMethod,
  WHOLE_ANSWER,
} from './client.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

const ROOT = { packages: ['axios-hooks'], names: ['useAxios'] };

/** axios-hooks: `useAxios(url)` and `useAxios({ url, method, data }, options)`. */
export const axiosHooks: Client = {
  id: 'axios-hooks',
  marks: ROOT,
  request(site) {
    const first = argument(site, 0);
    if (!first || instanceOf(site.callee, ROOT)?.path.length !== 0) return undefined;
    const config = isOptions(first) && !isTextual(first) ? first : undefined;
    return {
      method: config ? optionMethod([config]) : { value: 'GET' },
      url: config ? option([config], 'url') : first,
      base: optionBase([config], 'baseURL'),
      headerNames: optionHeaders(config),
      payload: { kind: 'stream', why: 'a hook sends it and reads the answer' },
      body: option([config], 'data'),
      answer: WHOLE_ANSWER,
    };
  },
};
