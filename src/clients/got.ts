import { deref } from '../syntax/resolve.js';
import { argument, type CallSite, type Client, option, WHOLE_ANSWER } from './client.js';
import { type Instance, instanceOf } from './instance.js';
import { optionsClientRequest } from './options-client.js';

const ROOT = { packages: ['got'], names: ['got'], types: ['Got', 'ExtendedGot'] };
const FACTS = { baseNames: ['prefixUrl'], answer: [['json', '()'], ['body']] };

/** got and `got.extend(…)`. */
export const got: Client = {
  id: 'got',
  marks: ROOT,
  request(site) {
    const instance = instanceOf(site.callee, ROOT, ['extend']);
    const request = instance && optionsClientRequest(site, instance, FACTS);
    if (!request || !resolvesBody(site, instance)) return request;
    return { ...request, answer: [['json', '()'], ...WHOLE_ANSWER] };
  },
};

/** `resolveBodyOnly: true`, of the call or of its instance. */
function resolvesBody(site: CallSite, { defaults }: Instance): boolean {
  const set = option([argument(site, 1), argument(site, 0), ...defaults], 'resolveBodyOnly');
  if (!set) return false;
  const { node } = deref(set);
  return node.type !== 'Literal' || node.value !== false;
}
