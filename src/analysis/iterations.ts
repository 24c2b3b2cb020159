import type { TSESTree } from '@typescript-eslint/types';

import { elementsOf } from '../syntax/elements.js';
import { at, type Bindings, type Node, type Term } from '../syntax/module.js';
import { globalCall } from '../syntax/object-members.js';
import { newBudget } from '../syntax/budget.js';
import { isWithin, placedLike } from '../syntax/ranges.js';
import { deref } from '../syntax/resolve.js';
import { calleeName, keyName, patternPath } from '../syntax/scope.js';
import { isFunction } from '../syntax/walk.js';

/** Longer lists, and more loops around one call, are data. */
const MOST_ELEMENTS = 60;
const MOST_LOOPS = 2;
/** Methods of arrays that run a function for each element, and the position of its parameter. */
const EACH: Readonly<Record<string, number>> = {
  map: 0,
  forEach: 0,
  flatMap: 0,
  filter: 0,
  some: 0,
  every: 0,
  find: 0,
  reduce: 1,
};

interface Loop {
  /** What names an element. */
  readonly pattern: Node;
  /** What declares it. */
  readonly declaredBy: Node;
  readonly elements: readonly Term[];
}

/** What the variables of the loops around a call stand for, one time after the other, where the lists are written out. */
export function iterationsAround(call: Term): Bindings[] {
  const loops = loopsAround(call);
  let all: Bindings[] = loops.length > 0 ? [call.bindings] : [];
  for (const { pattern, declaredBy, elements } of loops) {
    if (all.length * elements.length > MOST_ELEMENTS) return [];
    const variables = call.module.scopes.getDeclaredVariables(declaredBy);
    all = all.flatMap((bindings) =>
      elements.map((term) => {
        const more = new Map(bindings);
        for (const variable of variables) {
          const [name] = variable.identifiers;
          const isInside = name && isWithin(name, pattern);
          const path = isInside ? patternPath(pattern, name) : undefined;
          if (path) more.set(variable, { term, path });
        }
        return more;
      }),
    );
  }
  return all;
}

function loopsAround(call: Term): Loop[] {
  const loops: Loop[] = [];
  for (let { parent } = call.node; parent && loops.length < MOST_LOOPS; parent = parent.parent) {
    const loop = loopOf(at(call, parent));
    if (loop) loops.push(loop);
  }
  return loops;
}

function loopOf(term: Term): Loop | undefined {
  const { node } = term;
  if (node.type === 'ForOfStatement' && node.left.type === 'VariableDeclaration') {
    const [declarator] = node.left.declarations;
    const elements = elementsIn(at(term, node.right));
    return declarator && elements && { pattern: declarator.id, declaredBy: declarator, elements };
  }
  if (!isFunction(node) || node.parent.type !== 'CallExpression' || node.parent.arguments[0] !== node)
    return undefined;
  const { callee } = node.parent;
  const pattern = node.params[EACH[calleeName(node.parent) ?? ''] ?? Infinity];
  if (!pattern || callee.type !== 'MemberExpression') return undefined;
  const elements = elementsIn(at(term, callee.object));
  return elements && { pattern, declaredBy: node, elements };
}

/** The elements of a list that is written out, and of `Object.entries(…)` and the like. */
function elementsIn(list: Term): readonly Term[] | undefined {
  const value = deref(list);
  for (const method of ['entries', 'values', 'keys'] as const) {
    const [object] = globalCall(value, 'Object', method) ?? [];
    if (object) return propertiesOf(deref(at(value, object)), method);
  }
  return elementsOf(list, newBudget());
}

function propertiesOf(object: Term, method: 'entries' | 'values' | 'keys'): readonly Term[] | undefined {
  if (object.node.type !== 'ObjectExpression') return undefined;
  const elements: Term[] = [];
  for (const property of object.node.properties) {
    const name = property.type === 'Property' ? keyName(property) : undefined;
    if (property.type !== 'Property' || name === undefined) return undefined;
    const key = literal(name, property.key);
    const { value } = property;
    if (method === 'entries') elements.push(at(object, pair(key, value)));
    else elements.push(at(object, method === 'keys' ? key : value));
  }
  return elements;
}

/** The name of a property as the text that the loop is given; nobody wrote it so. */
function literal(value: string, property: Node): TSESTree.Literal {
  const node = { type: 'Literal', value, raw: JSON.stringify(value), ...placedLike(property) };
  return node as TSESTree.StringLiteral;
}

/** `[key, value]`, which nobody wrote. */
function pair(key: Node, value: Node): TSESTree.ArrayExpression {
  return {
    type: 'ArrayExpression',
    elements: [key, value],
    ...placedLike(value),
  } as TSESTree.ArrayExpression;
}
