import { at, type Term } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';

/** Classes of bodies that are sent as they are. */
const CLASSES = ['ArrayBuffer', 'Blob', 'Buffer', 'File', 'FormData', 'ReadableStream', 'URLSearchParams'];

/** What `body instanceof FormData` is; undefined where only the program knows, and for every other test. */
export function isOfPlatformClass(test: Term): boolean | undefined {
  const value = deref(test);
  const { node } = value;
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = isOfPlatformClass(at(value, node.argument));
    return inner === undefined ? undefined : !inner;
  }
  if (node.type !== 'BinaryExpression' || node.operator !== 'instanceof') return undefined;
  const { left, right } = node;
  if (right.type !== 'Identifier' || !CLASSES.includes(right.name)) return undefined;
  // An object literal is none.
  return deref(at(value, left)).node.type === 'ObjectExpression' ? false : undefined;
}
