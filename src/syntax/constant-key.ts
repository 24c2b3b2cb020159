import type { TSESTree } from '@typescript-eslint/types';

import { enumMembers } from './declared-members.js';
import type { Node } from './module.js';
import { ancestor } from './walk.js';

/** The name of the member that a constant stands for as a key: `'a'`, `1`, and the members of a numeric enum. */
export function constantKey(node: Node): string | undefined {
  switch (node.type) {
    case 'Literal':
      return String(node.value);
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
    case 'TSEnumMember':
      return numberOf(node);
    default:
      return undefined;
  }
}

/** One more than that of the member before. */
function numberOf(member: TSESTree.TSEnumMember): string | undefined {
  const declaration = ancestor(member, (node) => node.type === 'TSEnumDeclaration');
  if (!declaration) return undefined;
  const before = numbers.get(declaration) ?? numbersOf(declaration);
  numbers.set(declaration, before);
  return before.get(member);
}

const numbers = new WeakMap<TSESTree.TSEnumDeclaration, ReadonlyMap<TSESTree.TSEnumMember, string>>();

function numbersOf(declaration: TSESTree.TSEnumDeclaration): ReadonlyMap<TSESTree.TSEnumMember, string> {
  const found = new Map<TSESTree.TSEnumMember, string>();
  let next: number | undefined = 0;
  for (const item of enumMembers(declaration)) {
    const { initializer } = item;
    if (initializer) {
      const value: unknown = initializer.type === 'Literal' ? initializer.value : undefined;
      next = typeof value === 'number' ? value : undefined;
    }
    if (next !== undefined) found.set(item, String(next++));
  }
  return found;
}
