import type { TSESTree } from '@typescript-eslint/types';

import { bindParameters, singleResult } from './functions.js';
import { at, type Bindings, type ClassNode, type Node, type Term } from './module.js';
import type { Budget } from './resolve.js';
import { keyName } from './scope.js';
import { declarationOf, declaredType } from './types.js';
import { isFunction, nodesIn } from './walk.js';

type Deref = (term: Term, budget: Budget) => Term;

/** A class and what its constructor was called with, as far as that is known. */
interface Instance {
  readonly cls: Term<ClassNode>;
  /** `new C(…)` or `super(…)`. */
  readonly made: Term<TSESTree.NewExpression | TSESTree.CallExpression> | undefined;
}

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

/**
 * The member `name` of an instance: of `new C(…)`, of `this`, or of something that is declared to be a C.
 *
 * @param deref follows an expression to its value
 * @returns a term in which `this` stands for the instance
 */
export function instanceMember(object: Term, name: string, deref: Deref, budget: Budget): Term | undefined {
  const self = selfOf(object);
  let instance =
    object.node.type === 'Super' ? inherited(object, self, deref, budget) : instanceOf(self, deref, budget);
  while (instance && budget.steps-- > 0) {
    const found = ownMember(instance, self, name);
    if (found) return found;
    instance = superOf(instance, self, deref, budget);
  }
  return undefined;
}

/** What `this` stands for, where it is known. */
function selfOf(object: Term): Term {
  if (object.node.type !== 'ThisExpression' && object.node.type !== 'Super') return object;
  const cls = classAround(object.node);
  const bound = cls && object.bindings.get(cls);
  return bound ? bound.term : object;
}

/** What `super` means in a class. */
function inherited(object: Term, self: Term, deref: Deref, budget: Budget): Instance | undefined {
  const cls = classAround(object.node);
  return cls && superOf({ cls: at(object, cls), made: undefined }, self, deref, budget);
}

function instanceOf(self: Term, deref: Deref, budget: Budget): Instance | undefined {
  const { node } = self;
  if (node.type === 'ThisExpression' || node.type === 'Super') {
    const cls = classAround(node);
    return cls && { cls: at(self, cls), made: undefined };
  }
  if (node.type === 'NewExpression') {
    const cls = classOf(deref(at(self, node.callee), budget));
    return cls && { cls, made: at(self, node) };
  }
  const type = declaredClass(self, deref, budget);
  return type && { cls: type, made: undefined };
}

/** The class that a parameter or a field without a value is declared as: dependency injection. */
function declaredClass(self: Term, deref: Deref, budget: Budget): Term<ClassNode> | undefined {
  const type = declaredType(self, deref, budget);
  const declared = type && declarationOf(type);
  return declared?.kind === 'declaration' ? classOf(declared.term) : undefined;
}

function classOf(term: Term): Term<ClassNode> | undefined {
  return isClass(term.node) ? at(term, term.node) : undefined;
}

function superOf({ cls }: Instance, self: Term, deref: Deref, budget: Budget): Instance | undefined {
  const { superClass } = cls.node;
  if (!superClass) return undefined;
  const parent = classOf(deref(at(cls, superClass), budget));
  if (!parent) return undefined;
  const constructor = constructorOf(cls.node);
  const call = constructor && superCall(constructor, cls);
  return { cls: parent, made: call && within({ cls, made: undefined }, self, call) };
}

function ownMember(instance: Instance, self: Term, name: string): Term | undefined {
  const { cls } = instance;
  const isStatic = self.node.type === 'ThisExpression' && isInStatic(self.node);
  for (const item of membersOf(cls.node).get(name) ?? []) {
    if (item.static !== isStatic) continue;
    if (item.type === 'PropertyDefinition' || item.type === 'AccessorProperty') {
      if (item.value) return within(instance, self, item.value);
      return assigned(instance, self, name) ?? within(instance, self, item);
    }
    if (item.type !== 'MethodDefinition') return undefined;
    if (item.kind === 'get') return getterValue(within(instance, self, item.value), cls.module.visitorKeys);
    return item.kind === 'method' ? within(instance, self, item.value) : undefined;
  }
  return assigned(instance, self, name) ?? parameterProperty(instance, self, name);
}

type NamedMember = Extract<TSESTree.ClassElement, { readonly key: Node }>;

const members = new WeakMap<ClassNode, ReadonlyMap<string, readonly NamedMember[]>>();

/** What a class declares, but for its constructor, by name. */
function membersOf(cls: ClassNode): ReadonlyMap<string, readonly NamedMember[]> {
  const before = members.get(cls);
  if (before) return before;
  const byName = new Map<string, NamedMember[]>();
  for (const item of cls.body.body) {
    if (!('key' in item) || (item.type === 'MethodDefinition' && item.kind === 'constructor')) continue;
    const name = keyName(item);
    const same = name === undefined ? undefined : byName.get(name);
    if (same) same.push(item);
    else if (name !== undefined) byName.set(name, [item]);
  }
  members.set(cls, byName);
  return byName;
}

/** `get baseUrl() { return … }`; a getter with more to it stands for what it is declared to return. */
function getterValue(getter: Term, visitorKeys: Term['module']['visitorKeys']): Term {
  const { node, module, bindings } = getter;
  const result = isFunction(node) ? singleResult(node, visitorKeys) : undefined;
  return result ? { node: result, module, bindings } : getter;
}

/** `this.name = …` of each class, by name: a class may have thousands of lines, and each use of `this` asks. */
const fieldsSet = new WeakMap<ClassNode, ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]>>();

function fieldsSetIn({
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

/** `this.http = …`, once in the class. */
function assigned(instance: Instance, self: Term, name: string): Term | undefined {
  const { cls } = instance;
  const found = fieldsSetIn(cls).get(name) ?? [];
  const [first, second] = found;
  // `this.http ??= …` makes it on first use.
  if (!first || second || !['=', '??=', '||='].includes(first.operator)) return undefined;
  const constructor = constructorOf(cls.node);
  const isInside =
    constructor && constructor.range[0] <= first.range[0] && first.range[1] <= constructor.range[1];
  return isInside
    ? inConstructor(instance, self, constructor, first.right)
    : within(instance, self, first.right);
}

/** `constructor(private readonly http: HttpClient)` */
function parameterProperty(instance: Instance, self: Term, name: string): Term | undefined {
  const constructor = constructorOf(instance.cls.node);
  for (const item of constructor?.params ?? []) {
    if (item.type !== 'TSParameterProperty') continue;
    const { parameter } = item;
    const declared = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (declared.type === 'Identifier' && declared.name === name && constructor)
      return inConstructor(instance, self, constructor, declared);
  }
  return undefined;
}

function constructorOf(cls: ClassNode): TSESTree.FunctionExpression | undefined {
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

function superCall(
  constructor: TSESTree.FunctionExpression,
  { module }: Term,
): TSESTree.CallExpression | undefined {
  for (const { parent } of nodesIn(constructor.body, module, 'Super'))
    // Not `super.method()`.
    if (parent.type === 'CallExpression') return parent;
  return undefined;
}

/** A node of the class, where `this` is the instance. */
function within<N extends Node>({ cls }: Instance, self: Term, node: N): Term<N> {
  const bindings: Bindings = new Map([...cls.bindings, [cls.node, { term: self, path: [] }]]);
  return { node, module: cls.module, bindings };
}

/** A node of the constructor, with its parameters bound to what it was called with. */
function inConstructor(
  instance: Instance,
  self: Term,
  constructor: TSESTree.FunctionExpression,
  node: Node,
): Term {
  const term = within(instance, self, node);
  if (!instance.made) return term;
  const bound = bindParameters(constructor, instance.made, instance.cls);
  return { ...term, bindings: new Map([...term.bindings, ...bound]) };
}

function isMethod({ parent }: Node): boolean {
  return parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition';
}

/** Whether a `this` stands in a static method, where it is the class. */
function isInStatic(node: Node): boolean {
  for (let { parent } = node; parent && !isClass(parent); parent = parent.parent)
    if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return parent.static;
  return false;
}
