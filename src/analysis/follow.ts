import type { TSESTree } from '@typescript-eslint/types';

import type { AnswerShape } from '../clients/client.js';
import { type Module, type Node, termOf } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { findVariable, keyName } from '../syntax/scope.js';
import type { Variable } from '../syntax/scopes/types.js';
import { ancestor, type FunctionNode, isFunction } from '../syntax/walk.js';
import { typeArgumentsOf } from '../syntax/type-arguments.js';
import { BODY_READERS, partOf } from './answer-part.js';
import { callersOf } from './callers.js';
import { into, through, typed, type Way } from './way.js';

/** How a part of an answer is used; all but `read` leave what can be followed. */
export type How = 'read' | 'returned' | 'passed' | 'stored';

/** One answer being followed in its file. */
export interface Tracer {
  readonly module: Module;
  readonly shape: AnswerShape;
  readonly uses: { node: Node; way: Way; how: How }[];
  /** The expressions that gave a part, and its path. */
  readonly visited: Map<Node, readonly string[]>;
  /** What gave a part before, and comes by another way, too. */
  readonly again: { node: Node; way: Way }[];
}

/** They give the same in another notation. */
const JSON_METHODS = ['JSON.parse', 'JSON.stringify'];
/** Ways to send the body on unread. */
const PIPES = new Set(['pipe', 'pipeTo', 'pipeThrough']);

/** Ways to get rid of a body unread. */
const DISCARDERS = new Set(['dump', 'cancel', 'destroy', 'resume']);

/** `node` is an expression whose value came by `way`. */
export function trace(node: Node, way: Way, tracer: Tracer): void {
  if (tracer.visited.has(node)) return void tracer.again.push({ node, way });
  tracer.visited.set(node, way.path);
  const { parent } = node;
  const use = (how: How): void => void tracer.uses.push({ node, way, how });
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return trace(parent, way, tracer);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return trace(parent, typed(way, parent.typeAnnotation), tracer);
    case 'MemberExpression':
      return parent.object === node ? traceMember(parent, way, tracer) : use('read');
    case 'VariableDeclarator':
      // Other files import it.
      if (parent.parent.parent.type.startsWith('Export')) use('returned');
      return tracePattern(parent.id, way, tracer, use);
    case 'AssignmentExpression':
      if (parent.right !== node || parent.operator !== '=') return use('read');
      trace(parent, way, tracer);
      return parent.left.type === 'Identifier' ? traceName(parent.left, way, tracer) : use('stored');
    case 'ArrowFunctionExpression':
      return parent.body === node ? traceResult(parent, node, way, tracer) : use('read');
    case 'ReturnStatement': {
      const fn = ancestor(parent, isFunction);
      return fn ? traceResult(fn, node, way, tracer) : use('returned');
    }
    case 'CallExpression':
      return traceArgument(parent, node, way, tracer);
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

function traceMember(access: TSESTree.MemberExpression, way: Way, tracer: Tracer): void {
  const name = keyName({ key: access.property, computed: access.computed });
  // `answer[key]` may be anything of it.
  if (name === undefined) return void tracer.uses.push({ node: access, way, how: 'passed' });
  const call = access.parent;
  if (call.type !== 'CallExpression' || call.callee !== access)
    return trace(access, into(way, name, access), tracer);
  const [callback] = call.arguments;
  if (way.path.length > 0 && !['then', 'catch', 'finally'].includes(name))
    return traceMethod(access, call, name, way, tracer);
  switch (name) {
    case 'then':
      return callback ? traceCallback(callback, call, way, tracer) : trace(call, way, tracer);
    case 'catch':
    case 'finally':
      return trace(call, way, tracer);
    case 'end':
      // superagent: `.end((error, response) => …)`
      return callback ? traceCallback(callback, call, way, tracer, 1) : undefined;
    default: {
      if (PIPES.has(name)) return void tracer.uses.push({ node: access, way, how: 'passed' });
      const next = [name, '()'];
      const isOnTheWay = tracer.shape.some((prefix) => next.every((step, index) => prefix[index] === step));
      if (isOnTheWay || BODY_READERS.has(name)) return trace(call, readBy(way, name, call), tracer);
      // superagent: `.ok((response) => …)`, `.parse((response, done) => …)`
      if (callback && isFunction(deref(termOf(callback, tracer.module)).node))
        traceCallback(callback, call, way, tracer);
      // A builder's own calls, such as superagent's `.set(…)`, give the request again.
      return trace(call, way, tracer);
    }
  }
}

/** `body.json()` is on the way to the answer; `slots.find(…)` reads what it is called on. */
function traceMethod(
  access: TSESTree.MemberExpression,
  call: TSESTree.CallExpression,
  name: string,
  way: Way,
  tracer: Tracer,
): void {
  const next = [...way.path, name, '()'];
  const isOnTheWay = tracer.shape.some((prefix) => next.every((step, index) => prefix[index] === step));
  if (isOnTheWay) return trace(call, readBy(way, name, call), tracer);
  if (DISCARDERS.has(name)) return;
  tracer.uses.push({ node: access, way, how: 'read' });
}

/**
 * `.then((response) => …)`; what the callback answers goes on as the chain's value, see {@link traceResult}.
 *
 * @param position of the parameter that takes the answer
 */
function traceCallback(callback: Node, call: Node, way: Way, tracer: Tracer, position = 0): void {
  const { node: fn } = deref(termOf(callback, tracer.module));
  if (!isFunction(fn)) return void tracer.uses.push({ node: callback, way, how: 'passed' });
  const parameter = fn.params[position];
  const next = fn === callback ? way : through(way, { kind: 'parameter', fn, index: position });
  if (parameter)
    tracePattern(parameter, next, tracer, (how) => void tracer.uses.push({ node: call, way, how }));
}

/** What `fn` answers came by `way`: follow its callers, as far as all of them are in reach. */
function traceResult(fn: FunctionNode, value: Node, way: Way, tracer: Tracer): void {
  const { parent } = fn;
  // `const read: (id: string) => Promise<Answer> = async (id) => …`
  const name = parent.type === 'VariableDeclarator' ? parent.id : undefined;
  const type = fn.returnType ?? (name?.type === 'Identifier' ? name.typeAnnotation : undefined);
  const next = typed(through(way, { kind: 'result', fn }), type?.typeAnnotation);
  if (parent.type === 'CallExpression' && parent.callee.type === 'MemberExpression') {
    const name = keyName({ key: parent.callee.property, computed: parent.callee.computed });
    if (name === 'then' || name === 'catch') return trace(parent, next, tracer);
    if (name === 'map' && isUnread(parent)) return;
    if (name === 'forEach') return;
  }
  // `onClick={() => …}`
  if (parent.type === 'JSXExpressionContainer' && isHandler(parent.parent)) return;
  const callers = callersOf(fn, tracer.module);
  if (!callers) return void tracer.uses.push({ node: value, way, how: 'returned' });
  for (const caller of callers) trace(caller, next, tracer);
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

function traceArgument(call: TSESTree.CallExpression, node: Node, way: Way, tracer: Tracer): void {
  const callee = tracer.module.text.slice(...call.callee.range);
  if (JSON_METHODS.includes(callee)) return trace(call, way, tracer);
  // A log shows whatever there is of the whole; what is read for it has to be there.
  if (callee.startsWith('console.') && partOf(way.path, tracer.shape).path.length === 0) return;
  const fn = deref(termOf(call.callee, tracer.module));
  const index = call.arguments.findIndex((item) => item === node);
  const parameter = isFunction(fn.node) ? fn.node.params[index] : undefined;
  const passed = (): void => void tracer.uses.push({ node, way, how: 'passed' });
  // What another file does with it is not followed.
  if (!isFunction(fn.node) || !parameter || fn.module !== tracer.module) return passed();
  return tracePattern(parameter, through(way, { kind: 'parameter', fn: fn.node, index }), tracer, passed);
}

/** `pattern` takes what came by `way`. */
export function tracePattern(pattern: Node, way: Way, tracer: Tracer, use: (how: How) => void): void {
  switch (pattern.type) {
    case 'Identifier':
      return traceName(pattern, way, tracer);
    case 'AssignmentPattern':
      return tracePattern(pattern.left, way, tracer, use);
    case 'ObjectPattern': {
      const whole = typed(way, pattern.typeAnnotation?.typeAnnotation);
      for (const property of pattern.properties) {
        const name = property.type === 'Property' ? keyName(property) : undefined;
        if (property.type !== 'Property' || name === undefined) use('stored');
        else tracePattern(property.value, into(whole, name, property), tracer, use);
      }
      return;
    }
    default:
      return use('stored');
  }
}

function traceName(name: TSESTree.Identifier, way: Way, tracer: Tracer): void {
  const variable: Variable | undefined = findVariable(name.name, name, tracer.module);
  if (!variable) return void tracer.uses.push({ node: name, way, how: 'stored' });
  const [declared] = variable.identifiers;
  const type = declared?.type === 'Identifier' ? declared.typeAnnotation?.typeAnnotation : undefined;
  const next = typed(through(way, { kind: 'variable', variable }), type);
  for (const reference of variable.references) {
    if (reference.isRead()) trace(reference.identifier, next, tracer);
  }
}

/** `response.json<Answer>()` */
function readBy(way: Way, name: string, call: TSESTree.CallExpression): Way {
  const [type] = typeArgumentsOf(call);
  return typed(into(into(way, name), '()'), type);
}
