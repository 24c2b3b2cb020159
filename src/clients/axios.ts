import { type Entity, entityOf } from '../syntax/entity.js';
import { evaluate } from '../syntax/evaluate.js';
import { at, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { keyName } from '../syntax/scope.js';
import { withLaterDefaults } from './axios-defaults.js';
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
  WHOLE_ANSWER,
  writtenOption,
} from './client.js';
import { optionHeaders } from './headers.js';
import { type Instance, instanceOf } from './instance.js';

const ANSWER = [['data']];
const ROOT = {
  packages: ['axios', 'redaxios', 'xior', 'gaxios'],
  names: ['axios', 'xior'],
  // `window.axios = require('axios')`, as Laravel has it, and a script from a CDN.
  globals: ['axios'],
  types: ['AxiosInstance', 'AxiosStatic', 'Axios'],
};
const WITHOUT_BODY = ['get', 'delete', 'head', 'options'];
const WITH_BODY = ['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm'];
/** vue-axios puts it on Vue and on each component. */
const PLUGIN = 'axios';
/** Packages, and the function of theirs that gives the instance that it is called with. */
const WRAPPERS: Readonly<Record<string, string>> = {
  'axios-cache-interceptor': 'setupCache',
  'axios-cookiejar-support': 'wrapper',
  'axios-rate-limit': '',
};

/** axios: verbs, `axios(config)`, `axios(url, config)`, `axios.request(config)`, and the same on `axios.create(…)`. */
export const axios: Client = {
  id: 'axios',
  marks: {
    packages: [...ROOT.packages, ...Object.keys(WRAPPERS)],
    globals: ROOT.globals,
    called: ['$http'],
    on: ['$axios', '$http', PLUGIN],
  },
  request(site) {
    const instance = instanceOf(unwrapped(site.callee), ROOT, ['create', 'Axios']) ?? injectedInstance(site);
    return instance && axiosRequest(site, instance);
  },
};

/** The request of a call of axios or of something that has its methods. */
export function axiosRequest(site: CallSite, instance: Instance): Request | undefined {
  const { path, defaults } = instance;
  const [name, ...more] = path;
  if (more.length > 0) return undefined;
  const own = (): Request | undefined => {
    if (name === undefined || name === 'request') return configCall(site, defaults);
    // Nuxt's `$get` gives the data.
    const bare = name.slice(1);
    if (name.startsWith('$') && [...WITHOUT_BODY, ...WITH_BODY].includes(bare))
      return { ...verbCall(site, bare, WITH_BODY.includes(bare) ? 2 : 1, defaults), answer: WHOLE_ANSWER };
    if (WITHOUT_BODY.includes(name)) return verbCall(site, name, 1, defaults);
    return WITH_BODY.includes(name) ? verbCall(site, name, 2, defaults) : undefined;
  };
  return withLaterDefaults(site, instance, own());
}

/** `this.$axios.$post(…)` of Nuxt, `$http.post(…)` of AngularJS and of Vue's plugins, `Vue.axios.post(…)`. */
function injectedInstance({ call }: CallSite): Instance | undefined {
  const { callee } = call.node;
  if (callee.type === 'Identifier' && callee.name === '$http') return { path: [], defaults: [], made: [] };
  if (callee.type !== 'MemberExpression') return undefined;
  const name = keyName({ key: callee.property, computed: callee.computed });
  const { node } = deref(at(call, callee.object));
  const last =
    node.type === 'MemberExpression' ? keyName({ key: node.property, computed: node.computed }) : undefined;
  const receiver = node.type === 'Identifier' ? node.name : last;
  const isInjected = receiver === '$axios' || receiver === '$http' || last === PLUGIN;
  return isInjected && name !== undefined ? { path: [name], defaults: [], made: [] } : undefined;
}

/** `wrapper(axios.create({ jar }))` is an instance too. */
function unwrapped(entity: Entity): Entity {
  if (entity.kind !== 'result' || entity.of.kind !== 'module') return entity;
  const { source, path } = entity.of;
  const [first] = entity.call.node.arguments;
  const inner = WRAPPERS[source] === path.join('.') && first ? entityOf(at(entity.call, first)) : undefined;
  return inner ? { ...inner, path: [...inner.path, ...entity.path] } : entity;
}

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
    url: index === 1 ? first : writtenOption(config, 'url'),
    base: optionBase(options, 'baseURL'),
    headerNames: optionHeaders(...options),
    payload: { kind: 'option', key: 'data', encoded: false, options: config, index },
    body: option([config], 'data'),
    answer: ANSWER,
  };
}
