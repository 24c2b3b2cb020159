import { argument, optionBase } from '../clients/client.js';
import { headerNames, optionHeaders } from '../clients/headers.js';
import { instanceOf } from '../clients/instance.js';
import { entityOf } from '../syntax/entity.js';
import { at, type Term } from '../syntax/module.js';
import { calleeName } from '../syntax/scope.js';
import type { MockLibrary } from './mock.js';
import { type Origin, originOfChain } from './origin.js';

const PACKAGES = ['axios-mock-adapter'];
const AXIOS = { packages: ['axios'], names: ['axios'] };
const VERBS = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'Any'];

/** axios-mock-adapter: `mock.onPost(url, body, headers).reply(…)`, on the instance that it was made for. */
export const axiosMockAdapter: MockLibrary = {
  id: 'axios-mock-adapter',
  names: VERBS.map((verb) => `on${verb}`),
  mock(site) {
    const origin = originOfChain(site, PACKAGES);
    const name = calleeName(site.call.node);
    if (!origin || name === undefined) return undefined;
    const defaults = instanceDefaults(origin);
    return {
      method: name === 'onAny' ? 'any' : { value: name.slice('on'.length).toUpperCase() },
      url: argument(site, 0),
      base: optionBase(defaults, 'baseURL'),
      headerNames: [...optionHeaders(...defaults), ...headerNames(argument(site, 2))],
    };
  },
};

/** The options of `axios.create(…)` in `new MockAdapter(axios.create(…))`. */
function instanceDefaults({ made }: Origin): readonly Term[] {
  const [client] = made?.node.arguments ?? [];
  const entity = made && client && entityOf(at(made, client));
  return (entity && instanceOf(entity, AXIOS, ['create'])?.defaults) ?? [];
}
