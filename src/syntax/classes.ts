import type { TSESTree } from '@typescript-eslint/types';

import type { Budget } from './budget.js';
import { answersItself, chainStart, type Link, setByLinks } from './chains.js';
import { classAround, constructorOf, isClass, superCall } from './class-nodes.js';
import { at, type Bindings, type ClassNode, type Module, type Node, type Term } from './module.js';
import { type Instance, ownMember, within } from './own-members.js';
import { bindingOf, findVariable, keyName } from './scope.js';
import { declarationOf, declaredType } from './types.js';
import { isFunction } from './walk.js';

type Deref = (term: Term, budget: Budget) => Term;

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
    const found = ownMember(
      instance,
      self,
      name,
      (field) => declaredClass(field, deref, budget) !== undefined,
    );
    const isSet = found && !isFunction(found.node);
    const set = isSet ? setByLinks(linksOf(self, deref, budget), [name]) : undefined;
    if (found) return set ?? found;
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
  const link = linkOf(self, deref, budget);
  if (link) return link.instance;
  const type = declaredClass(self, deref, budget);
  return type && { cls: type, made: undefined };
}

/** What `this.field.name` is set to by the calls that `this` is a chain of. */
export function setOnField(term: Term, name: string, deref: Deref, budget: Budget): Term | undefined {
  const { node } = term;
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined;
  const field = keyName({ key: node.property, computed: node.computed });
  const self = selfOf(at(term, node.object));
  return field === undefined ? undefined : setByLinks(linksOf(self, deref, budget), [field, name]);
}

/** The calls of a builder that lead to `term`, the last of them first. */
function linksOf(term: Term, deref: Deref, budget: Budget): Link[] {
  const links: Link[] = [];
  for (let link = linkOf(term, deref, budget); link; link = linkOf(link.object, deref, budget))
    links.push(link);
  return links;
}

type OwnLink = Link & { readonly instance: Instance };

/** Each call of a chain asks for the one before it, more than once. */
const linksKnown = new WeakMap<
  Budget,
  Map<Node, { readonly bindings: Bindings; readonly link: OwnLink | undefined }>
>();

/** `builder.setPath(path)`, where the method answers the builder. */
function linkOf(term: Term, deref: Deref, budget: Budget): OwnLink | undefined {
  const { node, bindings } = term;
  if (node.type !== 'CallExpression' || !beginsWithInstance(term, deref, budget)) return undefined;
  const known = linksKnown.get(budget) ?? new Map<Node, { bindings: Bindings; link: OwnLink | undefined }>();
  linksKnown.set(budget, known);
  const before = known.get(node);
  if (before?.bindings === bindings) return before.link;
  const link = ownLinkOf(term, deref, budget);
  known.set(node, { bindings, link });
  return link;
}

/** Not `axios.get(url).then(…)`, which is no chain of the project's. */
export function beginsWithInstance(term: Term, deref: Deref, budget: Budget): boolean {
  const node = chainStart(term.node);
  if (node === term.node) return false;
  if (node.type === 'Identifier' && isOfPackage(node, term.module)) return false;
  const { type } = deref(at(term, node), budget).node;
  return type === 'NewExpression' || type === 'ThisExpression';
}

function isOfPackage(name: TSESTree.Identifier, module: Module): boolean {
  const variable = findVariable(name.name, name, module);
  const binding = variable && bindingOf(variable);
  return !binding || (binding.kind === 'import' && !module.link?.(binding.source));
}

function ownLinkOf(term: Term, deref: Deref, budget: Budget): OwnLink | undefined {
  const { node } = term;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { callee } = node;
  const name = keyName({ key: callee.property, computed: callee.computed });
  if (name === undefined || callee.object.type === 'Super' || budget.steps-- <= 0) return undefined;
  const object = deref(at(term, callee.object), budget);
  const instance = instanceOf(selfOf(object), deref, budget);
  for (let level = instance; level && budget.steps-- > 0; level = superOf(level, object, deref, budget)) {
    const method = ownMember(level, selfOf(object), name, () => false);
    if (!method) continue;
    const { node: fn } = method;
    return instance && isFunction(fn) && answersItself(fn, method.module.visitorKeys)
      ? { object: selfOf(object), method: { ...method, node: fn }, call: at(term, node), instance }
      : undefined;
  }
  return undefined;
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
