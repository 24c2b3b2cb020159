import type { TSESTree } from '@typescript-eslint/types';

import { bindParameters, singleResult } from './functions.js';
import { at, type Bound, type Node, type Term } from './module.js';
import { bindingOf, findVariable, keyName } from './scope.js';
import { usesOf } from './uses.js';
import { isFunction } from './walk.js';

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
    case 'CallExpression': {
      const found = lookIn(object, name, budget);
      return found === 'hidden' ? undefined : found;
    }
    case 'TSEnumDeclaration': {
      const found = enumMembers(node).find((item) => enumKey(item) === name);
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

/** The object may have a member `name` that is not in reach: it, or something spread into it, is unknown. */
export function isHidden(term: Term, name: string): boolean {
  return assignedMember(term, name) === 'unclear' || lookUp(term, name, newBudget()) === 'hidden';
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
    case 'MemberExpression': {
      const name = memberName(at(term, node), budget);
      return name === undefined ? undefined : member(at(term, node.object), name, budget);
    }
    case 'CallExpression':
      return frozen(term) ?? calledFunction(at(term, node), budget);
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

function follow({ term, path, rest }: Bound, budget: Budget): Term | undefined {
  if (rest !== undefined) return undefined;
  let current: Term | undefined = term;
  for (const name of path) current = current && member(current, name, budget);
  return current;
}

/** The member of an object or of what is spread into it; what is unknown, or depends, hides what stands before. */
function lookUp(term: Term, name: string, budget: Budget): Term | 'hidden' | undefined {
  return lookIn(deref(term, budget), name, budget);
}

function lookIn(object: Term, name: string, budget: Budget): Term | 'hidden' | undefined {
  const { node } = object;
  switch (node.type) {
    case 'ObjectExpression':
      return inObject(object, node.properties, name, budget);
    case 'CallExpression': {
      const objects = globalCall(object, 'Object', 'assign');
      return objects ? inObject(object, objects, name, budget) : 'hidden';
    }
    case 'LogicalExpression':
      return node.operator === '&&' && !lookUp(at(object, node.right), name, budget) ? undefined : 'hidden';
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].some((item) => lookUp(at(object, item), name, budget))
        ? 'hidden'
        : undefined;
    case 'Literal':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return undefined;
    default:
      return node.type === 'Identifier' && node.name === 'undefined' ? undefined : 'hidden';
  }
}

function inObject(
  object: Term,
  items: readonly (TSESTree.ObjectLiteralElement | TSESTree.CallExpressionArgument)[],
  name: string,
  budget: Budget,
): Term | 'hidden' | undefined {
  // The last one wins.
  for (const item of items.toReversed()) {
    if (item.type === 'Property') {
      const key = keyName(item) ?? computedKey(object, item, budget);
      if (key === name) return item.kind === 'get' ? 'hidden' : at(object, item.value);
      continue;
    }
    const found = lookUp(at(object, item.type === 'SpreadElement' ? item.argument : item), name, budget);
    if (found) return found;
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
  const values = usesOf(term).flatMap(({ path, node }) =>
    path.length === 1 && path[0] === name && node.type === 'AssignmentExpression' ? [node.right] : [],
  );
  if (values.length > 1) return 'unclear';
  return values[0] && at(term, values[0]);
}

/** Older parsers have the members on the declaration itself. */
function enumMembers(node: TSESTree.TSEnumDeclaration): readonly TSESTree.TSEnumMember[] {
  const { body, members } = node as { body?: TSESTree.TSEnumBody; members?: TSESTree.TSEnumMember[] };
  return body?.members ?? members ?? [];
}

function enumKey({ id }: TSESTree.TSEnumMember): string | undefined {
  return id.type === 'Identifier' ? id.name : String(id.value);
}

/** `Object.freeze(x)` is x. */
function frozen(term: Term): Term | undefined {
  const [value] = globalCall(term, 'Object', 'freeze') ?? [];
  return value && at(term, value);
}

/** The arguments of `Object.freeze(…)`, if `term` calls that global's method. */
function globalCall(
  { node, module }: Term,
  object: string,
  method: string,
): readonly TSESTree.CallExpressionArgument[] | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { callee } = node;
  if (callee.object.type !== 'Identifier' || callee.object.name !== object) return undefined;
  if (keyName({ key: callee.property, computed: callee.computed }) !== method) return undefined;
  return findVariable(object, callee.object, module) ? undefined : node.arguments;
}
