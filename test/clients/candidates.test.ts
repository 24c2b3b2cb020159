import { expect, test } from 'vitest';

import { candidatesFor } from '../../src/clients/candidates.js';
import { type CallSite, type Client, NOTHING } from '../../src/clients/client.js';
import { CLIENTS } from '../../src/clients/index.js';
import { declaredEntity, entityOf } from '../../src/syntax/entity.js';
import { at, type Module, sourceOf, termOf } from '../../src/syntax/module.js';
import { nodesOf } from '../../src/syntax/walk.js';
import { fixtureModules } from '../support/fixture-modules.js';

/** The rows of the other tests ask only the candidates, too. */
test('of all clients, those that know a call of a fixture bear one of its marks', () => {
  const sites = fixtureModules().flatMap(sitesIn);
  const knowing = (clients: readonly Client[], site: CallSite): string =>
    `${site.call.module.file} ${sourceOf(site.call)}: ${clients
      .filter((client) => client.request(site))
      .map(({ id }) => id)
      .join()}`;
  expect(sites.map((site) => knowing(candidatesFor(site), site))).toEqual(
    sites.map((site) => knowing(CLIENTS, site)),
  );
});

/** Each call, by what its callee denotes and by what it is declared to be. */
function sitesIn(module: Module): CallSite[] {
  return nodesOf(module, 'CallExpression').flatMap((node) => {
    const call = termOf(node, module);
    const callee = entityOf(at(call, node.callee)) ?? NOTHING;
    const declared = declaredEntity(at(call, node.callee));
    return [{ call, callee }, ...(declared ? [{ call, callee: declared }] : [])];
  });
}
