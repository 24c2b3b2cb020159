import { argument, option, optionMethod } from '../clients/client.js';
import { optionHeaders } from '../clients/headers.js';
import { at } from '../syntax/module.js';
import type { MockLibrary } from './mock.js';
import { originOfChain } from './origin.js';
import { baseText } from './pattern.js';

const CLIENTS = ['MockPool', 'MockClient'];

/** undici: `new MockAgent().get(origin).intercept({ path, method })`. */
export const undici: MockLibrary = {
  id: 'undici',
  names: ['intercept'],
  mock(site) {
    const origin = originOfChain(site, ['undici']);
    if (!origin) return undefined;
    const name = origin.of.path.join('.');
    const agentGet = origin.links.find((link) => link.name === 'get')?.call;
    if (!CLIENTS.includes(name) && !(name === 'MockAgent' && agentGet)) return undefined;
    // `agent.get(origin)`, `new MockPool(origin, { agent })`
    const pool = agentGet ?? origin.made;
    const [base] = pool?.node.arguments ?? [];
    const options = argument(site, 0);
    return {
      method: optionMethod([options]),
      url: option([options], 'path'),
      base: pool && base ? baseText(at(pool, base), pool, site.call) : [],
      headerNames: optionHeaders(options),
    };
  },
};
