import type { TSESTree } from '@typescript-eslint/types';

import { assignedMember, defaultMember } from './assigned-members.js';
import { type Budget, newBudget } from './budget.js';
import { bindParameters, restArguments, singleResult } from './functions.js';
import { classAround, isClass, objectAround } from './class-nodes.js';
import { isOfText } from './chains.js';
import { beginsWithInstance, instanceMember, setOnField } from './classes.js';
import { constantKey } from './constant-key.js';
import { declaredMember } from './declared-members.js';
import { keptValue } from './kept-values.js';
import { linked, requiredModule, textOf } from './links.js';
import { givenAtOnce, isDeclared, isOpaque, patternDefault } from './parameters.js';
import { exportedTerm } from './exports.js';
import { at, type Bound, type Term } from './module.js';
import { isRest, objectMember } from './object-members.js';
import { prototypeMember } from './prototypes.js';
import { remembering } from './remember.js';
import { bindingOf, calleeName, findVariable, keyName } from './scope.js';
import type { Variable } from './scopes/types.js';
import { isMemberAssigned } from './uses.js';
import { isFunction } from './walk.js';

export { type Budget, newBudget, nodesSeen } from './budget.js';

/**
 * Follows names, members, wrappers such as `as const` and calls of functions in reach to the expression that
 * gives the value. What can't be followed further (an import, a parameter, a global, a call) is returned as it is.
 */
export function deref(term: Term, budget?: Budget): Term {
  if (FOLLOWED.has(term.node.type)) return followed(term, budget);
  // A literal, a function: there is nothing to remember of it.
  if (budget) budget.steps--;
  return term;
}

/** What is given a class to answer it. */
const WRAPS = /^(?:wrap\w*|auto_?bind\w*|observer)$/i;
/** What {@link step} knows how to follow. */
const FOLLOWED = new Set<string>([
  'AwaitExpression',
  'CallExpression',
  'ChainExpression',
  'Identifier',
  'ImportExpression',
  'MemberExpression',
  'PropertyDefinition',
  'SequenceExpression',
  'ThisExpression',
  'TSAsExpression',
  'TSInstantiationExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

const followed = remembering((term, budget) => {
  let current = term;
  while (budget.steps-- > 0) {
    const next = step(current, budget);
    if (!next) return current;
    current = next;
  }
  return current;
});

/** The value of `term`'s member `name`, when the object is written out in reach. */
export function member(term: Term, name: string, budget: Budget = newBudget()): Term | undefined {
  return writtenMember(term, name, budget) ?? defaultMember(term, name);
}

function writtenMember(term: Term, name: string, budget: Budget): Term | undefined {
  const assigned = assignedOnTheWay(term, name, budget);
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
    const isChain = node.type === 'CallExpression' && beginsWithInstance(object, deref, budget);
    return isChain ? instanceMember(object, name, deref, budget) : undefined;
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
  const found = objectMember(deref(term, budget), name, deref, budget);
  return found === 'hidden' || (!found && defaultMember(term, name) !== undefined);
}

/** The name that a member expression reads, when it is written out or a known constant. */
export function memberName(term: Term<TSESTree.MemberExpression>, budget?: Budget): string | undefined {
  const { property, computed } = term.node;
  if (!computed) return keyName({ key: property, computed });
  return constantKey(deref(at(term, property), budget).node);
}

/** The function that a call runs and its one result, with the parameters bound to the arguments. */
export function calledFunction(
  call: Term<TSESTree.CallExpression>,
  budget: Budget = newBudget(),
): Term | undefined {
  if (isOfText(call.node.callee)) return undefined;
  const callee = deref(at(call, call.node.callee), budget);
  if (!isFunction(callee.node) || callee.node.generator) return undefined;
  const result = singleResult(callee.node, callee.module.visitorKeys);
  // The calls of a builder say what it is, as long as they are chained.
  const isChained = result?.type === 'ThisExpression' && call.node.callee.type === 'MemberExpression';
  if (!result || isChained) return undefined;
  const bindings = new Map([...callee.bindings, ...bindParameters(callee.node, call, callee)]);
  return { node: result, module: callee.module, bindings };
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
        keptValue(at(term, node), deref, budget) ??
        linked(term, requiredModule(at(term, node)), '*') ??
        calledFunction(at(term, node), budget) ??
        wrappedClass(at(term, node), budget)
      );
    default:
      return undefined;
  }
}

/** `module.exports = wrapPrototype(Client)`: the class, with something around its methods. */
function wrappedClass(term: Term<TSESTree.CallExpression>, budget: Budget): Term | undefined {
  const [only, second] = term.node.arguments;
  if (!only || second || !WRAPS.test(calleeName(term.node) ?? '')) return undefined;
  const value = deref(at(term, only), budget);
  return isClass(value.node) ? value : undefined;
}

function identifierValue(term: Term<TSESTree.Identifier>, budget: Budget): Term | undefined {
  const variable = findVariable(term.node.name, term.node, term.module);
  if (!variable) return undefined;
  budget.seen.push(term.node);
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

/** The default in a pattern, for a member that the object is known to lack: `{ method = 'GET' }`. */
function defaultOf(bound: Bound, variable: Variable, term: Term, budget: Budget): Term | undefined {
  const name = bound.path.at(-1);
  if (name === undefined || bound.omit || bound.rest !== undefined) return undefined;
  let object: Term | undefined = bound.term;
  for (const part of bound.path.slice(0, -1)) object = object && member(object, part, budget);
  const fallback = patternDefault(variable, term);
  return fallback && object && !isHidden(object, name, budget) ? fallback : undefined;
}

function follow({ term, path, rest, omit }: Bound, budget: Budget): Term | undefined {
  if (rest !== undefined || omit) return undefined;
  let current: Term | undefined = term;
  for (const name of path) current = current && member(current, name, budget);
  return current;
}

/** `config.url = …` beside `const config = {}`, also where a function answers `config`. */
function assignedOnTheWay(term: Term, name: string, budget: Budget): Term | 'unclear' | undefined {
  const own = assignedMember(term, name);
  if (own) return own;
  const call = term.node.type === 'AwaitExpression' ? term.node.argument : term.node;
  // What a chain of calls answers is no variable, and most files assign no member of the name.
  if (call.type !== 'CallExpression' || isLink(call) || !isMemberAssigned(name, term.module))
    return undefined;
  const made = calledFunction(at(term, call), budget);
  return made?.node.type === 'Identifier' ? assignedMember(made, name) : undefined;
}

/** `c()` of `a.b().c()` */
function isLink({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'CallExpression';
}
