import type { TSESTree } from '@typescript-eslint/types';

import { keyName } from './scope.js';

export type Item = TSESTree.ObjectLiteralElement | TSESTree.CallExpressionArgument;

/** What stands in an object, or is merged into one. */
interface Items {
  /** The properties behind all else, by name; of two with one name the last. */
  readonly named: ReadonlyMap<string, TSESTree.Property>;
  /** The properties before them, up to the last computed name. */
  readonly computed: readonly TSESTree.Property[];
  /** What stands before these: up to the last spread. */
  readonly others: readonly Item[];
}

/** Fewer are looked at one after the other. */
const MANY = 8;
const NONE: ReadonlyMap<string, TSESTree.Property> = new Map();
const known = new WeakMap<readonly Item[], Items>();

/** Parts the items by how they are found: a table of a thousand paths may be asked for each of them. */
export function itemsOf(items: readonly Item[]): Items {
  if (items.length < MANY) return { named: NONE, computed: [], others: items };
  const before = known.get(items);
  if (before) return before;
  const named = new Map<string, TSESTree.Property>();
  let end = items.length;
  for (; end > 0; end--) {
    const item = items[end - 1];
    const name = item?.type === 'Property' ? keyName(item) : undefined;
    if (item?.type !== 'Property' || name === undefined) break;
    if (!named.has(name)) named.set(name, item);
  }
  const computed: TSESTree.Property[] = [];
  for (; end > 0; end--) {
    const item = items[end - 1];
    if (item?.type !== 'Property') break;
    computed.push(item);
  }
  const parted = { named, computed: computed.reverse(), others: items.slice(0, end) };
  known.set(items, parted);
  return parted;
}
