import type { Client } from './client.js';
import { instanceOf } from './instance.js';
import { optionsClientRequest } from './options-client.js';

const ROOT = { packages: ['ky'], types: ['KyInstance'] };
// ky 2 calls its prefix `prefix` and has a `baseUrl` beside it.
const FACTS = { baseNames: ['prefixUrl', 'prefix', 'baseUrl'], answer: [['json', '()']] };

/** ky, `ky.create(…)` and `ky.extend(…)`. */
export const ky: Client = {
  id: 'ky',
  marks: ROOT,
  request(site) {
    const instance = instanceOf(site.callee, ROOT, ['create', 'extend']);
    return instance && optionsClientRequest(site, instance, FACTS);
  },
};
