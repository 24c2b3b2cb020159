import type { TSESTree } from '@typescript-eslint/types';

import type { Module } from '../module.js';
import { nodesOf, walk } from '../walk.js';

type Node = TSESTree.Node;

/** The names that something is assigned to in a file; most variables are constants. */
export function assignedNames(tree: Pick<Module, 'ast' | 'visitorKeys'>): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (target: Node): void => {
    // Patterns may hold a default value, whose names do no harm.
    if (target.type !== 'MemberExpression' && target.type !== 'VariableDeclaration')
      walk(target, tree.visitorKeys, (node) => void (node.type === 'Identifier' && names.add(node.name)));
  };
  for (const { left } of nodesOf(tree, 'AssignmentExpression')) add(left);
  for (const { argument } of nodesOf(tree, 'UpdateExpression')) add(argument);
  for (const { left } of nodesOf(tree, 'ForInStatement')) add(left);
  for (const { left } of nodesOf(tree, 'ForOfStatement')) add(left);
  return names;
}
