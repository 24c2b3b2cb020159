import type { TSESTree } from '@typescript-eslint/types';

import { isClass } from '../syntax/class-nodes.js';
import { singleResult } from '../syntax/functions.js';
import { at, type Module, type Node, type Term, termOf } from '../syntax/module.js';
import { placedLike } from '../syntax/ranges.js';
import { deref, member } from '../syntax/resolve.js';
import { calleeName, keyName } from '../syntax/scope.js';
import { isFunction, walk } from '../syntax/walk.js';

/** What a container gives for a key. */
export interface Provided {
  readonly value: Term;
  /** Where it is said. */
  readonly by: Term;
}

/** A name, or what a token is made by: `Symbol('HTTP')`, `new InjectionToken('API')`, a class, a context. */
type Key = string | Node;

/** Methods of containers that take a key and a value. */
const TAKES_VALUE = new Set(['decorate', 'provide', 'registerInstance', 'set', 'constant', 'value']);

/** What is given for `key` in a module, in those that it imports the key from, and in those that import one of these. */
export function providedFor(key: Term, module: Module): readonly Provided[] {
  const wanted = keyOf(key);
  if (wanted === undefined) return [];
  const home = deref(key).module;
  const places = new Set([module, home, ...[module, home].flatMap((item) => item.importers?.() ?? [])]);
  return [...places].flatMap((place) => providersIn(place).get(wanted) ?? []);
}

function keyOf(term: Term): Key | undefined {
  const { node } = deref(term);
  if (node.type === 'Literal') return String(node.value);
  // A value that is not known is no key.
  return node.type === 'Identifier' || node.type === 'MemberExpression' ? undefined : node;
}

const known = new WeakMap<Module, ReadonlyMap<Key, readonly Provided[]>>();

function providersIn(module: Module): ReadonlyMap<Key, readonly Provided[]> {
  const before = known.get(module);
  if (before) return before;
  const found = new Map<Key, Provided[]>();
  known.set(module, found);
  walk(module.ast, module.visitorKeys, (node) => {
    for (const [key, value] of providersAt(termOf(node, module))) {
      if (key === undefined || !value) continue;
      const provided = { value, by: termOf(node, module) };
      found.set(key, [...(found.get(key) ?? []), provided]);
    }
  });
  return found;
}

type Pairs = readonly (readonly [Key | undefined, Term | undefined])[];

function providersAt(term: Term): Pairs {
  const { node } = term;
  switch (node.type) {
    case 'ObjectExpression': {
      const token = member(term, 'provide');
      return token ? [[keyOf(token), recipe(term)]] : [];
    }
    case 'NewExpression': {
      // `new InjectionToken('API', { factory: () => … })`
      const options = node.arguments[1];
      const factory = options && member(at(term, options), 'factory');
      return factory ? [[node, result(factory)]] : [];
    }
    case 'JSXOpeningElement':
      return contextValue(at(term, node));
    case 'CallExpression':
      return registered(at(term, node));
    default:
      return [];
  }
}

/** `<ApiContext.Provider value={api}>`, and `<ApiContext value={api}>` of newer versions */
function contextValue(term: Term<TSESTree.JSXOpeningElement>): Pairs {
  const { name, attributes } = term.node;
  const isProvider = name.type === 'JSXMemberExpression' && name.property.name === 'Provider';
  const context = isProvider ? name.object : name;
  const attribute = attributes.find(
    (item) =>
      item.type === 'JSXAttribute' && item.name.type === 'JSXIdentifier' && item.name.name === 'value',
  );
  const value = attribute?.type === 'JSXAttribute' ? attribute.value : undefined;
  if (context.type !== 'JSXIdentifier' || value?.type !== 'JSXExpressionContainer') return [];
  // JSX names things as expressions do.
  const identifier = { ...context, type: 'Identifier' } as unknown as TSESTree.Identifier;
  return [[keyOf(at(term, identifier)), at(term, value.expression)]];
}

function registered(call: Term<TSESTree.CallExpression>): Pairs {
  const { callee, arguments: args } = call.node;
  const [first, second] = args;
  if (callee.type !== 'MemberExpression' || !first) return [];
  const name = calleeName(call.node) ?? '';
  if (name === 'register' && first.type === 'ObjectExpression') return registrations(at(call, first));
  if (name === 'register' && second) {
    const made =
      second.type === 'CallExpression' ? wrapped(at(call, second)) : recipe(deref(at(call, second)));
    return [[keyOf(at(call, first)), made]];
  }
  if (second && TAKES_VALUE.has(name)) return [[keyOf(at(call, first)), at(call, second)]];
  if (name === 'registerSingleton' && second) return [[keyOf(at(call, first)), instance(at(call, second))]];
  return bound(call, name, at(call, first));
}

/** awilix: `container.register({ http: asFunction(makeHttp).singleton() })` */
function registrations(object: Term<TSESTree.ObjectExpression>): Pairs {
  return object.node.properties.map((item) =>
    item.type === 'Property' ? [keyName(item), wrapped(at(object, item.value))] : [undefined, undefined],
  );
}

/** `asValue(x)`, `asFunction(make)` and `asClass(C)`, and what is called on these */
function wrapped(term: Term): Term | undefined {
  const { node } = term;
  if (node.type !== 'CallExpression') return undefined;
  const { callee, arguments: args } = node;
  const [first] = args;
  switch (first && calleeName(node)) {
    case 'asValue':
      return first && at(term, first);
    case 'asFunction':
      return first && result(at(term, first));
    case 'asClass':
      return first && instance(at(term, first));
    default:
      return callee.type === 'MemberExpression' ? wrapped(at(term, callee.object)) : undefined;
  }
}

/** inversify: `container.bind(KEY).to(C)`, `.toConstantValue(x)` and `.toDynamicValue(make)` */
function bound({ node, module, bindings }: Term<TSESTree.CallExpression>, name: string, value: Term): Pairs {
  const bind = node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
  const isBind = bind?.type === 'CallExpression' && /^(?:re)?bind$/.test(calleeName(bind) ?? '');
  const key = isBind ? bind.arguments[0] : undefined;
  if (!key) return [];
  const token = keyOf({ node: key, module, bindings });
  if (name === 'to') return [[token, instance(value)]];
  if (name === 'toConstantValue') return [[token, value]];
  return name === 'toDynamicValue' ? [[token, result(value)]] : [];
}

/** `{ provide: TOKEN, useFactory: () => … }` */
function recipe(object: Term): Term | undefined {
  if (object.node.type !== 'ObjectExpression') return undefined;
  const value = member(object, 'useValue');
  if (value) return value;
  const factory = member(object, 'useFactory');
  if (factory) return result(factory);
  const cls = member(object, 'useClass');
  return cls && instance(cls);
}

function result(factory: Term): Term | undefined {
  const fn = deref(factory);
  const node = isFunction(fn.node) ? singleResult(fn.node, fn.module.visitorKeys) : undefined;
  return node && at(fn, node);
}

/** `new C()`, which the container writes. */
function instance(cls: Term): Term | undefined {
  const { node } = cls;
  if (!isClass(deref(cls).node)) return undefined;
  const made = {
    type: 'NewExpression',
    callee: node,
    arguments: [],
    typeArguments: undefined,
    ...placedLike(node),
  };
  return at(cls, made as unknown as TSESTree.NewExpression);
}
