import type { TSESTree } from '@typescript-eslint/types';

import { computedKey, propertiesByKey } from './computed-keys.js';
import { at, type Bound, type Node, type Term } from './module.js';
import type { Budget } from './budget.js';
import { type Item, itemsOf } from './named-properties.js';
import { calleeName, findVariable, keyName, restOf } from './scope.js';
import type { Variable } from './scopes/types.js';

type Deref = (term: Term, budget?: Budget) => Term;

/** Functions of lodash, ramda and others that merge objects; the last one wins. */
export const MERGES: ReadonlySet<string> = new Set(
  'merge mergeWith assign assignIn extend deepmerge deepMerge mergeRight mergeDeepRight mergeOptions'.split(
    ' ',
  ),
);

/** The member of an object or of what is spread into it; what is unknown, or depends, hides what stands before. */
export function objectMember(
  object: Term,
  name: string,
  deref: Deref,
  budget: Budget,
): Term | 'hidden' | undefined {
  const lookUp = (item: Node): Term | 'hidden' | undefined =>
    objectMember(deref(at(object, item), budget), name, deref, budget);
  const { node } = object;
  switch (node.type) {
    case 'ObjectExpression':
      return inObject(object, node.properties, name, deref, budget);
    case 'CallExpression': {
      const objects = mergedObjects(object);
      return objects ? inObject(object, objects, name, deref, budget) : 'hidden';
    }
    case 'LogicalExpression':
      return node.operator === '&&' && !lookUp(node.right) ? undefined : 'hidden';
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].some((item) => lookUp(item)) ? 'hidden' : undefined;
    case 'Literal':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return undefined;
    case 'Identifier': {
      if (node.name === 'undefined' || isLeftOut(object)) return undefined;
      const rest = restBound(object);
      if (!rest) return 'hidden';
      if (rest.omit?.includes(name)) return undefined;
      return rest.path.length > 0 ? 'hidden' : objectMember(deref(rest.term, budget), name, deref, budget);
    }
    default:
      return 'hidden';
  }
}

/** A parameter that a call leaves out. */
function isLeftOut({ node, module, bindings }: Term): boolean {
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const given = variable && bindings.get(variable)?.term.node;
  return given?.type === 'Identifier' && given.name === 'undefined';
}

/** What a call merges into one object: `Object.assign({}, a, b)`, `_.merge(a, b)`, `deepmerge(a, b)`. */
export function mergedObjects(term: Term): readonly TSESTree.CallExpressionArgument[] | undefined {
  const objects = globalCall(term, 'Object', 'assign');
  if (objects || term.node.type !== 'CallExpression') return objects;
  const { node } = term;
  const isMerge = MERGES.has(calleeName(node) ?? '') && node.arguments.length > 1;
  return isMerge && node.arguments.every(({ type }) => type !== 'SpreadElement') ? node.arguments : undefined;
}

/** What the rest of a parameter's pattern is taken from: `({ body, ...rest }) => …` */
function restBound({ node, module, bindings }: Term): Bound | undefined {
  if (bindings.size === 0) return undefined;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const bound = variable && (bindings.get(variable) ?? restDeclared(variable, { node, module, bindings }));
  return bound?.omit ? bound : undefined;
}

/** `const { json, ...rest } = init` */
function restDeclared({ defs: [definition], identifiers: [name] }: Variable, term: Term): Bound | undefined {
  if (definition?.type !== 'Variable' || !definition.node.init || !name) return undefined;
  const part = restOf(definition.node.id, name);
  return part && { term: at(term, definition.node.init), ...part };
}

/** Whether a term is such a rest. */
export function isRest(object: Term): boolean {
  return restBound(object) !== undefined;
}

function inObject(
  object: Term,
  items: readonly Item[],
  name: string,
  deref: Deref,
  budget: Budget,
): Term | 'hidden' | undefined {
  const { named, computed, others } = itemsOf(items);
  const last = named.get(name);
  if (last) return valueOf(last, object);
  const byKey = computed.length > 0 ? propertiesByKey(object, computed, deref) : undefined;
  const property = byKey?.get(name);
  // What its name goes through is seen, as that of any other.
  if (property) computedKey(object, property, deref, budget);
  if (property) return valueOf(property, object);
  // The last one wins.
  for (const item of (byKey ? others : [...others, ...computed]).toReversed()) {
    if (item.type === 'Property') {
      const key = keyName(item) ?? computedKey(object, item, deref, budget);
      if (key === name) return valueOf(item, object);
      continue;
    }
    const spread = deref(at(object, item.type === 'SpreadElement' ? item.argument : item), budget);
    const found = objectMember(spread, name, deref, budget);
    if (found) return found;
  }
  return undefined;
}

function valueOf({ kind, value }: TSESTree.Property, object: Term): Term | 'hidden' {
  return kind === 'get' ? 'hidden' : at(object, value);
}

/** The arguments of `Object.freeze(…)`, if `term` calls that global's method. */
export function globalCall(
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
