import {
  argument,
  type Client,
  option,
  optionBase,
  optionMethod,
  type Request,
  WHOLE_ANSWER,
  writtenOption,
} from './client.js';
import { optionHeaders } from './headers.js';

const PACKAGE = '@pipedream/platform';

/** Pipedream's axios, which takes the component first and gives the data: `axios($, { method, url, data })`. */
export const pipedream: Client = {
  id: 'pipedream',
  marks: { packages: [PACKAGE] },
  request(site) {
    const { callee } = site;
    if (callee.kind !== 'module' || callee.source !== PACKAGE || callee.path.join('.') !== 'axios')
      return undefined;
    const config = argument(site, 1);
    return {
      method: optionMethod([config]),
      url: writtenOption(config, 'url'),
      base: optionBase([config], 'baseURL'),
      headerNames: optionHeaders(config),
      payload: { kind: 'option', key: 'data', encoded: false, options: config, index: 1 },
      body: option([config], 'data'),
      answer: WHOLE_ANSWER,
    } satisfies Request;
  },
};
