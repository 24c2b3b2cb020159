import { argument, type CallSite, isOptions, option } from '../clients/client.js';
import { optionHeaders } from '../clients/headers.js';
import { evaluateKnown } from '../syntax/evaluate.js';
import type { Term } from '../syntax/module.js';
import { calleeName } from '../syntax/scope.js';
import type { MockLibrary, MockMethod } from './mock.js';
import { originOfChain } from './origin.js';

const PACKAGES = ['fetch-mock', 'fetch-mock-jest', '@fetch-mock/jest', '@fetch-mock/vitest'];
const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
/** Routes for every method, unless the options say one. */
const ROUTES = ['mock', 'route', 'once', 'sticky'];

/** fetch-mock: `fetchMock.post(url, response)`, `.mock(url, response, { method })`, `.route(…)`, `.route({ url })`. */
export const fetchMock: MockLibrary = {
  id: 'fetch-mock',
  names: [...VERBS, ...VERBS.map((verb) => `${verb}Once`), ...ROUTES],
  mock(site) {
    const name = calledOn(site);
    const first = argument(site, 0);
    if (name === undefined || !first) return undefined;
    // `fetchMock.post({ url, response })`
    const matcher = isOptions(first) ? first : undefined;
    const options = [matcher, argument(site, 2)];
    return {
      method: ROUTES.includes(name) ? optionalMethod(options) : { value: verbOf(name) },
      url: matcher ? (option([matcher], 'url') ?? option([matcher], 'matcher')) : first,
      base: [],
      headerNames: optionHeaders(...options),
    };
  },
};

/** The function of fetch-mock itself, of `fetchMock.sandbox()`, or further on in a chain. */
function calledOn(site: CallSite): string | undefined {
  const { callee } = site;
  const packages = [...PACKAGES, ...PACKAGES.map((name) => `${name}/esm/client`)];
  const isModule = callee.kind === 'module' && packages.includes(callee.source);
  if (isModule) return callee.path.length === 1 ? callee.path[0] : undefined;
  return originOfChain(site, packages) && calleeName(site.call.node);
}

function optionalMethod(options: readonly (Term | undefined)[]): MockMethod {
  const method = option(options, 'method');
  return method ? { value: evaluateKnown(method)?.toUpperCase() } : 'any';
}

function verbOf(name: string): string {
  return name.replace(/Once$/, '').toUpperCase();
}
