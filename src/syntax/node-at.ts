import type { Module, Node } from './module.js';
import { isNode } from './walk.js';

/** The innermost node at a place in the file. */
export function nodeAt(place: number, { ast, visitorKeys }: Pick<Module, 'ast' | 'visitorKeys'>): Node {
  let node: Node = ast;
  for (let inner: Node | undefined = node; inner; inner = childAt(place, node, visitorKeys)) node = inner;
  return node;
}

function childAt(place: number, node: Node, visitorKeys: Module['visitorKeys']): Node | undefined {
  const isAtPlace = (item: unknown): item is Node =>
    isNode(item) && item.range[0] <= place && place < item.range[1];
  for (const key of visitorKeys[node.type] ?? []) {
    // Visitor keys name the properties that hold nodes; the types can't say so.
    const value = (node as unknown as Record<string, unknown>)[key];
    const child = Array.isArray(value) ? value.find(isAtPlace) : value;
    if (isAtPlace(child)) return child;
  }
  return undefined;
}
