import type { Edit } from '../../src/syntax/edits.js';
import type { Node } from '../../src/syntax/module.js';

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
    return { range: [node.range[0] + 1, node.range[1] - 1], text: asPost(node.value) };
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier')
    return undefined;
  const { name, range } = node.property;
  return /^get$/i.test(name) ? { range, text: asPost(name) } : undefined;
}
