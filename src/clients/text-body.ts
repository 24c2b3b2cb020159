import type { TSESTree } from '@typescript-eslint/types';

import { at, type Node, type Term } from '../syntax/module.js';
import { findVariable, keyName } from '../syntax/scope.js';
import { ancestor, isFunction } from '../syntax/walk.js';
import type { Outlet } from './client.js';

/** Methods between the text of a body and `JSON.parse`. */
const TEXTS = ['toString', 'join', 'trim'];

/** Where an expression that gives the text of a body, or a part of it, goes: to `JSON.parse`, or away. */
export function textOutlet(node: Node): Outlet {
  for (let current = node; ;) {
    const { parent } = current;
    if (parent?.type === 'CallExpression') {
      const name = calledAs(parent);
      if (name === 'JSON.parse') return { kind: 'body', node: parent };
      const isOn = parent.callee === current;
      if (!isOn && name !== 'Buffer.concat' && name !== 'String') break;
      current = parent;
    } else if (parent?.type === 'MemberExpression' && parent.object === current) {
      const name = keyName({ key: parent.property, computed: parent.computed });
      if (name === undefined || !TEXTS.includes(name) || parent.parent.type !== 'CallExpression') break;
      current = parent;
    } else if (parent?.type === 'TSAsExpression' || parent?.type === 'TSNonNullExpression') current = parent;
    else break;
  }
  return { kind: 'away', node, how: 'passed' };
}

function calledAs({ callee }: TSESTree.CallExpression): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return '';
  return `${callee.object.name}.${keyName({ key: callee.property, computed: callee.computed }) ?? ''}`;
}

/**
 * Where the body of a response goes that its handler reads piece by piece: `text += chunk`, `chunks.push(chunk)`, then
 * `JSON.parse`.
 *
 * @param response the handler's parameter
 * @returns undefined where the response is used in another way
 */
export function streamedOutlets(response: Term): Outlet[] | undefined {
  const { node, module } = response;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const outlets: Outlet[] = [];
  for (const { identifier } of variable?.references ?? []) {
    const found = outletsOfUse(at(response, identifier));
    if (!found) return undefined;
    outlets.push(...found);
  }
  return variable && outlets;
}

/** Members of an IncomingMessage that say nothing of its body. */
const OF_TRANSPORT = ['statusCode', 'statusMessage', 'headers', 'rawHeaders', 'httpVersion', 'complete'];
const WITHOUT_BODY = ['resume', 'destroy', 'setEncoding', 'setTimeout'];

function outletsOfUse(use: Term): Outlet[] | undefined {
  const { parent } = use.node;
  if (parent?.type === 'ForOfStatement' && parent.right === use.node) {
    const [item] = parent.left.type === 'VariableDeclaration' ? parent.left.declarations : [];
    return item ? chunkOutlets(at(use, item.id)) : undefined;
  }
  if (parent?.type !== 'MemberExpression' || parent.object !== use.node) return undefined;
  const name = keyName({ key: parent.property, computed: parent.computed }) ?? '';
  if (OF_TRANSPORT.includes(name)) return [];
  const call = parent.parent;
  if (call.type !== 'CallExpression' || call.callee !== parent) return undefined;
  // The response again: `response.on(…).on(…)`
  if (call.parent.type !== 'ExpressionStatement' && call.parent.type !== 'ArrowFunctionExpression')
    return undefined;
  if (WITHOUT_BODY.includes(name)) return [];
  const [event, handler] = call.arguments;
  if ((name !== 'on' && name !== 'once') || event?.type !== 'Literal') return undefined;
  if (event.value !== 'data') return event.value === 'readable' ? undefined : [];
  if (!handler || !isFunction(handler)) return undefined;
  const [chunk] = handler.params;
  return chunk ? chunkOutlets(at(use, chunk)) : [];
}

/** Where the pieces go that a variable takes one after the other. */
function chunkOutlets(chunk: Term): Outlet[] | undefined {
  if (chunk.node.type !== 'Identifier') return undefined;
  const variable = findVariable(chunk.node.name, chunk.node, chunk.module);
  const outlets: Outlet[] = [];
  for (const { identifier, init } of variable?.references ?? []) {
    if (init) continue;
    const collector = collectorOf(identifier);
    const found = collector && collectedOutlets(at(chunk, collector));
    if (!found) return undefined;
    outlets.push(...found);
  }
  return outlets;
}

/** The name of `text` in `text += chunk`, and of `chunks` in `chunks.push(chunk)`. */
function collectorOf(chunk: Node): TSESTree.Identifier | undefined {
  let node = chunk;
  // `chunk.toString()`
  if (node.parent?.type === 'MemberExpression' && node.parent.object === node) {
    const { property, computed, parent } = node.parent;
    const name = keyName({ key: property, computed });
    if (name !== 'toString' || parent.type !== 'CallExpression') return undefined;
    node = parent;
  }
  const { parent } = node;
  if (parent?.type === 'AssignmentExpression' && parent.right === node && parent.operator === '+=')
    return parent.left.type === 'Identifier' ? parent.left : undefined;
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = parent.callee;
  return object.type === 'Identifier' && keyName({ key: property, computed }) === 'push' ? object : undefined;
}

function collectedOutlets(collector: Term<TSESTree.Identifier>): Outlet[] | undefined {
  const { node, module } = collector;
  const variable = findVariable(node.name, node, module);
  // What is collected for several requests belongs to none of them.
  const [declared] = variable?.defs ?? [];
  if (!variable || !declared || !ancestor(declared.node, isFunction)) return undefined;
  return variable.references.flatMap(({ identifier, init }) => {
    if (init || isCollecting(identifier)) return [];
    return [textOutlet(identifier)];
  });
}

/** `text += chunk`, `chunks.push(chunk)`, `text.length` */
function isCollecting(name: Node): boolean {
  const { parent } = name;
  if (parent?.type === 'AssignmentExpression' && parent.left === name) return true;
  if (parent?.type !== 'MemberExpression' || parent.object !== name) return false;
  const member = keyName({ key: parent.property, computed: parent.computed });
  return member === 'push' || member === 'length';
}
