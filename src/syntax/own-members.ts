import type { TSESTree } from '@typescript-eslint/types';

import { membersOf } from './class-members.js';
import { classAround, constructorOf, fieldsSetIn, isInStatic, isUnset } from './class-nodes.js';
import { bindParameters, singleResult } from './functions.js';
import type { Bindings, ClassNode, Node, Term } from './module.js';
import { isOpaque } from './parameters.js';
import { isWithin } from './ranges.js';
import { isFunction } from './walk.js';

/** A class and what its constructor was called with, as far as that is known. */
export interface Instance {
  readonly cls: Term<ClassNode>;
  /** `new C(…)` or `super(…)`. */
  readonly made: Term<TSESTree.NewExpression | TSESTree.CallExpression> | undefined;
}

/**
 * What a class itself says of a member of its instances, without what it inherits.
 *
 * @param isOfClass whether a class in reach is what a field is declared to be
 */
export function ownMember(
  instance: Instance,
  self: Term,
  name: string,
  isOfClass: (field: Term) => boolean,
): Term | undefined {
  const { cls } = instance;
  const isStatic = self.node.type === 'ThisExpression' && isInStatic(self.node);
  for (const item of membersOf(cls.node).get(name) ?? []) {
    if (item.static !== isStatic) continue;
    if (item.type === 'PropertyDefinition' || item.type === 'AccessorProperty') {
      if (item.value && !isUnset(item.value)) return within(instance, self, item.value);
      const field = within(instance, self, item.value ?? item);
      const set = assigned(instance, self, name);
      // `private api: Api; constructor(api) { this.api = api; }`
      return set && isOpaque(set) && isOfClass(field) ? field : (set ?? field);
    }
    if (item.type !== 'MethodDefinition') return undefined;
    if (item.kind === 'get') return getterValue(within(instance, self, item.value), cls.module.visitorKeys);
    return item.kind === 'method' ? within(instance, self, item.value) : undefined;
  }
  return assigned(instance, self, name) ?? parameterProperty(instance, self, name);
}

/** `get baseUrl() { return … }`; a getter with more to it stands for what it is declared to return. */
function getterValue(getter: Term, visitorKeys: Term['module']['visitorKeys']): Term {
  const { node, module, bindings } = getter;
  const result = isFunction(node) ? singleResult(node, visitorKeys) : undefined;
  return result ? { node: result, module, bindings } : getter;
}

/** `this.http = …`, once in the class. */
function assigned(instance: Instance, self: Term, name: string): Term | undefined {
  const { cls } = instance;
  const found = fieldsSetIn(cls).get(name) ?? [];
  const [first, second] = found;
  // `this.http ??= …` makes it on first use.
  if (!first || second || !['=', '??=', '||='].includes(first.operator)) return undefined;
  const constructor = constructorOf(cls.node);
  const isInside = constructor && isWithin(first, constructor);
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

/** A node of the class, where `this` is the instance. */
export function within<N extends Node>({ cls }: Instance, self: Term, node: N): Term<N> {
  // Nothing says which instance `this` is: then what is said of it holds wherever it stands.
  const isAny = self.node.type === 'ThisExpression' && self.bindings.size === 0;
  if (isAny && cls.bindings.size === 0 && classAround(self.node) === cls.node)
    return { node, module: cls.module, bindings: cls.bindings };
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
