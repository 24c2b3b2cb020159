import type { Module, Node } from '../module.js';
import { lineStart } from '../position.js';
import { startOf } from '../ranges.js';

/** A node that has its lines to itself, and that {@link layOut} may lay out as a whole. */
export function isLaidOut(node: Node): boolean {
  const { type, parent } = node;
  if (type === 'BlockStatement' || type === 'EmptyStatement') return false;
  // `if (a) return;` is laid out with what it belongs to.
  if (parent?.type.startsWith('Export') || /^(?:If|While|For|ForIn|ForOf)Statement$/.test(parent?.type ?? ''))
    return false;
  return isStatement(node) || type === 'PropertyDefinition';
}

/** A part of a statement that has lines to itself: a property, or what stands in the braces of JSX. */
export function isOwnLine(node: Node, { text }: Pick<Module, 'text'>): boolean {
  const { type, parent } = node;
  const start = startOf(node);
  if (text.slice(lineStart(text, start), start).trim() !== '') return false;
  if (type === 'JSXAttribute') return true;
  if (type === 'JSXExpressionContainer')
    return parent?.type === 'JSXElement' || parent?.type === 'JSXFragment';
  return (type === 'Property' || type === 'SpreadElement') && parent?.type === 'ObjectExpression';
}

function isStatement({ type }: Node): boolean {
  return type.endsWith('Statement') || type.endsWith('Declaration');
}
