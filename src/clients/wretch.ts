import type { Entity } from '../syntax/entity.js';
import { evaluate, evaluateKnown, joinUrl } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import type { Text } from '../syntax/text.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  type Payload,
  statedMethod,
  WHOLE_ANSWER,
} from './client.js';
import { decoded } from './decoded.js';
import { headerNames, optionHeaders } from './headers.js';

const PACKAGES = ['wretch', 'wretch/all'];
const WITHOUT_BODY = ['get', 'delete', 'head', 'opts'];
const WITH_BODY = ['post', 'put', 'patch'];
/** Calls of the chain that set the header of the same meaning. */
const HEADERS: Readonly<Record<string, string>> = {
  accept: 'accept',
  auth: 'authorization',
  content: 'content-type',
};
const ANSWER = [['json', '()']];

/** One call of the chain: `.url('/x')`; the first is `wretch('https://…', options)` itself, without a name. */
interface Step {
  readonly name: string | undefined;
  readonly args: readonly Term[];
}

/** wretch: `wretch(base).url(path).json(body).post()`, `.post(body, url)`, and what is kept of such a chain. */
export const wretch: Client = {
  id: 'wretch',
  marks: { packages: PACKAGES },
  request(site) {
    const { callee } = site;
    const [verb, ...more] = callee.kind === 'result' ? callee.path : [];
    if (verb === undefined || more.length > 0) return undefined;
    const isVerb = [...WITHOUT_BODY, ...WITH_BODY, 'fetch'].includes(verb);
    const steps = isVerb && callee.kind === 'result' ? stepsOf({ ...callee, path: [] }) : undefined;
    if (!steps) return undefined;
    const [first, ...earlier] = urlsOf(site, verb, steps);
    const sent = WITH_BODY.includes(verb)
      ? argument(site, 0)
      : verb === 'fetch'
        ? argument(site, 2)
        : undefined;
    return {
      method:
        verb === 'fetch'
          ? statedMethod(argument(site, 0))
          : calleeMethod(site, verb === 'opts' ? 'options' : verb),
      url: first,
      base: earlier.reduceRight<Text>((base, term) => joinUrl(base, evaluate(term)), []),
      headerNames: steps.flatMap(headersOf),
      payload: payloadOf(verb, steps, isEmpty(sent)),
      body: isEmpty(sent) ? writtenBy(steps) : decoded(sent),
      // A resolver says what the request answers.
      answer: steps.some(({ name }) => name === 'resolve') ? WHOLE_ANSWER : ANSWER,
    };
  },
};

function payloadOf(verb: string, steps: readonly Step[], isBare: boolean): Payload {
  if (steps.some(({ name }) => name === 'resolve'))
    return { kind: 'stream', why: 'a resolver reads the answer' };
  if (verb === 'fetch') return { kind: 'fixed', why: 'it stands in a call before' };
  // `.json({}).post()`
  if (WITH_BODY.includes(verb) && isBare && writtenBy(steps)) return { kind: 'chain' };
  return [...WITH_BODY, 'get'].includes(verb)
    ? { kind: 'argument', index: 0 }
    : { kind: 'fixed', why: 'its method sends none' };
}

/** The calls from the package on, first to last; undefined for a chain that begins elsewhere. */
function stepsOf(entity: Entity): Step[] | undefined {
  if (entity.kind !== 'result' || entity.path.length > 0) return undefined;
  const { of, call } = entity;
  const args = call.node.arguments.map((node) => at(call, node));
  if (of.kind === 'module') {
    const name = of.path.join('.');
    return PACKAGES.includes(of.source) && (name === '' || name === 'wretch')
      ? [{ name: undefined, args }]
      : undefined;
  }
  if (of.kind !== 'result' || of.path.length !== 1) return undefined;
  const before = stepsOf({ ...of, path: [] });
  return before && [...before, { name: of.path[0], args }];
}

/** The pieces of the URL, last first. */
function urlsOf(site: CallSite, verb: string, steps: readonly Step[]): Term[] {
  const own = argument(site, WITHOUT_BODY.includes(verb) ? 0 : 1);
  const urls: Term[] = [];
  for (const { name, args } of steps) {
    const [url, replaces] = args;
    if (!url || (name !== undefined && name !== 'url')) continue;
    if (replaces && name === 'url' && evaluateKnown(replaces) === 'true') urls.length = 0;
    urls.unshift(url);
  }
  return own ? [own, ...urls] : urls;
}

function headersOf({ name, args: [first, second] }: Step): readonly string[] {
  if (name === undefined) return optionHeaders(second);
  if (name === 'headers') return headerNames(first);
  if (name === 'options') return optionHeaders(first);
  const header = HEADERS[name];
  return header === undefined ? [] : [header];
}

/** `.json(body)` or `.body(text)`. */
function writtenBy(steps: readonly Step[]): Term | undefined {
  const step = steps.findLast(({ name }) => name === 'json' || name === 'body');
  return decoded(step?.args[0]);
}

/** `.post(undefined, url)` */
function isEmpty(term: Term | undefined): boolean {
  const node = term && deref(term).node;
  return (
    !node ||
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'Literal' && node.value === null)
  );
}
