import type { Client } from './client.js';
import { instanceOf } from './instance.js';
import { optionsClientRequest } from './options-client.js';

const FACTS = { baseNames: ['prefixUrl'], answer: [['json', '()'], ['body']] };

/** got and `got.extend(…)`. */
export const got: Client = {
  id: 'got',
  request(site) {
    const instance = instanceOf(site.callee, { packages: ['got'], names: ['got'] }, ['extend']);
    return instance && optionsClientRequest(site, instance, FACTS);
  },
};
