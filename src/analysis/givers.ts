import type { TSESTree } from '@typescript-eslint/types';

import { bindParameters } from '../syntax/functions.js';
import { at, type Bound, type Module, type Node, type Term } from '../syntax/module.js';
import { isWithin, placedLike } from '../syntax/ranges.js';
import { deref } from '../syntax/resolve.js';
import { bindingOf, calleeName, findVariable, keyName } from '../syntax/scope.js';
import type { Variable } from '../syntax/scopes/types.js';
import { type FunctionNode, isFunction } from '../syntax/walk.js';
import { callsOf } from './call-index.js';
import { providedFor } from './provided.js';

/** What the program gives to the parameter, the field or the call of a container that a call is made on. */
export interface Giving {
  readonly to: Variable | Node;
  readonly value: Bound;
  /** The place that gives it. */
  readonly by: Term;
}

/** How clients' methods are called, and what is handed on in place of them. */
const SENDS =
  /^(?:\$?(?:get|post|put|patch|delete|del|head)|call|send|execute|invoke|upload)$|^(?:post|put|patch)[A-Z_]|request|fetch|http|api|ajax|axios|client/i;
/** How a container is asked for what it holds. */
export const ASKS = /^(?:inject|useContext|use|get|resolve|resolveSync|make)$/i;
/** A class that is made in more places is given no one client. */
const MOST = 8;

/** What the program gives to what `call` is made on: `http` of `constructor(http) { … http.post(path) }`. */
export function giversOf(call: Term<TSESTree.CallExpression>): readonly Giving[] {
  if (!maySend(call.node)) return [];
  const root = rootOf(at(call, call.node.callee));
  if (!root) return [];
  const { node } = root;
  const givers = node.type === 'Identifier' ? ofParameter(at(root, node)) : ofContainer(root, call);
  return givers.length > MOST ? [] : givers;
}

/** A call that may send something, by its name; without arguments there is nothing to send. */
export function maySend(call: TSESTree.CallExpression): boolean {
  return call.arguments.length > 0 && SENDS.test(calleeName(call) ?? '');
}

/** What an expression is a member of: a parameter, a field without a value, or a call. */
function rootOf(term: Term): Term | undefined {
  const value = deref(term);
  const { node, module } = value;
  if (node.type === 'MemberExpression') return rootOf(at(value, node.object));
  if (node.type === 'CallExpression' || node.type === 'PropertyDefinition') return value;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const binding = variable && bindingOf(variable);
  // `const { http } = this.deps`
  if (binding?.kind === 'value' && binding.path.length > 0) return rootOf(at(value, binding.node));
  return binding?.kind === 'parameter' ? value : undefined;
}

function ofParameter(term: Term<TSESTree.Identifier>): Giving[] {
  const { node, module, bindings } = term;
  const variable = findVariable(node.name, node, module);
  const home = variable?.defs[0]?.node;
  if (!variable || bindings.has(variable) || !home || !isFunction(home)) return [];
  const fn = at(term, home);
  const callee = isConstructor(home) ? home.parent.parent.parent : home;
  const givers: Giving[] = [];
  for (const by of callsOf(at(fn, callee))) {
    const value = bindParameters(home, by, fn).get(variable);
    if (value) givers.push({ to: variable, value, by });
    if (givers.length > MOST) break;
  }
  return givers.length > 0 ? givers : provided(variable, keyOfParameter(variable, fn), fn);
}

function ofContainer(root: Term, call: Term<TSESTree.CallExpression>): Giving[] {
  const { node } = root;
  if (root.bindings.has(node)) return [];
  if (node.type === 'PropertyDefinition') return provided(node, decoratorKey(root, decoratorsOf(node)), root);
  const [key] = node.type === 'CallExpression' && ASKS.test(calleeName(node) ?? '') ? node.arguments : [];
  const to = root.module === call.module ? node : callBehind(call.node.callee, call.module);
  return key && to ? provided(to, at(root, key), root) : [];
}

/** `useApi()` of `const api = useApi()`, whose hook asks the container in another file. */
function callBehind(node: Node, module: Module): Node | undefined {
  switch (node.type) {
    case 'CallExpression':
      return node;
    case 'MemberExpression':
      return callBehind(node.object, module);
    case 'Identifier': {
      const variable = findVariable(node.name, node, module);
      const binding = variable && bindingOf(variable);
      return binding?.kind === 'value' && binding.path.length === 0
        ? callBehind(binding.node, module)
        : undefined;
    }
    default:
      return undefined;
  }
}

function provided(to: Variable | Node, key: Term | undefined, { module }: Term): Giving[] {
  return key
    ? providedFor(key, module).map(({ value, by }) => ({ to, value: { term: value, path: [] }, by }))
    : [];
}

/** `@Inject(TOKEN) private http`, and `http` of `constructor({ http })`, which a container fills by name. */
function keyOfParameter({ identifiers: [name] }: Variable, fn: Term<FunctionNode>): Term | undefined {
  const parameter = fn.node.params.find((item) => name && isWithin(name, item));
  if (!parameter || !name) return undefined;
  const token = decoratorKey(fn, [...decoratorsOf(parameter), ...decoratorsOf(name)]);
  if (token) return token;
  const property = name.parent.type === 'Property' ? name.parent : undefined;
  if (parameter.type !== 'ObjectPattern' || property?.parent !== parameter) return undefined;
  // The name as a text, which nobody wrote.
  return at(fn, {
    type: 'Literal',
    value: keyName(property),
    raw: '',
    ...placedLike(name),
    parent: name,
  } as TSESTree.StringLiteral);
}

/** Parsers of plain JavaScript leave them out. */
function decoratorsOf(node: Node): readonly TSESTree.Decorator[] {
  const { decorators } = node as { decorators?: readonly TSESTree.Decorator[] };
  return decorators ?? [];
}

/** `TOKEN` of `@Inject(TOKEN)` */
function decoratorKey(place: Term, decorators: readonly TSESTree.Decorator[]): Term | undefined {
  for (const { expression } of decorators) {
    if (expression.type !== 'CallExpression' || !/^inject$/i.test(calleeName(expression) ?? '')) continue;
    const [key] = expression.arguments;
    if (key) return at(place, key);
  }
  return undefined;
}

function isConstructor(fn: FunctionNode): fn is FunctionNode & {
  readonly parent: TSESTree.MethodDefinition & { readonly parent: TSESTree.ClassBody };
} {
  return fn.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor';
}
