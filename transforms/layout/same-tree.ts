import { isNode } from '../../src/syntax/walk.js';

/** Where a node stands. */
const OF_PLACE = new Set(['parent', 'range', 'start', 'end', 'loc']);

/** Whether two trees, or parts of them, are the same code, wherever their lines begin. */
export function isSameTree(left: unknown, right: unknown): boolean {
  if (Array.isArray(left))
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isSameTree(item, right[index]))
    );
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null)
    return Object.is(left, right);
  if (isNode(left) && isNode(right) && left.type === 'JSXText' && right.type === 'JSXText')
    return left.value.trim().replaceAll(/\s+/g, ' ') === right.value.trim().replaceAll(/\s+/g, ' ');
  const entries = Object.entries(left).filter(([key]) => !OF_PLACE.has(key));
  return entries.every(([key, value]) => isSameTree(value, (right as Record<string, unknown>)[key]));
}
