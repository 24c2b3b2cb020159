import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

import { at, type Bindings, type Bound, type Node, type Term } from './module.js';
import { bindingOf, findVariable, keyName, patternPath } from './scope.js';
import { type FunctionNode, isFunction, walk } from './walk.js';

/** Steps left for one question; a chain without end runs out and the answer is "unknown". */
export interface Budget {
  steps: number;
  /** The references that the answer went through. */
  readonly seen: Set<Node>;
}

/** Enough for every chain in hand-written code, small enough for the stack. */
const STEPS = 400;

export function newBudget(): Budget {
  return { steps: STEPS, seen: new Set() };
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
  if (assigned) return assigned;
  const object = deref(term, budget);
  const { node } = object;
  switch (node.type) {
    case 'ObjectExpression':
      return objectMember(object, node, name, budget);
    case 'TSEnumDeclaration': {
      const found = node.body.members.find((item) => enumKey(item) === name);
      return found?.initializer && at(object, found.initializer);
    }
    case 'ArrayExpression': {
      const element = node.elements[Number(name)];
      // A spread before it shifts the positions.
      if (!element || node.elements.some((item) => item?.type === 'SpreadElement')) return undefined;
      return at(object, element);
    }
    case 'ClassDeclaration':
    case 'ClassExpression': {
      const field = node.body.body.find(
        (item) =>
          item.type !== 'TSIndexSignature' &&
          item.type !== 'StaticBlock' &&
          item.static &&
          keyName(item) === name,
      );
      return field && 'value' in field && field.value ? at(object, field.value) : undefined;
    }
    default:
      return undefined;
  }
}

/** The name that a member expression reads, when it is written out or a known constant. */
export function memberName(
  term: Term<TSESTree.MemberExpression>,
  budget: Budget = newBudget(),
): string | undefined {
  const { property, computed } = term.node;
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  const { node } = deref(at(term, property), budget);
  return node.type === 'Literal' ? String(node.value) : undefined;
}

/** The function that a call runs and its one result, with the parameters bound to the arguments. */
export function calledFunction(
  call: Term<TSESTree.CallExpression>,
  budget: Budget = newBudget(),
): Term | undefined {
  const callee = deref(at(call, call.node.callee), budget);
  if (!isFunction(callee.node) || callee.node.generator) return undefined;
  const result = singleResult(callee.node, callee.module.visitorKeys);
  if (!result) return undefined;
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
      return at(term, node.expression);
    case 'AwaitExpression':
      return at(term, node.argument);
    case 'Identifier':
      return identifierValue(at(term, node), budget);
    case 'MemberExpression': {
      const name = memberName(at(term, node), budget);
      return name === undefined ? undefined : member(at(term, node.object), name, budget);
    }
    case 'CallExpression':
      return frozen(at(term, node)) ?? calledFunction(at(term, node), budget);
    default:
      return undefined;
  }
}

function identifierValue(term: Term<TSESTree.Identifier>, budget: Budget): Term | undefined {
  const variable = findVariable(term.node.name, term.node, term.module);
  if (!variable) return undefined;
  budget.seen.add(term.node);
  const bound = term.bindings.get(variable);
  if (bound) return follow(bound, budget);
  const binding = bindingOf(variable);
  return binding.kind === 'value'
    ? follow({ term: at(term, binding.node), path: binding.path }, budget)
    : undefined;
}

function follow({ term, path }: Bound, budget: Budget): Term | undefined {
  let current: Term | undefined = term;
  for (const name of path) current = current && member(current, name, budget);
  return current;
}

function objectMember(
  object: Term,
  node: TSESTree.ObjectExpression,
  name: string,
  budget: Budget,
): Term | undefined {
  // The last one wins.
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const spread = deref(at(object, property.argument), budget);
      // What an unknown object brings may hide what stands before it.
      if (spread.node.type !== 'ObjectExpression') return undefined;
      const found = objectMember(spread, spread.node, name, budget);
      if (found) return found;
      continue;
    }
    const key = keyName(property) ?? computedKey(object, property, budget);
    if (key === name) return property.kind === 'get' ? undefined : at(object, property.value);
  }
  return undefined;
}

function computedKey(object: Term, property: TSESTree.Property, budget: Budget): string | undefined {
  if (!property.computed) return undefined;
  const { node } = deref(at(object, property.key), budget);
  return node.type === 'Literal' ? String(node.value) : undefined;
}

/** `config.url = …` beside `const config = {}`. */
function assignedMember(term: Term, name: string): Term | 'unclear' | undefined {
  if (term.node.type !== 'Identifier') return undefined;
  const variable = findVariable(term.node.name, term.node, term.module);
  const values = variable ? memberAssignments(variable, name) : [];
  if (values.length > 1) return 'unclear';
  return values[0] && at(term, values[0]);
}

function memberAssignments(variable: Variable, name: string): Node[] {
  return variable.references.flatMap(({ identifier }) => {
    const { parent } = identifier;
    if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return [];
    const assignment = parent.parent;
    if (assignment.type !== 'AssignmentExpression' || assignment.left !== parent) return [];
    return keyName({ key: parent.property, computed: parent.computed }) === name ? [assignment.right] : [];
  });
}

function enumKey({ id }: TSESTree.TSEnumMember): string | undefined {
  return id.type === 'Identifier' ? id.name : String(id.value);
}

/** `Object.freeze(x)` is x. */
function frozen(term: Term<TSESTree.CallExpression>): Term | undefined {
  const { callee, arguments: args } = term.node;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  if (
    callee.object.name !== 'Object' ||
    keyName({ key: callee.property, computed: callee.computed }) !== 'freeze'
  )
    return undefined;
  return args[0] && isGlobalName(callee.object, term) ? at(term, args[0]) : undefined;
}

/** The expression that a function answers, when there is exactly one. */
function singleResult(
  fn: FunctionNode,
  visitorKeys: Term['module']['visitorKeys'],
): TSESTree.Expression | undefined {
  if (fn.body.type !== 'BlockStatement') return fn.body;
  const results: TSESTree.ReturnStatement[] = [];
  walk(fn.body, visitorKeys, (node) => {
    if (node.type === 'ReturnStatement') results.push(node);
    return !isFunction(node);
  });
  return results.length === 1 ? (results[0]?.argument ?? undefined) : undefined;
}

function bindParameters(fn: FunctionNode, call: Term<TSESTree.CallExpression>, callee: Term): Bindings {
  const bindings = new Map<Variable, Bound>();
  const args = call.node.arguments;
  for (const [index, parameter] of fn.params.entries()) {
    const argument = args[index];
    // `f(...args)`: the positions are not known.
    if (args.slice(0, index + 1).some((item) => item.type === 'SpreadElement')) break;
    const value = argument
      ? at(call, argument)
      : parameter.type === 'AssignmentPattern'
        ? at(callee, parameter.right)
        : undefined;
    if (!value) continue;
    for (const variable of callee.module.scopes.getDeclaredVariables(fn)) {
      const [name] = variable.identifiers;
      if (!name || !isWithin(name, parameter)) continue;
      const path = patternPath(parameter, name);
      if (path) bindings.set(variable, { term: value, path });
    }
  }
  return bindings;
}

function isWithin(node: Node, container: Node): boolean {
  return node.range[0] >= container.range[0] && node.range[1] <= container.range[1];
}
