import type { Node } from '../module.js';

/** A node that has its lines to itself, and that {@link layOut} may lay out as a whole. */
export function isLaidOut(node: Node): boolean {
  const { type, parent } = node;
  if (type === 'BlockStatement' || type === 'EmptyStatement') return false;
  if (parent?.type.startsWith('Export') || /^For(?:In|Of)?Statement$/.test(parent?.type ?? '')) return false;
  // `if (a) return;` is laid out with what it belongs to.
  if (/^(?:If|While)Statement$/.test(parent?.type ?? '')) return false;
  return isStatement(node) || type === 'PropertyDefinition';
}

/** A property of an object literal, for objects whose statement is in no known form. */
export function isOwnLine({ type, parent }: Node): boolean {
  return (type === 'Property' || type === 'SpreadElement') && parent?.type === 'ObjectExpression';
}

function isStatement({ type }: Node): boolean {
  return type.endsWith('Statement') || type.endsWith('Declaration');
}
