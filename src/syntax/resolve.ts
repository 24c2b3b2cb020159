import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

import { bindParameters, restArguments, singleResult } from './functions.js';
import { classAround, instanceMember, objectAround, setOnField } from './classes.js';
import { constantKey } from './constant-key.js';
import { declaredMember } from './declared-members.js';
import { exportedTerm } from './exports.js';
import { at, type Bound, type Node, type Term } from './module.js';
import { globalCall, isRest, objectMember } from './object-members.js';
import { prototypeMember } from './prototypes.js';
import { bindingOf, calleeName, findVariable, keyName } from './scope.js';
import type { TypeChoice } from './typed-text.js';
import { assignmentsTo } from './uses.js';
import { isFunction } from './walk.js';

/** Steps left for one question; a chain without end runs out and the answer is "unknown". */
export interface Budget {
  steps: number;
  /** The references that the answer went through. */
  readonly seen: Set<Node>;
  /** Takes the types of what is not in reach for their values. */
  readonly types?: TypeChoice;
}

/** Enough for every chain in hand-written code, small enough for the stack. */
const STEPS = 400;

export function newBudget(types?: TypeChoice): Budget {
  return { steps: STEPS, seen: new Set(), ...(types && { types }) };
}

/**
 * Follows names, members, wrappers such as `as const` and calls of functions in reach to the expression that
 * gives the value. What can't be followed further (an import, a parameter, a global, a call) is returned as it is.
 */
export function deref(term: Term, budget: Budget = newBudget()): Term {
  let current = term;
  while (budget.steps-- > 0) {
    const next = step(current, budget);
    if (!next) return current;
    current = next;
  }
  return current;
}

/** The value of `term`'s member `name`, when the object is written out in reach. */
export function member(term: Term, name: string, budget: Budget = newBudget()): Term | undefined {
  const assigned = assignedMember(term, name);
  if (assigned === 'unclear') return undefined;
  const set = assigned ?? setOnField(term, name, deref, budget);
  if (set) return set;
  const object = deref(term, budget);
  const { node } = object;
  // `args[0]`
  const given = restArguments(object);
  if (given) return given.items[Number(name)];
  if (node.type === 'ObjectExpression' || node.type === 'CallExpression' || isRest(object)) {
    const found = objectMember(object, name, deref, budget);
    if (found !== 'hidden') return found;
    // `builder.setPath(path).send`
    return node.type === 'CallExpression' ? instanceMember(object, name, deref, budget) : undefined;
  }
  if (node.type === 'Program') return exportedTerm(object.module, name);
  // `(options.client ?? client).post`
  if (node.type === 'LogicalExpression' && node.operator !== '&&') return eitherMember(object, name, budget);
  const declared = declaredMember(node, name);
  if (declared) return at(object, declared);
  return instanceMember(object, name, deref, budget) ?? madeMember(object, name, budget);
}

/** A member of what a constructor function makes. */
function madeMember(object: Term, name: string, budget: Budget): Term | undefined {
  const { node } = object;
  if (node.type === 'ThisExpression') return classAround(node) ? undefined : prototypeMember(object, name);
  if (node.type !== 'NewExpression') return undefined;
  const callee = deref(at(object, node.callee), budget);
  return callee.node.type === 'FunctionDeclaration' ? prototypeMember(object, name, callee) : undefined;
}

/** The method that a client has or else the client in its place. */
function eitherMember(term: Term, name: string, budget: Budget): Term | undefined {
  if (term.node.type !== 'LogicalExpression') return undefined;
  for (const side of [term.node.left, term.node.right]) {
    const found = member(at(term, side), name, budget);
    if (found) return isFunction(deref(found, budget).node) ? found : undefined;
  }
  return undefined;
}

/** The object may have a member `name` that is not in reach: it, or something spread into it, is unknown. */
export function isHidden(term: Term, name: string, budget: Budget = newBudget()): boolean {
  if (assignedMember(term, name) === 'unclear') return true;
  return objectMember(deref(term, budget), name, deref, budget) === 'hidden';
}

/** The name that a member expression reads, when it is written out or a known constant. */
export function memberName(
  term: Term<TSESTree.MemberExpression>,
  budget: Budget = newBudget(),
): string | undefined {
  const { property, computed } = term.node;
  if (!computed) return keyName({ key: property, computed });
  return constantKey(deref(at(term, property), budget).node);
}

/** The function that a call runs and its one result, with the parameters bound to the arguments. */
export function calledFunction(
  call: Term<TSESTree.CallExpression>,
  budget: Budget = newBudget(),
): Term | undefined {
  const callee = deref(at(call, call.node.callee), budget);
  if (!isFunction(callee.node) || callee.node.generator) return undefined;
  const result = singleResult(callee.node, callee.module.visitorKeys);
  // The calls of a builder say what it is, as long as they are chained.
  const isChained = result?.type === 'ThisExpression' && call.node.callee.type === 'MemberExpression';
  if (!result || isChained) return undefined;
  const bindings = new Map([...callee.bindings, ...bindParameters(callee.node, call, callee)]);
  return { node: result, module: callee.module, bindings };
}

/** `fetch`, `window.fetch`, `globalThis.fetch`: the global's name. */
export function isGlobalName(identifier: TSESTree.Identifier, term: Term): boolean {
  return !findVariable(identifier.name, identifier, term.module);
}

function step(term: Term, budget: Budget): Term | undefined {
  const { node } = term;
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
    case 'TSInstantiationExpression':
      return at(term, node.expression);
    case 'SequenceExpression': {
      // `(0, axios.default)(…)`
      const last = node.expressions.at(-1);
      return last && at(term, last);
    }
    case 'AwaitExpression':
      return at(term, node.argument);
    case 'Identifier':
      return identifierValue(at(term, node), budget);
    case 'ThisExpression': {
      const object = objectAround(node);
      return object && at(term, object);
    }
    case 'MemberExpression': {
      const name = memberName(at(term, node), budget);
      return name === undefined ? undefined : member(at(term, node.object), name, budget);
    }
    case 'ImportExpression':
      return linked(term, textOf(node.source), '*');
    case 'PropertyDefinition':
      return provided(term, budget);
    case 'CallExpression':
      return (
        provided(term, budget) ??
        frozen(term) ??
        kept(at(term, node)) ??
        linked(term, requiredModule(at(term, node)), '*') ??
        calledFunction(at(term, node), budget)
      );
    default:
      return undefined;
  }
}

function identifierValue(term: Term<TSESTree.Identifier>, budget: Budget): Term | undefined {
  const variable = findVariable(term.node.name, term.node, term.module);
  if (!variable) return undefined;
  budget.seen.add(term.node);
  const bound = term.bindings.get(variable);
  if (bound) {
    const value = follow(bound, budget) ?? defaultOf(bound, variable, term, budget);
    // What a caller hands on unseen says less than the declaration here: `constructor(args: any) { super(args); }`
    return value && isDeclared(variable) && isOpaque(deref(value, budget)) ? undefined : value;
  }
  const binding = bindingOf(variable);
  if (binding.kind === 'import') return linked(term, binding.source, binding.imported);
  if (binding.kind === 'parameter') {
    const given = givenAtOnce(variable, term);
    // What a parameter is when it is not given.
    return given ? follow(given, budget) : patternDefault(variable, term);
  }
  if (binding.kind !== 'value') return undefined;
  const value: Bound = { term: at(term, binding.node), path: binding.path };
  return follow(value, budget) ?? defaultOf(value, variable, term, budget);
}

/** What a container answers to `inject(TOKEN)`, or gives to a field. */
function provided({ node, bindings }: Term, budget: Budget): Term | undefined {
  const bound = bindings.get(node);
  return bound && follow(bound, budget);
}

function isDeclared({ identifiers: [name] }: Variable): boolean {
  return name?.type === 'Identifier' && name.typeAnnotation?.typeAnnotation.type === 'TSTypeReference';
}

/** A parameter of which nothing is known. */
function isOpaque({ node, module, bindings }: Term): boolean {
  if (node.type === 'Identifier' && node.name === 'undefined') return true;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  return (
    variable !== undefined &&
    !bindings.has(variable) &&
    bindingOf(variable).kind === 'parameter' &&
    !isDeclared(variable)
  );
}

/** `(function ($) { … })(jQuery)` */
function givenAtOnce(variable: Variable, term: Term): Bound | undefined {
  const fn = variable.defs[0]?.node;
  if (!fn || !isFunction(fn) || fn.parent.type !== 'CallExpression' || fn.parent.callee !== fn)
    return undefined;
  return bindParameters(fn, at(term, fn.parent), at(term, fn)).get(variable);
}

/** The default in a pattern, for a member that the object is known to lack: `{ method = 'GET' }`. */
function defaultOf(bound: Bound, variable: Variable, term: Term, budget: Budget): Term | undefined {
  const name = bound.path.at(-1);
  if (name === undefined || bound.omit || bound.rest !== undefined) return undefined;
  let object: Term | undefined = bound.term;
  for (const part of bound.path.slice(0, -1)) object = object && member(object, part, budget);
  const fallback = patternDefault(variable, term);
  return fallback && object && !isHidden(object, name, budget) ? fallback : undefined;
}

function patternDefault({ identifiers: [name] }: Variable, term: Term): Term | undefined {
  const parent = name?.parent;
  return parent?.type === 'AssignmentPattern' && parent.left === name ? at(term, parent.right) : undefined;
}

/** What another module exports, where it is in reach. */
function linked({ module }: Term, source: string | undefined, name: string): Term | undefined {
  const other = source === undefined ? undefined : module.link?.(source);
  return other && exportedTerm(other, name);
}

/** `'./urls'` of `require('./urls')`. */
export function requiredModule(term: Term<TSESTree.CallExpression>): string | undefined {
  const { callee, arguments: args } = term.node;
  if (callee.type !== 'Identifier' || callee.name !== 'require' || !args[0]) return undefined;
  return isGlobalName(callee, term) ? textOf(args[0]) : undefined;
}

function textOf(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function follow({ term, path, rest, omit }: Bound, budget: Budget): Term | undefined {
  if (rest !== undefined || omit) return undefined;
  let current: Term | undefined = term;
  for (const name of path) current = current && member(current, name, budget);
  return current;
}

/** `config.url = …` beside `const config = {}`. */
function assignedMember(term: Term, name: string): Term | 'unclear' | undefined {
  const [first, second] = assignmentsTo(term, name);
  // `config.url += …`
  if (second || (first && first.operator !== '=')) return 'unclear';
  return first && at(term, first.right);
}

/** `f.bind(this)` and `useCallback(f, [])` are f, and `useMemo(() => x, [])` is x. */
function kept(term: Term<TSESTree.CallExpression>): Term | undefined {
  const { callee, arguments: args } = term.node;
  const [first] = args;
  if (callee.type === 'MemberExpression') {
    const name = keyName({ key: callee.property, computed: callee.computed });
    if (name === 'then' && first) return settled(at(term, callee.object), at(term, first));
    const isResolve =
      name === 'resolve' && callee.object.type === 'Identifier' && callee.object.name === 'Promise';
    if (isResolve && first) return at(term, first);
    // What is bound with arguments is no longer the same.
    const isBind = name === 'bind' && args.length < 2;
    // `fetch.bind(window)` is for who knows what fetch is.
    const target = isBind ? deref(at(term, callee.object)) : undefined;
    if (target && isFunction(target.node)) return target;
  }
  if (!first || !isFunction(first)) return undefined;
  const name = calleeName(term.node);
  if (name === 'useCallback') return at(term, first);
  const made = name === 'useMemo' ? singleResult(first, term.module.visitorKeys) : undefined;
  return made && at(term, made);
}

/** `promise.then((value) => result)` is the result. */
function settled(promise: Term, handler: Term): Term | undefined {
  const fn = deref(handler);
  const result = isFunction(fn.node) ? singleResult(fn.node, fn.module.visitorKeys) : undefined;
  if (!result || !isFunction(fn.node)) return undefined;
  const [value] = fn.module.scopes.getDeclaredVariables(fn.node);
  const [parameter] = fn.node.params;
  const bindings = new Map(fn.bindings);
  if (value && parameter?.type === 'Identifier' && parameter === value.identifiers[0])
    bindings.set(value, { term: promise, path: [] });
  return { node: result, module: fn.module, bindings };
}

/** `Object.freeze(x)` is x. */
function frozen(term: Term): Term | undefined {
  const [value] = globalCall(term, 'Object', 'freeze') ?? [];
  return value && at(term, value);
}
