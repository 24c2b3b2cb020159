import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerShape } from '../clients/client.js';
import { at, sourceOf, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { findVariable, keyName } from '../syntax/scope.js';
import type { Variable } from '../syntax/scopes/types.js';
import { ancestor, type FunctionNode, isFunction } from '../syntax/walk.js';
import { typeArgumentsOf } from '../syntax/type-arguments.js';
import { BODY_READERS, leadsToBody, partOf } from './answer-part.js';
import { callersOf, type Mentions } from './callers.js';
import { entered, left, seenAt } from './frames.js';
import { isAwaiting, operatorsOf, pipedBy } from './operators.js';
import { isHandler, isUnreadList } from './unread.js';
import { into, through, typed, type Way } from './way.js';

/** How a part of an answer is used; all but `read` leave what can be followed. */
export type How = 'read' | 'returned' | 'passed' | 'stored';

/** An expression, and the way that a part of the answer came there. */
export interface Arrival {
  readonly term: Term;
  readonly way: Way;
}

/** One answer being followed. */
export interface Tracer {
  readonly shape: AnswerShape;
  readonly mentions: Mentions;
  readonly use: (arrival: Arrival, how: How) => void;
  /** Notes that a part comes here; answers false where there is no more to say of it. */
  readonly visit: (arrival: Arrival) => boolean;
  /** Notes a property of a pattern that takes a part. */
  readonly take: (arrival: Arrival) => void;
}

/** They give the same in another notation. */
const JSON_METHODS = ['JSON.parse', 'JSON.stringify'];
/** Ways to send the body on unread. */
const PIPES = new Set(['pipe', 'pipeTo', 'pipeThrough']);

/** What some clients' responses say of the status and the headers by calls. */
const SAID_BY_CALL = new Set(['ok', 'status', 'statusText', 'headers', 'headersArray', 'url']);

/** Ways to get rid of a body unread. */
const DISCARDERS = new Set(['dump', 'cancel', 'destroy', 'resume']);

/** `term` is an expression whose value came by `way`. */
export function trace(term: Term, way: Way, tracer: Tracer): void {
  if (!tracer.visit({ term, way })) return;
  const { node, module } = term;
  const { parent } = node;
  const use = (how: How): void => void tracer.use({ term, way }, how);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return trace(at(term, parent), way, tracer);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return trace(at(term, parent), typed(way, parent.typeAnnotation, module), tracer);
    case 'MemberExpression':
      return parent.object === node ? traceMember(at(term, parent), way, tracer) : use('read');
    case 'VariableDeclarator':
      // Other files import it.
      if (parent.parent.parent.type.startsWith('Export')) use('returned');
      return tracePattern(at(term, parent.id), way, tracer, use);
    case 'AssignmentExpression':
      if (parent.right !== node || parent.operator !== '=') return use('read');
      trace(at(term, parent), way, tracer);
      return parent.left.type === 'Identifier'
        ? traceName(at(term, parent.left), way, tracer)
        : use('stored');
    case 'ArrowFunctionExpression':
      return parent.body === node ? traceResult(at(term, parent), term, way, tracer) : use('read');
    case 'ReturnStatement': {
      const fn = ancestor(parent, isFunction);
      return fn ? traceResult(at(term, fn), term, way, tracer) : use('returned');
    }
    case 'CallExpression':
      return traceArgument(at(term, parent), term, way, tracer);
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

function traceMember(term: Term<TSESTree.MemberExpression>, way: Way, tracer: Tracer): void {
  const { node: access } = term;
  const name = keyName({ key: access.property, computed: access.computed });
  // `answer[key]` may be anything of it.
  if (name === undefined) return tracer.use({ term, way }, 'passed');
  const call = access.parent;
  if (call.type !== 'CallExpression' || call.callee !== access)
    return trace(term, into(way, name, term), tracer);
  const next = at(term, call);
  const [callback] = call.arguments;
  if (way.path.length > 0 && !['then', 'catch', 'finally'].includes(name))
    return traceMethod(term, next, name, way, tracer);
  switch (name) {
    case 'then':
      return callback ? traceCallback(at(term, callback), next, way, tracer) : trace(next, way, tracer);
    case 'catch':
    case 'finally':
      return trace(next, way, tracer);
    case 'end':
      // superagent: `.end((error, response) => …)`
      return callback ? traceCallback(at(term, callback), next, way, tracer, 1) : undefined;
    default: {
      // Playwright's `response.ok()`.
      if (SAID_BY_CALL.has(name) && call.arguments.length === 0) return;
      if (name === 'pipe' && tracePipe(next, way, tracer)) return;
      if (PIPES.has(name)) return tracer.use({ term, way }, 'passed');
      const isCalledBack = callback && isFunction(deref(at(term, callback)).node);
      if (leadsToBody([name, '()'], tracer.shape) || BODY_READERS.has(name)) {
        const body = readBy(way, name, next);
        // wretch: `.json((body) => …)` gives what the function answers.
        return isCalledBack
          ? traceCallback(at(term, callback), next, body, tracer)
          : trace(next, body, tracer);
      }
      // superagent: `.ok((response) => …)`, `.parse((response, done) => …)`
      if (isCalledBack) traceCallback(at(term, callback), next, way, tracer);
      // A builder's own calls, such as superagent's `.set(…)`, give the request again.
      return trace(next, way, tracer);
    }
  }
}

/** `observable.pipe(tap(…), map(…))`, as far as the operators are known. */
function tracePipe(pipe: Term<TSESTree.CallExpression>, way: Way, tracer: Tracer): boolean {
  const operators = operatorsOf(pipe);
  const mapped = operators?.findIndex(({ kind }) => kind === 'map') ?? -1;
  // What another operator does with a value that is made of the answer is not followed.
  if (!operators || (mapped !== -1 && operators.slice(mapped + 1).some(({ kind }) => kind !== 'through')))
    return false;
  for (const { callback } of operators) if (callback) traceCallback(at(pipe, callback), pipe, way, tracer);
  if (mapped === -1) trace(pipe, way, tracer);
  return true;
}

/** `body.json()` is on the way to the answer; `slots.find(…)` reads what it is called on. */
function traceMethod(
  access: Term<TSESTree.MemberExpression>,
  call: Term<TSESTree.CallExpression>,
  name: string,
  way: Way,
  tracer: Tracer,
): void {
  if (leadsToBody([...way.path, name, '()'], tracer.shape))
    return trace(call, readBy(way, name, call), tracer);
  if (DISCARDERS.has(name)) return;
  tracer.use({ term: access, way }, 'read');
}

/**
 * `.then((response) => …)`; what the callback answers goes on as the chain's value.
 *
 * @param position of the parameter that takes the answer
 */
function traceCallback(callback: Term, call: Term, way: Way, tracer: Tracer, position = 0): void {
  const target = deref(callback);
  const { node: fn } = target;
  const next = isFunction(fn) ? intoFunction(at(target, fn), callback, call, way, position) : undefined;
  if (!isFunction(fn) || !next) return tracer.use({ term: callback, way }, 'passed');
  const parameter = fn.params[position];
  if (parameter)
    tracePattern(at(target, parameter), next, tracer, (how) => tracer.use({ term: call, way }, how));
}

/** Into a function that takes the answer at `position`, written in place or by its name. */
function intoFunction(
  fn: Term<FunctionNode>,
  written: Term,
  site: Term,
  way: Way,
  position: number,
): Way | undefined {
  const { node, module } = fn;
  const inside = entered(way, node, module, site);
  return inside && node !== written.node
    ? through(inside, { kind: 'parameter', fn: node, index: position }, module)
    : inside;
}

/** What `fn` answers came by `way`: on at the call that gave the answer to it, else at all of its callers. */
function traceResult(fn: Term<FunctionNode>, value: Term, way: Way, tracer: Tracer): void {
  const { node, module } = fn;
  const { parent } = node;
  // `const read: (id: string) => Promise<Answer> = async (id) => …`
  const name = parent.type === 'VariableDeclarator' ? parent.id : undefined;
  const type = node.returnType ?? (name?.type === 'Identifier' ? name.typeAnnotation : undefined);
  const next = typed(through(way, { kind: 'result', fn: node }, module), type?.typeAnnotation, module);
  const back = left(next, node);
  if (back) return trace(back.site, back.way, tracer);
  if (parent.type === 'CallExpression' && parent.callee.type === 'MemberExpression') {
    const name = keyName({ key: parent.callee.property, computed: parent.callee.computed });
    if (name === 'then' || name === 'catch' || isReader(name)) return trace(at(fn, parent), next, tracer);
    if (name === 'map' && isUnreadList(parent)) return;
    if (name === 'forEach') return;
  }
  const piped = pipedBy(fn);
  if (piped) return piped.kind === 'map' ? trace(at(fn, piped.pipe), next, tracer) : undefined;
  // `onClick={() => …}`
  if (parent.type === 'JSXExpressionContainer' && isHandler(parent.parent)) return;
  const callers = callersOf(fn, tracer.mentions);
  if (!callers) return tracer.use({ term: value, way }, 'returned');
  for (const caller of callers) trace(caller, seenAt(next, caller), tracer);
}

/** `.json(callback)` */
function isReader(name: string | undefined): boolean {
  return name !== undefined && name !== 'on' && BODY_READERS.has(name);
}

function traceArgument(call: Term<TSESTree.CallExpression>, argument: Term, way: Way, tracer: Tracer): void {
  const { node } = call;
  const callee = sourceOf(at(call, node.callee));
  if (JSON_METHODS.includes(callee) || isAwaiting(call)) return trace(call, way, tracer);
  // A log shows whatever there is of the whole; what is read for it has to be there.
  if (callee.startsWith('console.') && partOf(way.path, tracer.shape).path.length === 0) return;
  const fn = deref(at(call, node.callee));
  const index = node.arguments.findIndex((item) => item === argument.node);
  const parameter = isFunction(fn.node) ? fn.node.params[index] : undefined;
  const passed = (): void => tracer.use({ term: argument, way }, 'passed');
  if (!isFunction(fn.node) || !parameter) return passed();
  const next = intoFunction(at(fn, fn.node), argument, call, way, index);
  return next ? tracePattern(at(fn, parameter), next, tracer, passed) : passed();
}

/** `pattern` takes what came by `way`. */
export function tracePattern(pattern: Term, way: Way, tracer: Tracer, use: (how: How) => void): void {
  const { node, module } = pattern;
  switch (node.type) {
    case 'Identifier':
      return traceName(at(pattern, node), way, tracer);
    case 'AssignmentPattern':
      return tracePattern(at(pattern, node.left), way, tracer, use);
    case 'ObjectPattern': {
      const whole = typed(way, node.typeAnnotation?.typeAnnotation, module);
      for (const property of node.properties) {
        const name = property.type === 'Property' ? keyName(property) : undefined;
        if (property.type !== 'Property' || name === undefined) {
          use('stored');
          continue;
        }
        const next = into(whole, name, { node: property, module });
        tracer.take({ term: at(pattern, property), way: next });
        tracePattern(at(pattern, property.value), next, tracer, use);
      }
      return;
    }
    default:
      return use('stored');
  }
}

function traceName(name: Term<TSESTree.Identifier>, way: Way, tracer: Tracer): void {
  const { node, module } = name;
  const variable: Variable | undefined = findVariable(node.name, node, module);
  if (!variable) return tracer.use({ term: name, way }, 'stored');
  const [declared] = variable.identifiers;
  const type = declared?.type === 'Identifier' ? declared.typeAnnotation?.typeAnnotation : undefined;
  const joined = isGivenOnce(variable) ? way : through(way, { kind: 'variable', variable }, module);
  const next = typed(joined, type, module);
  for (const reference of variable.references) {
    if (!reference.isRead()) continue;
    const term = at(name, reference.identifier);
    trace(term, seenAt(next, term), tracer);
  }
}

/** Nothing else ever comes to it. */
function isGivenOnce({ defs, references }: Variable): boolean {
  const writes = references.filter((reference) => reference.isWrite()).length;
  return writes === 0 || (writes === 1 && defs.every(({ type }) => type !== 'Parameter'));
}

/** `response.json<Answer>()` */
function readBy(way: Way, name: string, call: Term<TSESTree.CallExpression>): Way {
  const [type] = typeArgumentsOf(call.node);
  return typed(into(into(way, name), '()'), type, call.module);
}
