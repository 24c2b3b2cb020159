import { argument, type CallSite } from '../clients/client.js';
import { givenBy } from '../clients/given.js';
import type { Entity } from '../syntax/entity.js';
import { at } from '../syntax/module.js';
import type { MockLibrary } from './mock.js';

const PACKAGES = /^(?:@playwright\/(?:test|experimental-ct-.*)|playwright(?:-core)?)$/;
const TYPES = ['Page', 'BrowserContext'];
/** What gives a page or a context. */
const MAKERS = ['newPage', 'newContext', 'context', 'page', 'launchPersistentContext'];

/** Playwright: `page.route('**\/document/generate', handler)`, and the same on a context. */
export const playwright: MockLibrary = {
  id: 'playwright',
  names: ['route'],
  mock(site) {
    if (!isPage(site.callee) && !isFixture(site)) return undefined;
    return { method: 'any', url: argument(site, 0), base: [], headerNames: [] };
  },
};

/** `page: Page`, `const page = await browser.newPage()` */
function isPage(callee: Entity): boolean {
  if (callee.path.length !== 1) return false;
  if (callee.kind === 'typed') return isPlaywrights(callee.of) && TYPES.includes(callee.of.path.join('.'));
  if (callee.kind !== 'result') return false;
  return isPlaywrights(callee.of) && MAKERS.includes(callee.of.path.at(-1) ?? '');
}

/** `test('…', async ({ page, context }) => …)` */
function isFixture({ call }: CallSite): boolean {
  const given = givenBy(at(call, call.node.callee));
  if (!given || !isPlaywrights(given.by)) return false;
  const holder = given.path.slice(0, -1).findLast((name) => name !== '()') ?? '';
  return /(?:page|context)$/i.test(holder);
}

function isPlaywrights(entity: Entity): boolean {
  if (entity.kind === 'module') return PACKAGES.test(entity.source);
  return entity.kind !== 'global' && isPlaywrights(entity.of);
}
