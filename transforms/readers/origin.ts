import type { TSESTree } from '@typescript-eslint/types';

import type { Step } from '../../src/analysis/way.js';
import type { PlacedEdit } from '../../src/syntax/edits.js';
import type { Module, Node, Range } from '../../src/syntax/module.js';
import { endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';

/**
 * Where `kyc.status` or `customer.customerId` is taken out of an answer. In akepa the inner member lies where the outer
 * one lay: `data.kyc.status` becomes `data.status`.
 */
export interface Origin {
  /** What gives the inner member. */
  readonly inner: Step['node'];
  /** The file of the inner member. */
  readonly module: Module;
  /** A new name or property takes the place of this: of a member expression what stands behind its object. */
  readonly place: Range;
  /** What takes the outer member away, where it stands apart from the inner one. */
  readonly drops: readonly PlacedEdit[];
  /** Of a member expression: what the new members are read from. */
  readonly object: string;
  /** `.` or `?.` */
  readonly access: string;
  /** The object has no effect and can be written twice. */
  readonly isPlain: boolean;
}

/** Undefined where the outer member can't be taken away: other members are taken from the same place. */
export function originOf(outerStep: Step, innerStep: Step): Origin | undefined {
  const { node: outer } = outerStep;
  const { node: inner, module } = innerStep;
  if (inner.type === 'MemberExpression') {
    const isApart = unwrapped(inner.object) !== outer;
    const holder = isApart ? inner : outer;
    if (holder.type !== 'MemberExpression') return undefined;
    const drops = isApart ? dropped(outerStep) : [];
    if (!drops) return undefined;
    const end = objectEnd(holder, module);
    return {
      inner,
      module,
      place: [end, endOf(inner)],
      drops,
      object: module.text.slice(startOf(holder), end),
      access: holder.optional ? '?.' : '.',
      isPlain: isPlain(holder.object),
    };
  }
  const pattern = { inner, module, object: '', access: '', isPlain: false };
  // `{ kyc: { status } }`
  const isNested = outer.type === 'Property' && outer.value === inner.parent;
  if (isNested)
    return inner.parent.type === 'ObjectPattern' && inner.parent.properties.length === 1
      ? { ...pattern, place: rangeOf(outer), drops: [] }
      : undefined;
  const drops = dropped(outerStep);
  return drops && { ...pattern, place: rangeOf(inner), drops };
}

/** The expression without what only says a type, or ends a chain. */
export function unwrapped(node: Node): Node {
  switch (node.type) {
    case 'TSNonNullExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return unwrapped(node.expression);
    default:
      return node;
  }
}

/** Edits that make `data.kyc` of a `data`, and `{ kyc }` of a pattern the name alone. */
function dropped({ node: outer, module }: Step): PlacedEdit[] | undefined {
  if (outer.type === 'MemberExpression')
    return [{ range: [objectEnd(outer, module), endOf(outer)], text: '', module }];
  const { parent, value } = outer;
  if (parent.type !== 'ObjectPattern' || parent.properties.length > 1) return undefined;
  if (value.type !== 'Identifier' && value.type !== 'ObjectPattern') return undefined;
  const end = parent.typeAnnotation ? startOf(parent.typeAnnotation) : endOf(parent);
  const before: Range = [startOf(parent), startOf(value)];
  return [
    { range: before, text: '', module },
    { range: [endOf(value), end], text: '', module },
  ];
}

/** Behind the object of a member expression and the parentheses around it. */
function objectEnd({ object, property }: TSESTree.MemberExpression, { text }: Module): number {
  const between = text.slice(endOf(object), startOf(property));
  return endOf(object) + (/^(?:\s*\))*/.exec(between)?.[0].length ?? 0);
}

/** Names and members only. */
function isPlain(node: Node): boolean {
  const { type } = node;
  if (type === 'Identifier' || type === 'ThisExpression') return true;
  if (type === 'MemberExpression')
    return isPlain(node.object) && (!node.computed || node.property.type === 'Literal');
  const inner = unwrapped(node);
  return inner !== node && isPlain(inner);
}
