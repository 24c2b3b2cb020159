import type { Entity } from '../syntax/entity.js';
import { at, type Term } from '../syntax/module.js';
import { calleeName } from '../syntax/scope.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  option,
  optionBase,
  optionMethod,
} from './client.js';
import { decoded } from './decoded.js';
import { givenBy } from './given.js';
import { headerNames, optionHeaders } from './headers.js';
import { INJECTING, typedAs } from './instance.js';

const PACKAGES = ['@playwright/test', 'playwright', 'playwright-core'];
const CALLED = ['fetch', 'get', 'post', 'put', 'patch', 'delete', 'head'];
/** Fixtures and types that have a `request`. */
const HOLDERS = ['Page', 'BrowserContext'];

/** Playwright's `APIRequestContext`: the fixture `request`, `page.request` and `request.newContext(…)`. */
export const playwright: Client = {
  id: 'playwright',
  marks: { packages: [...PACKAGES, INJECTING], called: CALLED },
  request(site) {
    const context = contextOf(site);
    if (!context) return undefined;
    const { name, defaults } = context;
    if (!CALLED.includes(name)) return undefined;
    const call = argument(site, 1);
    const data = option([call], 'data');
    return {
      method: name === 'fetch' ? optionMethod([call]) : calleeMethod(site, name),
      url: argument(site, 0),
      base: optionBase(defaults, 'baseURL'),
      headerNames: [
        ...optionHeaders(call),
        ...defaults.flatMap((term) => headerNames(option([term], 'extraHTTPHeaders'))),
      ],
      payload: { kind: 'option', key: 'data', encoded: false, options: call, index: 1 },
      body: decoded(data) ?? option([call], 'multipart') ?? option([call], 'form'),
      answer: [['json', '()']],
    };
  },
};

/** The method that is called on a request context, and the options that the context was made with. */
function contextOf({ call, callee }: CallSite): { name: string; defaults: readonly Term[] } | undefined {
  if (callee.kind === 'result') {
    const [name, ...more] = callee.path;
    const isContext = more.length === 0 && isNewContext(callee.of);
    return isContext && name !== undefined
      ? { name, defaults: callee.call.node.arguments.map((node) => at(callee.call, node)) }
      : undefined;
  }
  const path = typedPath(callee) ?? fixturePath(call);
  const [name, ...more] = path ?? [];
  return name === undefined || more.length > 0 ? undefined : { name, defaults: [] };
}

/** `request.newContext` of the package. */
function isNewContext(entity: Entity): boolean {
  if (entity.kind !== 'module' || !PACKAGES.includes(entity.source)) return false;
  return entity.path.join('.') === 'request.newContext';
}

/** `constructor(private api: APIRequestContext)`, `page: Page` */
function typedPath(entity: Entity): readonly string[] | undefined {
  for (const source of PACKAGES) {
    const own = typedAs(entity, source, ['APIRequestContext']);
    if (own) return own;
    const [request, ...rest] = typedAs(entity, source, HOLDERS) ?? [];
    if (request === 'request') return rest;
  }
  return undefined;
}

/** `test('…', async ({ request, page }) => …)` */
function fixturePath(call: CallSite['call']): readonly string[] | undefined {
  const name = calleeName(call.node);
  if (!CALLED.includes(name ?? '')) return undefined;
  const given = givenBy(at(call, call.node.callee));
  if (!given || !isTest(given.by)) return undefined;
  const index = given.path.lastIndexOf('request');
  return index === -1
    ? undefined
    : given.path.slice(index + 1).filter((name) => name !== 'newContext' && name !== '()');
}

/** `test` and what `test.extend(…)` makes of it. */
function isTest(entity: Entity): boolean {
  if (entity.kind === 'result') return isTest(entity.of);
  return entity.kind === 'module' && PACKAGES.includes(entity.source) && entity.path[0] === 'test';
}
