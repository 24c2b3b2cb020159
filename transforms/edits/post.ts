import type { Edit } from '../../src/syntax/edits.js';
import type { Node } from '../../src/syntax/module.js';
import { endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';

/** A name or a word in which GET becomes POST: `get`, `onGet`, `GET`. */
export function asPost(name: string): string {
  return name.replace(/get/i, (word) => {
    if (word === 'GET') return 'POST';
    return word === 'Get' ? 'Post' : 'post';
  });
}

/** The edit after which `'GET'` or `Method.Get` says POST; undefined for what says nothing of GET. */
export function postInPlace(node: Node): Edit | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string' && /^get$/i.test(node.value))
    return { range: [startOf(node) + 1, endOf(node) - 1], text: asPost(node.value) };
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const { name } = node.property;
  return /^get$/i.test(name) ? { range: rangeOf(node.property), text: asPost(name) } : undefined;
}
