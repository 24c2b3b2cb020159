import type { TSESTree } from '@typescript-eslint/types';

import { at, type Node, type Term } from './module.js';
import { findVariable, keyName } from './scope.js';
import { usesOf } from './uses.js';
import { type FunctionNode, isFunction, walk } from './walk.js';

/**
 * The member `name` of what a constructor function makes: of `this` in it and in the functions on its prototype, and
 * of `new Client(…)`.
 *
 * @param made the constructor function, for a `new` of it
 */
export function prototypeMember(object: Term, name: string, made?: Term): Term | undefined {
  const constructor = made ? nameOf(made) : constructorAround(object);
  if (!constructor) return undefined;
  for (const { path, node } of usesOf(constructor, 'prototype')) {
    if (path.length !== 2 || path[1] !== name || node.type !== 'AssignmentExpression') continue;
    return at(constructor, node.right);
  }
  return fieldOf(constructor, name);
}

/** `Client` of the function that `this` stands in: itself, or `Client.prototype.send = function () { … }`. */
function constructorAround({ node, module, bindings }: Term): Term<TSESTree.Identifier> | undefined {
  const fn = functionAround(node);
  if (fn?.type === 'FunctionDeclaration') return nameOf({ node: fn, module, bindings });
  if (fn?.parent.type !== 'AssignmentExpression' || fn.parent.right !== fn) return undefined;
  const { left } = fn.parent;
  const prototype = left.type === 'MemberExpression' ? left.object : undefined;
  if (prototype?.type !== 'MemberExpression' || prototype.object.type !== 'Identifier') return undefined;
  const isPrototype = keyName({ key: prototype.property, computed: prototype.computed }) === 'prototype';
  return isPrototype ? { node: prototype.object, module, bindings } : undefined;
}

function functionAround(node: Node): FunctionNode | undefined {
  for (let { parent } = node; parent; parent = parent.parent)
    if (isFunction(parent) && parent.type !== 'ArrowFunctionExpression') return parent;
  return undefined;
}

/** The name that a function declaration is known by. */
function nameOf({ node, module, bindings }: Term): Term<TSESTree.Identifier> | undefined {
  return node.type === 'FunctionDeclaration' && node.id ? { node: node.id, module, bindings } : undefined;
}

/** `this.http = …` in the constructor function. */
function fieldOf(constructor: Term<TSESTree.Identifier>, name: string): Term | undefined {
  const { node, module } = constructor;
  const fn = findVariable(node.name, node, module)?.defs[0]?.node;
  if (!fn || !isFunction(fn)) return undefined;
  const found: TSESTree.AssignmentExpression[] = [];
  walk(fn.body, module.visitorKeys, (item) => {
    if (item.type !== 'AssignmentExpression' || item.left.type !== 'MemberExpression') return;
    const { object, property, computed } = item.left;
    if (object.type === 'ThisExpression' && keyName({ key: property, computed }) === name) found.push(item);
  });
  const [only, second] = found;
  return only && !second && only.operator === '=' ? at(constructor, only.right) : undefined;
}
