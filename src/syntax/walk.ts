import type { TSESTree } from '@typescript-eslint/types';
import { firstIndex } from './first-index.js';
import type { Module, Node } from './module.js';
import { endOf, rangeOf, startOf } from './ranges.js';

type NodeOf<N extends Node, T> = N extends Node ? (`${N['type']}` extends T ? N : never) : never;

const NONE: readonly Node[] = [];
const NO_KEYS: readonly string[] = [];
/** The nodes of one type, and the names of the properties that hold their children. */
interface Kind {
  readonly nodes: Node[];
  readonly keys: readonly string[];
}

const known = new WeakMap<TSESTree.Program, Map<string, Kind>>();

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
    if (visit(node) !== false) pushChildren(node, visitorKeys[node.type] ?? NO_KEYS, stack);
  }
}

/**
 * Sets `parent` on every node, as ESLint's own traversal does.
 *
 * @returns how many nodes there are at most from the program down to one
 */
export function attachParents(ast: TSESTree.Program, visitorKeys: Module['visitorKeys']): number {
  const kinds = noted(ast);
  const stack: Node[] = [ast];
  const levels = [1];
  let deepest = 1;
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { nodes, keys } = kinds.get(node.type) ?? newKind(kinds, node.type, visitorKeys);
    nodes.push(node);
    const level = (levels[stack.length] ?? 0) + 1;
    if (level > deepest) deepest = level;
    const first = stack.length;
    pushChildren(node, keys, stack);
    for (let index = first; index < stack.length; index++) {
      // The property is read-only in the types because parsers own it; this is the parser's last step.
      (stack[index] as { parent?: Node }).parent = node;
      levels[index] = level;
    }
  }
  return deepest;
}

/**
 * Takes what somebody else's walk through a tree found, who has just done it.
 *
 * @param visitAll calls `visit` for all nodes, parents first, in source order
 */
export function noteNodes(
  { ast, visitorKeys }: Pick<Module, 'ast' | 'visitorKeys'>,
  visitAll: (visit: (node: Node) => void) => void,
): void {
  if (known.has(ast)) return;
  const kinds = noted(ast);
  visitAll((node) => note(node, kinds, visitorKeys));
}

/** The nodes of one type in a file, in source order, parents first: a walk through a large file costs. */
export function nodesOf<T extends `${Node['type']}`>(
  { ast, visitorKeys }: Pick<Module, 'ast' | 'visitorKeys'>,
  type: T,
): readonly NodeOf<Node, T>[] {
  const kinds = known.get(ast) ?? noteAll(ast, visitorKeys);
  // Under a type's name stand nodes of that type.
  return (kinds.get(type)?.nodes ?? NONE) as readonly NodeOf<Node, T>[];
}

/** The nodes of one type in `root`, itself among them, in source order. */
export function nodesIn<T extends `${Node['type']}`>(
  root: Node,
  module: Pick<Module, 'ast' | 'visitorKeys'>,
  type: T,
): readonly NodeOf<Node, T>[] {
  const sorted = sortedNodesOf(module, type);
  const [start, end] = rangeOf(root);
  const found: NodeOf<Node, T>[] = [];
  const first = firstIndex(sorted, (node) => startOf(node) >= start);
  for (let index = first; index < sorted.length; index++) {
    const node = sorted[index];
    if (!node || startOf(node) >= end) break;
    // Under a type's name stand nodes of that type.
    if (endOf(node) <= end) found.push(node as NodeOf<Node, T>);
  }
  return found;
}

function sortedNodesOf(
  module: Pick<Module, 'ast' | 'visitorKeys'>,
  type: `${Node['type']}`,
): readonly Node[] {
  const all = nodesOf(module, type);
  const before = byStart.get(all);
  if (before) return before;
  // Visitor keys may name what stands first later on; most lists are in order.
  const isSorted = all.every((node, index) => startOf(node) >= startOf(all[index - 1] ?? node));
  const sorted = isSorted ? all : all.toSorted((left, right) => startOf(left) - startOf(right));
  byStart.set(all, sorted);
  return sorted;
}

const byStart = new WeakMap<readonly Node[], readonly Node[]>();

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

/** What is right below a node, in the order of the visitor keys. */
export function childrenOf(node: Node, visitorKeys: Module['visitorKeys']): readonly Node[] {
  const children: Node[] = [];
  pushChildren(node, visitorKeys[node.type] ?? NO_KEYS, children);
  return children.reverse();
}

/** What is below the node, the last first: the stack gives the first one next. */
function pushChildren(node: Node, keys: readonly string[], stack: Node[]): void {
  for (let at = keys.length - 1; at >= 0; at--) {
    // Visitor keys name the properties that hold nodes; the types can't say so.
    const value = (node as unknown as Record<string, unknown>)[keys[at] ?? ''];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      for (let index = items.length - 1; index >= 0; index--) {
        const item = items[index];
        if (isNode(item)) stack.push(item);
      }
    } else if (isNode(value)) stack.push(value);
  }
}

function noted(ast: TSESTree.Program): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  known.set(ast, kinds);
  return kinds;
}

function newKind(kinds: Map<string, Kind>, type: string, visitorKeys: Module['visitorKeys']): Kind {
  const kind: Kind = { nodes: [], keys: visitorKeys[type] ?? NO_KEYS };
  kinds.set(type, kind);
  return kind;
}

function noteAll(ast: TSESTree.Program, visitorKeys: Module['visitorKeys']): ReadonlyMap<string, Kind> {
  const kinds = noted(ast);
  walk(ast, visitorKeys, (node) => note(node, kinds, visitorKeys));
  return kinds;
}

function note(node: Node, kinds: Map<string, Kind>, visitorKeys: Module['visitorKeys']): void {
  (kinds.get(node.type) ?? newKind(kinds, node.type, visitorKeys)).nodes.push(node);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
