import type { TSESTree } from '@typescript-eslint/types';

import type { ClassNode, Node, Term } from './module.js';
import { keyName } from './scope.js';
import { nodesIn } from './walk.js';

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** The class around a node whose `this` it sees. */
export function classAround(node: Node): ClassNode | undefined {
  for (let { parent } = node; parent; parent = parent.parent) {
    if (isClass(parent)) return parent;
    // Other functions than arrows and methods have a `this` of their own.
    const isOwn =
      parent.type === 'FunctionDeclaration' || (parent.type === 'FunctionExpression' && !isMethod(parent));
    if (isOwn) return undefined;
  }
  return undefined;
}

/** The object literal whose method a `this` stands in. */
export function objectAround(node: Node): TSESTree.ObjectExpression | undefined {
  for (let { parent } = node; parent; parent = parent.parent) {
    if (isClass(parent) || parent.type === 'FunctionDeclaration') return undefined;
    if (parent.type !== 'FunctionExpression') continue;
    const property = parent.parent;
    const object = property.type === 'Property' && property.value === parent ? property.parent : undefined;
    return object?.type === 'ObjectExpression' ? object : undefined;
  }
  return undefined;
}

/** `path = ''`, until it is set. */
export function isUnset(node: TSESTree.Expression): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined';
  return node.type === 'Literal' && (node.value === '' || (node.value === null && node.raw === 'null'));
}

/** `this.name = …` of each class, by name: a class may have thousands of lines, and each use of `this` asks. */
const fieldsSet = new WeakMap<ClassNode, ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]>>();

export function fieldsSetIn({
  node: cls,
  module,
}: Term<ClassNode>): ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]> {
  const before = fieldsSet.get(cls);
  if (before) return before;
  const found = new Map<string, TSESTree.AssignmentExpression[]>();
  for (const node of nodesIn(cls.body, module, 'AssignmentExpression')) {
    const { left } = node;
    if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') continue;
    const name = keyName({ key: left.property, computed: left.computed });
    const same = name === undefined ? undefined : found.get(name);
    if (same) same.push(node);
    else if (name !== undefined) found.set(name, [node]);
  }
  fieldsSet.set(cls, found);
  return found;
}

export function constructorOf(cls: ClassNode): TSESTree.FunctionExpression | undefined {
  const before = constructors.get(cls);
  if (before) return before.fn;
  const fn = readConstructor(cls);
  constructors.set(cls, { fn });
  return fn;
}

const constructors = new WeakMap<ClassNode, { readonly fn: TSESTree.FunctionExpression | undefined }>();

function readConstructor(cls: ClassNode): TSESTree.FunctionExpression | undefined {
  const item = cls.body.body.find(
    (candidate) => candidate.type === 'MethodDefinition' && candidate.kind === 'constructor',
  );
  return item?.type === 'MethodDefinition' && item.value.type === 'FunctionExpression'
    ? item.value
    : undefined;
}

export function superCall(
  constructor: TSESTree.FunctionExpression,
  { module }: Term,
): TSESTree.CallExpression | undefined {
  for (const { parent } of nodesIn(constructor.body, module, 'Super'))
    // Not `super.method()`.
    if (parent.type === 'CallExpression') return parent;
  return undefined;
}

function isMethod({ parent }: Node): boolean {
  return parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition';
}

/** Whether a `this` stands in a static method, where it is the class. */
export function isInStatic(node: Node): boolean {
  for (let { parent } = node; parent && !isClass(parent); parent = parent.parent)
    if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return parent.static;
  return false;
}
