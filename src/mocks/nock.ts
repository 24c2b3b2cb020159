import { argument, calleeMethod, option, statedMethod } from '../clients/client.js';
import { headerNames } from '../clients/headers.js';
import { linksOf } from '../clients/superagent.js';
import { evaluateKnown } from '../syntax/evaluate.js';
import { at } from '../syntax/module.js';
import { calleeName } from '../syntax/scope.js';
import type { MockLibrary } from './mock.js';
import { type Origin, originOfChain } from './origin.js';
import { baseText } from './pattern.js';

const PACKAGES = ['nock'];
const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'merge'];
/** Calls that end what is said of one request. */
const ANSWERS = ['reply', 'replyWithError', 'replyWithFile'];

/** nock: `nock(base).post(path)`, also further on in the chain, and `.intercept(path, method)`. */
export const nock: MockLibrary = {
  id: 'nock',
  names: [...VERBS, 'intercept'],
  mock(site) {
    const origin = originOfChain(site, PACKAGES);
    const name = calleeName(site.call.node);
    if (!origin || name === undefined) return undefined;
    // `nock.back(…)`, `nock.load(…)`
    if (origin.made ? origin.of.path.length > 0 : origin.of.path.join('.') !== 'Scope') return undefined;
    const { made, links } = origin;
    const [base, options] = made?.node.arguments.map((node) => at(made, node)) ?? [];
    return {
      method: name === 'intercept' ? statedMethod(argument(site, 1)) : calleeMethod(site, name),
      url: argument(site, 0),
      base: made && base ? baseText(base, made, site.call) : [],
      headerNames: [
        ...headerNames(option([options, argument(site, 2)], 'reqheaders')),
        // What stands before the first path holds for all of them.
        ...matchedHeaders(upTo(links, [...VERBS, 'intercept'])),
        ...matchedHeaders(upTo(linksOf(site.call), ANSWERS)),
      ],
    };
  },
};

type Link = Origin['links'][number];

function upTo(links: readonly Link[], names: readonly string[]): readonly Link[] {
  const end = links.findIndex(({ name }) => name !== undefined && names.includes(name));
  return end === -1 ? links : links.slice(0, end);
}

/** `.matchHeader(name, value)` */
function matchedHeaders(links: readonly Link[]): string[] {
  return links.flatMap(({ name, call }) => {
    const [header] = call.node.arguments;
    const text = name === 'matchHeader' && header && evaluateKnown(at(call, header));
    return text ? [text.toLowerCase()] : [];
  });
}
