import type { TSESTree } from '@typescript-eslint/types';

import { evaluateKnown } from '../../src/syntax/evaluate.js';
import { at, type Node, type Term } from '../../src/syntax/module.js';
import { findVariable, keyName } from '../../src/syntax/scope.js';
import type { Reference } from '../../src/syntax/scopes/types.js';
import { certainValue } from './certain.js';

/** What is known for certain of an object. */
export interface Shape {
  readonly object: Term<TSESTree.ObjectExpression>;
  readonly properties: ReadonlyMap<string, ShapeProperty>;
  /** It may have more properties than these. */
  readonly isOpen: boolean;
}

export interface ShapeProperty {
  readonly key: Term;
  /** Undefined where something that is spread behind it may say another. */
  readonly value: Term | undefined;
}

/** The object that a term gives in every run, when nothing in reach changes it afterwards. */
export function shapeOf(term: Term): Shape | undefined {
  const found = certainValue(term);
  if (found?.value.node.type !== 'ObjectExpression') return undefined;
  const object = at(found.value, found.value.node);
  const isKept = found.names.every((name) => isOnlyRead(name, found.names, object));
  return isKept ? { object, ...read(object) } : undefined;
}

function read(object: Term<TSESTree.ObjectExpression>): Omit<Shape, 'object'> {
  const properties = new Map<string, ShapeProperty>();
  let isOpen = false;
  for (const item of object.node.properties) {
    if (item.type === 'SpreadElement') {
      const spread = shapeOf(at(object, item.argument));
      if (spread) for (const [name, property] of spread.properties) properties.set(name, property);
      if (spread && !spread.isOpen) continue;
      isOpen = true;
      // What comes from there may be spread over what stands before.
      for (const [name, { key }] of properties) properties.set(name, { key, value: undefined });
      continue;
    }
    const name = item.computed ? evaluateKnown(at(object, item.key)) : keyName(item);
    if (name === undefined) {
      isOpen = true;
      continue;
    }
    const isPlain = item.kind === 'init' && !item.method;
    // JSON leaves out what is undefined.
    if (isPlain && isUndefined(item.value)) properties.delete(name);
    else
      properties.set(name, {
        key: at(object, item.key),
        value: isPlain ? at(object, item.value) : undefined,
      });
  }
  return { properties, isOpen };
}

/** Nobody sees `undefined` declared anew. */
function isUndefined(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** No other reference to the variable could change the object. */
function isOnlyRead(name: Node, names: readonly Node[], { module }: Term): boolean {
  const variable = name.type === 'Identifier' ? findVariable(name.name, name, module) : undefined;
  return (
    variable?.references.every((reference) => names.includes(reference.identifier) || isRead(reference)) ??
    false
  );
}

function isRead({ identifier, init }: Reference): boolean {
  const { parent } = identifier;
  if (init || parent.type === 'SpreadElement' || parent.type === 'TSTypeQuery') return true;
  // `console.log(body)`, `JSON.stringify(body)`
  if (parent.type === 'CallExpression') return isHarmless(parent.callee);
  let node: Node = identifier;
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = node.parent;
  return node !== identifier && node.parent !== undefined && !isChange(node.parent, node);
}

/** Of a member: `body.a = …`, `delete body.a`, `body.list.push(…)`, `for (body.a of …)` */
function isChange(parent: Node, member: Node): boolean {
  if (parent.type === 'CallExpression') return parent.callee === member;
  return /^(?:AssignmentExpression|For(?:In|Of)Statement|UnaryExpression|UpdateExpression)$/.test(
    parent.type,
  );
}

function isHarmless(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const { name } = callee.object;
  return (
    name === 'console' ||
    (name === 'JSON' && keyName({ key: callee.property, computed: callee.computed }) === 'stringify')
  );
}
