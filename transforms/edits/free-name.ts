import type { Module, Node } from '../../src/syntax/module.js';
import { findVariable } from '../../src/syntax/scope.js';
import { ancestor, walk } from '../../src/syntax/walk.js';

/** The first of `names`, else one with a number, that means nothing around `node` yet. */
export function freeName(names: readonly [string, ...string[]], node: Node, module: Module): string {
  const used = namesAround(node, module);
  const isFree = (name: string): boolean => !used.has(name) && !findVariable(name, node, module);
  const free = names.find(isFree);
  if (free !== undefined) return free;
  const last = names.at(-1) ?? names[0];
  for (let count = 2; ; count++) if (isFree(last + String(count))) return last + String(count);
}

/** What the statement of the file says that `node` stands in. */
function namesAround(node: Node, { ast, visitorKeys }: Module): Set<string> {
  const isTopLevel = (parent: Node): boolean => parent.parent === ast;
  const names = new Set<string>();
  walk(ancestor(node, isTopLevel) ?? ast, visitorKeys, (child) => {
    if (child.type === 'Identifier' && !isPropertyName(child)) names.add(child.name);
  });
  return names;
}

function isPropertyName(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand;
}
