import type { TSESTree } from '@typescript-eslint/types';
import type { Module, Node } from './module.js';

type NodeOf<N extends Node, T> = N extends Node ? (`${N['type']}` extends T ? N : never) : never;

const NONE: readonly Node[] = [];
const known = new WeakMap<TSESTree.Program, ReadonlyMap<string, readonly Node[]>>();

/**
 * Calls `visit` for `root` and everything below it, parents first, in source order.
 *
 * @param visit answers `false` to leave out what is below the node
 */
export function walk(
  root: Node,
  visitorKeys: Module['visitorKeys'],
  visit: (node: Node) => boolean | void,
): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (visit(node) !== false) pushChildren(node, visitorKeys, stack);
  }
}

/**
 * Sets `parent` on every node, as ESLint's own traversal does.
 *
 * @returns how many nodes there are at most from the program down to one
 */
export function attachParents(ast: TSESTree.Program, visitorKeys: Module['visitorKeys']): number {
  const note = noteNodes(ast);
  const stack: Node[] = [ast];
  const levels = [1];
  let deepest = 1;
  for (let node = stack.pop(); node; node = stack.pop()) {
    note(node);
    const first = stack.length;
    const level = (levels[first] ?? 0) + 1;
    if (level > deepest) deepest = level;
    pushChildren(node, visitorKeys, stack);
    for (let index = first; index < stack.length; index++) {
      // The property is read-only in the types because parsers own it; this is the parser's last step.
      (stack[index] as { parent?: Node }).parent = node;
      levels[index] = level;
    }
  }
  return deepest;
}

/** The nodes of one type in a file, in source order, parents first: a walk through a large file costs. */
export function nodesOf<T extends `${Node['type']}`>(
  { ast, visitorKeys }: Pick<Module, 'ast' | 'visitorKeys'>,
  type: T,
): readonly NodeOf<Node, T>[] {
  if (!known.has(ast)) walk(ast, visitorKeys, noteNodes(ast));
  // Under a type's name stand nodes of that type.
  return (known.get(ast)?.get(type) ?? NONE) as readonly NodeOf<Node, T>[];
}

/** The nodes of one type in `root`, itself among them, in source order. */
export function nodesIn<T extends `${Node['type']}`>(
  root: Node,
  module: Pick<Module, 'ast' | 'visitorKeys'>,
  type: T,
): readonly NodeOf<Node, T>[] {
  const all = nodesOf(module, type);
  // Visitor keys may name what stands first later on.
  const sorted = byStart.get(all) ?? all.toSorted((left, right) => left.range[0] - right.range[0]);
  byStart.set(all, sorted);
  const [start, end] = root.range;
  const found: NodeOf<Node, T>[] = [];
  for (let index = firstFrom(sorted, start); index < sorted.length; index++) {
    const node = sorted[index];
    if (!node || node.range[0] >= end) break;
    // Under a type's name stand nodes of that type.
    if (node.range[1] <= end) found.push(node as NodeOf<Node, T>);
  }
  return found;
}

const byStart = new WeakMap<readonly Node[], readonly Node[]>();

/** The position of the first node that begins at `start` or behind it. */
function firstFrom(sorted: readonly Node[], start: number): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.range[0] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest ancestor that `test` accepts. */
export function ancestor<N extends Node>(node: Node, test: (node: Node) => node is N): N | undefined;
export function ancestor(node: Node, test: (node: Node) => boolean): Node | undefined;
export function ancestor(node: Node, test: (node: Node) => boolean): Node | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) if (test(parent)) return parent;
  return undefined;
}

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

/** What is below the node, the last first: the stack gives the first one next. */
function pushChildren(node: Node, visitorKeys: Module['visitorKeys'], stack: Node[]): void {
  const keys = visitorKeys[node.type];
  if (!keys) return;
  for (let at = keys.length - 1; at >= 0; at--) {
    // Visitor keys name the properties that hold nodes; the types can't say so.
    const value = (node as unknown as Record<string, unknown>)[keys[at] ?? ''];
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      for (let index = items.length - 1; index >= 0; index--) {
        const item = items[index];
        if (isNode(item)) stack.push(item);
      }
    } else if (isNode(value)) stack.push(value);
  }
}

function noteNodes(ast: TSESTree.Program): (node: Node) => void {
  const byType = new Map<string, Node[]>();
  known.set(ast, byType);
  return (node) => {
    const same = byType.get(node.type);
    if (same) same.push(node);
    else byType.set(node.type, [node]);
  };
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
