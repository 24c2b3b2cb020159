import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

import { isClass } from '../syntax/classes.js';
import { bindParameters, type Call } from '../syntax/functions.js';
import { at, type Bound, type ClassNode, type Module, type Node, type Term, termOf } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { bindingOf, calleeName, findVariable } from '../syntax/scope.js';
import { type FunctionNode, isFunction, walk } from '../syntax/walk.js';

/** What a caller gives to the parameter that a call is made on. */
export interface Giving {
  readonly variable: Variable;
  readonly value: Bound;
  /** The call that gives it. */
  readonly by: Call;
}

/** How clients' methods are called, and what is handed on in place of them. */
const SENDS =
  /^(?:get|post|put|patch|delete|del|head|call|send|execute|invoke|json)$|request|fetch|http|api|ajax|axios|client/i;
/** What tests give is not what the program gives. */
const TEST = /(?:^|\/)(?:__\w+__|tests?|specs?|mocks?|e2e|cypress|fixtures)\/|[.-](?:test|spec|mock|stories|e2e)\.\w+$/i;
/** A class that is made in more places is given no one client. */
const MOST = 8;

/** What the program gives to the parameter that `call` is made on: `http` of `constructor(http) { … http.post(path) }`. */
export function giversOf(call: Term<TSESTree.CallExpression>): readonly Giving[] {
  if (!SENDS.test(calleeName(call.node) ?? '')) return [];
  const parameter = parameterOf(at(call, call.node.callee));
  if (!parameter) return [];
  const { variable, fn } = parameter;
  const callee = isConstructor(fn.node) ? fn.node.parent.parent.parent : fn.node;
  const givers = callsOf(at(fn, callee)).flatMap((by): Giving[] => {
    const value = bindParameters(fn.node, by, fn).get(variable);
    return value ? [{ variable, value, by }] : [];
  });
  return givers.length > MOST ? [] : givers;
}

interface Parameter {
  readonly variable: Variable;
  readonly fn: Term<FunctionNode>;
}

/** The parameter that an expression is, or is a member of. */
function parameterOf(term: Term): Parameter | undefined {
  const value = deref(term);
  const { node, module, bindings } = value;
  if (node.type === 'MemberExpression') return parameterOf(at(value, node.object));
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  if (!variable || bindings.has(variable)) return undefined;
  const binding = bindingOf(variable);
  // `const { http } = this.deps`
  if (binding.kind === 'value' && binding.path.length > 0) return parameterOf(at(value, binding.node));
  const fn = variable.defs[0]?.node;
  return binding.kind === 'parameter' && fn && isFunction(fn) ? { variable, fn: at(value, fn) } : undefined;
}

/** Every call of a function, or construction of a class, in its module and in those that import it. */
function callsOf({ node, module }: Term): readonly Call[] {
  const places = [module, ...(module.importers?.() ?? [])].filter(({ file }) => !TEST.test(file));
  return places.flatMap((place) => callsIn(place).get(node) ?? []);
}

const known = new WeakMap<Module, ReadonlyMap<Node, readonly Call[]>>();

/** The calls in a module, by the function or class that they run. */
function callsIn(module: Module): ReadonlyMap<Node, readonly Call[]> {
  const before = known.get(module);
  if (before) return before;
  const found = new Map<Node, Call[]>();
  known.set(module, found);
  walk(module.ast, module.visitorKeys, (node) => {
    if ((node.type !== 'CallExpression' && node.type !== 'NewExpression') || node.arguments.length === 0) return;
    const call = termOf(node, module);
    for (const target of targetsOf(call)) {
      const same = found.get(target);
      if (same) same.push(call);
      else found.set(target, [call]);
    }
  });
  return found;
}

/** The function that a call runs, or the class whose constructor it runs and those that it inherits it from. */
function targetsOf(call: Call): Node[] {
  const { callee } = call.node;
  if (callee.type === 'Super') {
    const cls = classesAround(call.node);
    return cls?.superClass ? constructed(deref(at(call, cls.superClass))) : [];
  }
  const value = deref(at(call, callee));
  if (call.node.type === 'NewExpression') return constructed(value);
  return isFunction(value.node) ? [value.node] : [];
}

function constructed(value: Term): Node[] {
  const classes: Node[] = [];
  let current: Term | undefined = value;
  while (current && !classes.includes(current.node)) {
    const { node } = current;
    classes.push(node);
    // A constructor of its own gives what it likes to the one above it.
    if (!isClass(node) || !node.superClass || node.body.body.some(isConstructorMember)) break;
    current = deref(at(current, node.superClass));
  }
  return classes.filter((node) => isClass(node) || isFunction(node));
}

function classesAround(node: Node): ClassNode | undefined {
  for (let { parent } = node; parent; parent = parent.parent) if (isClass(parent)) return parent;
  return undefined;
}

function isConstructorMember(item: TSESTree.ClassElement): boolean {
  return item.type === 'MethodDefinition' && item.kind === 'constructor';
}

function isConstructor(
  fn: FunctionNode,
): fn is FunctionNode & { readonly parent: TSESTree.MethodDefinition & { readonly parent: TSESTree.ClassBody } } {
  return fn.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor';
}
