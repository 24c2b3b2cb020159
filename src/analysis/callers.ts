import type { Module, Node } from '../syntax/module.js';
import { findVariable } from '../syntax/scope.js';
import type { FunctionNode } from '../syntax/walk.js';

/** Every call of a function that stays in the file; undefined when it may be called from elsewhere. */
export function callersOf(fn: FunctionNode, module: Module): Node[] | undefined {
  const declarator = fn.parent.type === 'VariableDeclarator' ? fn.parent : undefined;
  const name = fn.type === 'FunctionDeclaration' ? fn.id : declarator?.id;
  const statement = declarator ? declarator.parent : fn;
  if (name?.type !== 'Identifier' || statement.parent?.type.startsWith('Export')) return undefined;
  const variable = findVariable(name.name, fn.parent, module);
  if (!variable) return undefined;
  const calls: Node[] = [];
  for (const { identifier, init } of variable.references) {
    if (init) continue;
    const { parent } = identifier;
    if (parent.type !== 'CallExpression' || parent.callee !== identifier) return undefined;
    calls.push(parent);
  }
  return calls;
}
