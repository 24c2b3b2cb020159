import { evaluate } from '../syntax/evaluate.js';
import { at, sourceOf, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { usesOf } from '../syntax/uses.js';
import { isFunction } from '../syntax/walk.js';
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
    if (name === undefined || name === 'request')
      return withLaterDefaults(site, configCall(site, instance.defaults));
    if (WITHOUT_BODY.includes(name))
      return withLaterDefaults(site, verbCall(site, name, 1, instance.defaults));
    return WITH_BODY.includes(name)
      ? withLaterDefaults(site, verbCall(site, name, 2, instance.defaults))
      : undefined;
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

/** `api.defaults.baseURL = …`, `api.defaults.headers.common['x-connectfi-token'] = …` */
function withLaterDefaults({ call }: CallSite, request: Request | undefined): Request | undefined {
  if (!request) return undefined;
  const { callee } = call.node;
  const client = callee.type === 'MemberExpression' ? callee.object : callee;
  const set = usesOf(at(call, client)).filter(
    ({ path, node }) => path[0] === 'defaults' && node.type === 'AssignmentExpression',
  );
  const [base, second] = set.filter(({ path }) => path[1] === 'baseURL');
  const headers = set.flatMap(({ path }) => (path[1] === 'headers' ? path.slice(2) : []));
  return {
    ...request,
    answer: hasInterceptor(at(call, client)) ? WHOLE_ANSWER : request.answer,
    base:
      request.base.length === 0 && base?.node.type === 'AssignmentExpression' && !second
        ? evaluate(at(call, base.node.right))
        : request.base,
    headerNames: [...request.headerNames, ...headers.map((name) => name.toLowerCase())],
  };
}

/** `api.interceptors.response.use(…)`: what the request answers is up to that function. */
function hasInterceptor(client: Term): boolean {
  if (client.node.type !== 'Identifier')
    return client.module.text.includes(`${sourceOf(client)}.interceptors.response.use(`);
  return usesOf(client).some(({ path, node }) => {
    if (path.join('.') !== 'interceptors.response.use' || node.type !== 'CallExpression') return false;
    const [onAnswer] = node.arguments;
    return onAnswer !== undefined && !givesTheSame(at(client, onAnswer));
  });
}

/** `(response) => response`, or nothing: only errors are handled. */
function givesTheSame(term: Term): boolean {
  const { node } = deref(term);
  if (node.type === 'Literal') return node.value === null;
  if (node.type === 'Identifier') return node.name === 'undefined';
  if (!isFunction(node)) return false;
  const [parameter] = node.params;
  const [only, more] = node.body.type === 'BlockStatement' ? node.body.body : [];
  const result = only?.type === 'ReturnStatement' && !more ? only.argument : node.body;
  return parameter?.type === 'Identifier' && result?.type === 'Identifier' && parameter.name === result.name;
}
