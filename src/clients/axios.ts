import { evaluate } from '../syntax/evaluate.js';
import type { Term } from '../syntax/module.js';
import {
  argument,
  calleeMethod,
  type CallSite,
  type Client,
  isOptions,
  option,
  optionBase,
  optionMethod,
  type Request,
} from './client.js';
import { optionHeaders } from './headers.js';
import { instanceOf } from './instance.js';

const ANSWER = [['data']];
const WITHOUT_BODY = ['get', 'delete', 'head', 'options'];
const WITH_BODY = ['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm'];

/** axios: verbs, `axios(config)`, `axios(url, config)`, `axios.request(config)`, and the same on `axios.create(…)`. */
export const axios: Client = {
  id: 'axios',
  request(site) {
    const instance = instanceOf(site.callee, { packages: ['axios'], names: ['axios'] }, ['create', 'Axios']);
    if (!instance) return undefined;
    const [name, ...more] = instance.path;
    if (more.length > 0) return undefined;
    if (name === undefined || name === 'request') return configCall(site, instance.defaults);
    if (WITHOUT_BODY.includes(name)) return verbCall(site, name, 1, instance.defaults);
    if (WITH_BODY.includes(name)) return verbCall(site, name, 2, instance.defaults);
    return undefined;
  },
};

/** `axios.post(url, data, config)`, `axios.get(url, config)`. */
function verbCall(site: CallSite, name: string, configAt: number, defaults: readonly Term[]): Request {
  const options = [argument(site, configAt), ...defaults];
  return {
    method: calleeMethod(site, name.replace('Form', '')),
    url: argument(site, 0),
    base: optionBase(options, 'baseURL'),
    headerNames: optionHeaders(...options),
    payload: { kind: 'argument', index: 1 },
    body: configAt === 2 ? argument(site, 1) : undefined,
    answer: ANSWER,
  };
}

/** `axios(config)`, and `axios(url, config)` where the first argument is a text. */
function configCall(site: CallSite, defaults: readonly Term[]): Request | undefined {
  const first = argument(site, 0);
  if (!first) return undefined;
  const isUrl = site.call.node.arguments.length > 1 || evaluate(first).some(({ kind }) => kind === 'text');
  const index = isUrl && !isOptions(first) ? 1 : 0;
  const config = argument(site, index);
  const options = [config, ...defaults];
  return {
    method: optionMethod(options),
    url: index === 1 ? first : option([config], 'url'),
    base: optionBase(options, 'baseURL'),
    headerNames: optionHeaders(...options),
    payload: { kind: 'option', key: 'data', encoded: false, options: config, index },
    body: option([config], 'data'),
    answer: ANSWER,
  };
}
