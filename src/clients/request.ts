import { evaluate } from '../syntax/evaluate.js';
import type { Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  hasCallback,
  isOptions,
  option,
  optionBase,
  optionMethod,
  type Payload,
  type Request,
  WHOLE_ANSWER,
} from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

const PROMISES = [
  'request-promise',
  'request-promise-native',
  'request-promise-any',
  '@cypress/request-promise',
];
const ROOT = { packages: ['request', '@cypress/request', 'postman-request', 'xhr', ...PROMISES] };
const VERBS = ['get', 'head', 'options', 'post', 'put', 'patch', 'del', 'delete'];

/** request, request-promise and xhr, which is the same for browsers: `request(url, options, callback)`, verbs, `.defaults(…)`. */
export const request: Client = {
  id: 'request',
  marks: ROOT,
  request(site) {
    const instance = instanceOf(site.callee, ROOT, ['defaults', 'forever']);
    const [name, ...more] = instance?.path ?? [];
    const first = argument(site, 0);
    if (!instance || !first || more.length > 0 || (name !== undefined && !VERBS.includes(name)))
      return undefined;
    // `request({ url, … }, callback)`
    const index = isUrl(first) ? 1 : 0;
    const call = argument(site, index);
    const options = [call, ...instance.defaults];
    return {
      method:
        name === undefined ? optionMethod(options) : calleeMethod(site, name === 'del' ? 'delete' : name),
      url: index === 1 ? first : (option([call], 'url') ?? option([call], 'uri')),
      base: optionBase(options, 'baseUrl'),
      headerNames: optionHeaders(...options),
      payload: payloadOf(site, options, index),
      body: bodyOf(call),
      answer: WHOLE_ANSWER,
    } satisfies Request;
  },
};

/** What is no object is a URL; of a name that is not in reach, what stands beside it tells. */
function isUrl(first: Term): boolean {
  if (isOptions(first)) return false;
  const { type } = deref(first).node;
  return (
    evaluate(first).some(({ kind }) => kind === 'text') || type !== 'Identifier' || !option([first], 'url')
  );
}

/** `{ json: { … } }`, `{ json: true, body }`, or a text. */
function bodyOf(options: Term | undefined): Term | undefined {
  const json = option([options], 'json');
  if (json && deref(json).node.type !== 'Literal') return json;
  const body = option([options], 'body');
  return body ? decoded(body) : (option([options], 'form') ?? option([options], 'formData'));
}

function payloadOf(site: CallSite, options: readonly (Term | undefined)[], index: number): Payload {
  const { callee } = site;
  const [own] = options;
  const source = sourceOf(callee);
  if (
    source === undefined ||
    !PROMISES.includes(source) ||
    hasCallback(site, isOptions(own) ? index + 1 : index)
  )
    return { kind: 'stream', why: 'a callback reads the answer' };
  if (option([own], 'form') || option([own], 'formData'))
    return { kind: 'fixed', why: 'it is sent as a form' };
  const json = option(options, 'json');
  const node = json && deref(json).node;
  const place = { kind: 'option', options: own, index } as const;
  if (!node) return { ...place, key: 'body', encoded: true };
  return { ...place, key: node.type === 'Literal' ? 'body' : 'json', encoded: false };
}

function sourceOf(entity: CallSite['callee']): string | undefined {
  return entity.kind === 'result'
    ? sourceOf(entity.of)
    : entity.kind === 'module'
      ? entity.source
      : undefined;
}
