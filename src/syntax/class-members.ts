import type { TSESTree } from '@typescript-eslint/types';

import type { ClassNode, Node } from './module.js';
import { keyName } from './scope.js';

export type NamedMember = Extract<TSESTree.ClassElement, { readonly key: Node }>;

const members = new WeakMap<ClassNode, ReadonlyMap<string, readonly NamedMember[]>>();

/** What a class declares, but for its constructor, by name. */
export function membersOf(cls: ClassNode): ReadonlyMap<string, readonly NamedMember[]> {
  const before = members.get(cls);
  if (before) return before;
  const byName = new Map<string, NamedMember[]>();
  for (const item of cls.body.body) {
    if (!('key' in item) || (item.type === 'MethodDefinition' && item.kind === 'constructor')) continue;
    const name = keyName(item);
    const same = name === undefined ? undefined : byName.get(name);
    if (same) same.push(item);
    else if (name !== undefined) byName.set(name, [item]);
  }
  members.set(cls, byName);
  return byName;
}
