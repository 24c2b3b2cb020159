import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerShape } from '../clients/client.js';
import { type Module, type Node, type Term, termOf } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { findVariable, keyName } from '../syntax/scope.js';
import { ancestor, type FunctionNode, isFunction } from '../syntax/walk.js';
import { callersOf } from './callers.js';
import { isOnError } from './outcome.js';

/** One place where something of an answer is used. */
export interface AnswerUse {
  readonly node: Node;
  /**
   * `json`: `path` below the parsed body, empty for all of it. `transport`: the status code, the headers and the like.
   */
  readonly part: 'json' | 'transport';
  readonly path: readonly string[];
  /** `read`: used as a value here. The others: it leaves what this file can follow. */
  readonly how: 'read' | 'returned' | 'passed' | 'stored';
  /** Only where the request has failed: below `if (!response.ok)`. */
  readonly onError: boolean;
}

interface Tracer {
  readonly module: Module;
  readonly shape: AnswerShape;
  readonly uses: { node: Node; path: readonly string[]; how: AnswerUse['how'] }[];
  readonly visited: Set<Node>;
}

/** They give the same in another notation. */
const JSON_METHODS = ['JSON.parse', 'JSON.stringify'];
/** Other ways to the body. */
const BODY_READERS = new Set([
  'text',
  'json',
  'blob',
  'arrayBuffer',
  'buffer',
  'bytes',
  'rawBody',
  'body',
  'pipe',
  'on',
]);

/** What the clients' response objects tell beside the body; every other name may be a part of it. */
const TRANSPORT = new Set(
  [
    ['status', 'statusCode', 'statusText', 'statusMessage', 'statusType', 'ok', 'error'],
    ['header', 'headers', 'rawHeaders', 'trailers', 'rawTrailers', 'type', 'charset', 'links'],
    ['config', 'options', 'request', 'req', 'method', 'url', 'requestUrl', 'redirectUrls'],
    ['redirect', 'redirects', 'redirected', 'bodyUsed', 'aborted', 'complete', 'isCanceled'],
    ['httpVersion', 'timings', 'timingPhases', 'ip', 'socket', 'isFromCache', 'retryCount'],
    ['info', 'clientError', 'serverError', 'accepted', 'created', 'noContent', 'badRequest'],
    ['unauthorized', 'forbidden', 'notFound', 'notAcceptable', 'unprocessableEntity'],
    ['opaque', 'context'],
  ].flat(),
);
/** Ways to send the body on unread. */
const PIPES = new Set(['pipe', 'pipeTo', 'pipeThrough']);

/** Ways to get rid of a body unread. */
const DISCARDERS = new Set(['dump', 'cancel', 'destroy', 'resume']);

/**
 * Follows what a request answers through `await`, `.then`, names, destructuring, own functions and returns.
 *
 * @param shape where the parsed body stands, by client
 */
export function answerUses(call: Term<TSESTree.CallExpression>, shape: AnswerShape): AnswerUse[] {
  const tracer: Tracer = { module: call.module, shape, uses: [], visited: new Set() };
  trace(call.node, [], tracer);
  return tracer.uses.map(({ node, path, how }) => ({
    node,
    how,
    ...partOf(path, shape),
    onError: isOnError(node),
  }));
}

function partOf(path: readonly string[], shape: AnswerShape): Pick<AnswerUse, 'part' | 'path'> {
  const [first, second] = path;
  const isReader = first !== undefined && BODY_READERS.has(first);
  for (const prefix of shape) {
    // `got(url, { resolveBodyOnly: true }).text()` reads the body in another way.
    if (prefix.length === 0 && isReader && second === '()') continue;
    if (prefix.every((name, index) => path[index] === name))
      return { part: 'json', path: path.slice(prefix.length) };
    // The response object itself: whoever gets it may read the body.
    if (path.every((name, index) => prefix[index] === name)) return { part: 'json', path: [] };
  }
  if (isReader) return { part: 'json', path: [] };
  // Without a shape, as of a stream, the answer is not what the call gives.
  const isTransport = shape.length === 0 || first === undefined || TRANSPORT.has(first);
  return { part: isTransport ? 'transport' : 'json', path };
}

/** `node` is an expression whose value is what lies at `path` of the answer. */
function trace(node: Node, path: readonly string[], tracer: Tracer): void {
  if (tracer.visited.has(node)) return;
  tracer.visited.add(node);
  const { parent } = node;
  const use = (how: AnswerUse['how']): void => void tracer.uses.push({ node, path, how });
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return trace(parent, path, tracer);
    case 'MemberExpression':
      return parent.object === node ? traceMember(parent, path, tracer) : use('read');
    case 'VariableDeclarator':
      // Other files import it.
      if (parent.parent.parent.type.startsWith('Export')) use('returned');
      return tracePattern(parent.id, path, tracer, use);
    case 'AssignmentExpression':
      if (parent.right !== node || parent.operator !== '=') return use('read');
      trace(parent, path, tracer);
      return parent.left.type === 'Identifier' ? traceName(parent.left, path, tracer) : use('stored');
    case 'ArrowFunctionExpression':
      return parent.body === node ? traceResult(parent, node, path, tracer) : use('read');
    case 'ReturnStatement': {
      const fn = ancestor(parent, isFunction);
      return fn ? traceResult(fn, node, path, tracer) : use('returned');
    }
    case 'CallExpression':
      return traceArgument(parent, node, path, tracer);
    case 'Property':
    case 'ArrayExpression':
    case 'SpreadElement':
    case 'NewExpression':
    case 'YieldExpression':
      return use('passed');
    case 'UnaryExpression':
      return parent.operator === 'void' ? undefined : use('read');
    case 'ExpressionStatement':
    case undefined:
      return;
    default:
      return use('read');
  }
}

function traceMember(access: TSESTree.MemberExpression, path: readonly string[], tracer: Tracer): void {
  const name = keyName({ key: access.property, computed: access.computed });
  // `answer[key]` may be anything of it.
  if (name === undefined) return void tracer.uses.push({ node: access, path, how: 'passed' });
  const call = access.parent;
  if (call.type !== 'CallExpression' || call.callee !== access) return trace(access, [...path, name], tracer);
  const [callback] = call.arguments;
  if (path.length > 0 && !['then', 'catch', 'finally'].includes(name))
    return traceMethod(access, call, name, path, tracer);
  switch (name) {
    case 'then':
      return callback ? traceCallback(callback, call, path, tracer) : trace(call, path, tracer);
    case 'catch':
    case 'finally':
      return trace(call, path, tracer);
    case 'end':
      // superagent: `.end((error, response) => …)`
      return callback ? traceCallback(callback, call, path, tracer, 1) : undefined;
    default: {
      if (PIPES.has(name)) return void tracer.uses.push({ node: access, path, how: 'passed' });
      const next = [name, '()'];
      const isOnTheWay = tracer.shape.some((prefix) => next.every((step, index) => prefix[index] === step));
      if (isOnTheWay || BODY_READERS.has(name)) return trace(call, [...path, ...next], tracer);
      // superagent: `.ok((response) => …)`, `.parse((response, done) => …)`
      if (callback && isFunction(deref(termOf(callback, tracer.module)).node))
        traceCallback(callback, call, path, tracer);
      // A builder's own calls, such as superagent's `.set(…)`, give the request again.
      return trace(call, path, tracer);
    }
  }
}

/** `body.json()` is on the way to the answer; `slots.find(…)` reads what it is called on. */
function traceMethod(
  access: TSESTree.MemberExpression,
  call: Node,
  name: string,
  path: readonly string[],
  tracer: Tracer,
): void {
  const next = [...path, name, '()'];
  const isOnTheWay = tracer.shape.some((prefix) => next.every((step, index) => prefix[index] === step));
  if (isOnTheWay) return trace(call, next, tracer);
  if (DISCARDERS.has(name)) return;
  tracer.uses.push({ node: access, path, how: 'read' });
}

/**
 * `.then((response) => …)`; what the callback answers goes on as the chain's value, see {@link traceResult}.
 *
 * @param position of the parameter that takes the answer
 */
function traceCallback(
  callback: Node,
  call: Node,
  path: readonly string[],
  tracer: Tracer,
  position = 0,
): void {
  const { node: fn } = deref(termOf(callback, tracer.module));
  if (!isFunction(fn)) return void tracer.uses.push({ node: callback, path, how: 'passed' });
  const parameter = fn.params[position];
  if (parameter)
    tracePattern(parameter, path, tracer, (how) => void tracer.uses.push({ node: call, path, how }));
}

/** What `fn` answers is the answer's `path`: follow its callers, as far as all of them are in reach. */
function traceResult(fn: FunctionNode, value: Node, path: readonly string[], tracer: Tracer): void {
  const { parent } = fn;
  // `onClick={() => …}`
  if (parent.type === 'JSXExpressionContainer' && isHandler(parent.parent)) return;
  if (parent.type === 'CallExpression' && parent.callee.type === 'MemberExpression') {
    const name = keyName({ key: parent.callee.property, computed: parent.callee.computed });
    if (name === 'then' || name === 'catch') return trace(parent, path, tracer);
    if (name === 'map' && isUnread(parent)) return;
    if (name === 'forEach') return;
  }
  const callers = callersOf(fn, tracer.module);
  if (!callers) return void tracer.uses.push({ node: value, path, how: 'returned' });
  for (const caller of callers) trace(caller, path, tracer);
}

function isHandler(attribute: Node): boolean {
  if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return false;
  return /^on[A-Z]/.test(attribute.name.name);
}

/** `await Promise.all(slots.map(…));`: what the calls answer is only waited for. */
function isUnread(list: Node): boolean {
  const call = list.parent;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const { object, property, computed } = call.callee;
  const name = keyName({ key: property, computed });
  const isPromise = object.type === 'Identifier' && object.name === 'Promise';
  if (!isPromise || (name !== 'all' && name !== 'allSettled')) return false;
  const { parent } = call;
  return (parent.type === 'AwaitExpression' ? parent.parent : parent).type === 'ExpressionStatement';
}

function traceArgument(
  call: TSESTree.CallExpression,
  node: Node,
  path: readonly string[],
  tracer: Tracer,
): void {
  const callee = tracer.module.text.slice(...call.callee.range);
  if (JSON_METHODS.includes(callee)) return trace(call, path, tracer);
  // A log shows whatever there is of the whole; what is read for it has to be there.
  if (callee.startsWith('console.') && partOf(path, tracer.shape).path.length === 0) return;
  const fn = deref(termOf(call.callee, tracer.module));
  const parameter = isFunction(fn.node)
    ? fn.node.params[call.arguments.findIndex((item) => item === node)]
    : undefined;
  const passed = (): void => void tracer.uses.push({ node, path, how: 'passed' });
  return parameter ? tracePattern(parameter, path, tracer, passed) : passed();
}

/** `pattern` takes what lies at `path`. */
function tracePattern(
  pattern: Node,
  path: readonly string[],
  tracer: Tracer,
  use: (how: AnswerUse['how']) => void,
): void {
  switch (pattern.type) {
    case 'Identifier':
      return traceName(pattern, path, tracer);
    case 'AssignmentPattern':
      return tracePattern(pattern.left, path, tracer, use);
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        const name = property.type === 'Property' ? keyName(property) : undefined;
        if (property.type !== 'Property' || name === undefined) use('stored');
        else tracePattern(property.value, [...path, name], tracer, use);
      }
      return;
    default:
      return use('stored');
  }
}

function traceName(name: TSESTree.Identifier, path: readonly string[], tracer: Tracer): void {
  const variable: Variable | undefined = findVariable(name.name, name, tracer.module);
  if (!variable) return void tracer.uses.push({ node: name, path, how: 'stored' });
  for (const reference of variable.references) {
    if (reference.isRead()) trace(reference.identifier, path, tracer);
  }
}
