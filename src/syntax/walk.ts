import type { TSESTree } from '@typescript-eslint/types';
import type { Module, Node } from './module.js';

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
    if (visit(node) === false) continue;
    const children = childrenOf(node, visitorKeys);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) stack.push(child);
    }
  }
}

/** Sets `parent` on every node, as ESLint's own traversal does. */
export function attachParents(ast: TSESTree.Program, visitorKeys: Module['visitorKeys']): void {
  walk(ast, visitorKeys, (node) => {
    // The property is read-only in the types because parsers own it; this is the parser's last step.
    for (const child of childrenOf(node, visitorKeys)) (child as { parent?: Node }).parent = node;
  });
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

function childrenOf(node: Node, visitorKeys: Module['visitorKeys']): Node[] {
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    // Visitor keys name the properties that hold nodes; the types can't say so.
    const value = (node as unknown as Record<string, unknown>)[key];
    for (const item of Array.isArray(value) ? value : [value]) if (isNode(item)) children.push(item);
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
