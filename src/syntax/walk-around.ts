import { firstIndex } from './first-index.js';
import type { Module, Node, Range } from './module.js';
import { endOf, startOf } from './ranges.js';
import { isNode } from './walk.js';

/** Of a longer list only the nodes near the range are looked at. */
const FEW = 16;

/**
 * Walks a tree as `walk` does, where only what is around, in or next to a range is asked for: a file may have
 * thousands of statements.
 *
 * @param visit returns false for a node whose children are of no interest
 */
export function walkAround(
  root: Node,
  visitorKeys: Module['visitorKeys'],
  range: Range,
  visit: (node: Node) => boolean,
): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!visit(node)) continue;
    const children: Node[] = [];
    for (const key of visitorKeys[node.type] ?? []) {
      // Children are read by the names that the parser gives them.
      const value = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(value)) children.push(...near(nodesOf(value), range));
      else if (isNode(value)) children.push(value);
    }
    stack.push(...children.reverse());
  }
}

/** A list of thousands is asked for once for each edit in it. */
const known = new WeakMap<readonly unknown[], readonly Node[]>();

/** `[, b]` has a gap. */
function nodesOf(list: readonly unknown[]): readonly Node[] {
  if (list.length <= FEW) return list.filter(isNode);
  const nodes = known.get(list) ?? list.filter(isNode);
  known.set(list, nodes);
  return nodes;
}

/** The neighbours of the range, and all in between. */
function near(nodes: readonly Node[], [start, end]: Range): readonly Node[] {
  if (nodes.length <= FEW) return nodes;
  const first = firstIndex(nodes, (node) => endOf(node) >= start);
  const behind = firstIndex(nodes, (node) => startOf(node) > end);
  return nodes.slice(Math.max(first - 1, 0), behind + 1);
}
