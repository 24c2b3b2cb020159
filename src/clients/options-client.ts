import { isTextual } from '../syntax/evaluate.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  isOptions,
  option,
  optionBase,
  optionMethod,
  type Request,
} from './client.js';
import { decoded } from './decoded.js';
import { optionHeaders } from './headers.js';
import type { Instance } from './instance.js';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head'];

/**
 * The form that got and ky share: `f(url, { json })`, `f.post(url, { json })`, `f({ url })`, on instances with options
 * of the same names.
 */
export function optionsClientRequest(
  site: CallSite,
  instance: Instance,
  facts: { readonly baseNames: readonly string[]; readonly answer: Request['answer'] },
): Request | undefined {
  // `got.stream.post(…)`
  const [name, ...more] = instance.path[0] === 'stream' ? instance.path.slice(1) : instance.path;
  if (more.length > 0 || (name !== undefined && !VERBS.includes(name))) return undefined;
  const first = argument(site, 0);
  if (!first) return undefined;
  const index = isOptions(first) && !isTextual(first) ? 0 : 1;
  const call = argument(site, index);
  const options = [call, ...instance.defaults];
  const body = option([call], 'json');
  return {
    method: name === undefined ? optionMethod(options) : calleeMethod(site, name),
    url: index === 0 ? option([call], 'url') : first,
    base: optionBase(options, ...facts.baseNames),
    headerNames: optionHeaders(...options),
    payload: { kind: 'option', key: 'json', encoded: false, options: call, index },
    body: body ?? decoded(option([call], 'body')),
    answer: facts.answer,
  };
}
