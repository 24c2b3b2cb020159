import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

import type { Node, Term } from './module.js';
import { findVariable, keyName } from './scope.js';

/** A member of a variable that is assigned or called: `config.headers.x = …`, `headers.set(…)`. */
export interface Use {
  readonly path: readonly string[];
  readonly node: TSESTree.AssignmentExpression | TSESTree.CallExpression;
}

/** What the file does to the members of the variable that `term` names, in source order. */
export function usesOf(term: Term): Use[] {
  if (term.node.type !== 'Identifier') return [];
  const variable = findVariable(term.node.name, term.node, term.module);
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const use = useOf(identifier);
    return use ? [use] : [];
  });
}

function useOf(identifier: Node): Use | undefined {
  const path: string[] = [];
  let node: Node = identifier;
  for (let parent = node.parent; parent?.type === 'MemberExpression'; parent = node.parent) {
    const name = keyName({ key: parent.property, computed: parent.computed });
    if (parent.object !== node || name === undefined) return undefined;
    path.push(name);
    node = parent;
  }
  const { parent } = node;
  if (path.length === 0) return undefined;
  if (parent?.type === 'AssignmentExpression' && parent.left === node) return { path, node: parent };
  return parent?.type === 'CallExpression' && parent.callee === node ? { path, node: parent } : undefined;
}

/** The references that read a variable, or its member `key`: `PATHS.other` is no read of `PATHS.link`. */
export function readsOf(variable: Variable, key: string | undefined): Node[] {
  return variable.references.flatMap(({ identifier, init }) => {
    if (init) return [];
    const { parent } = identifier;
    if (parent.type === 'AssignmentExpression' && parent.left === identifier) return [];
    if (parent.type === 'MemberExpression' && parent.object === identifier) {
      const name = keyName({ key: parent.property, computed: parent.computed });
      if (key !== undefined && name !== undefined && name !== key) return [];
      // `config.url = …` writes it.
      if (parent.parent.type === 'AssignmentExpression' && parent.parent.left === parent) return [];
    }
    return [identifier];
  });
}
