import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node } from './module.js';
import { findVariable } from './scope.js';
import { ancestor, isFunction, walk } from './walk.js';

/** Globals of the language and of Node that a configured expression may use. */
const GLOBALS = new Set(
  'Array BigInt Boolean Buffer Date JSON Math Number Object Promise Set Map String Symbol URL crypto globalThis parseInt process structuredClone undefined'.split(
    ' ',
  ),
);
const KEYWORDS = new Set(
  'await new typeof void null true false this in instanceof return async function'.split(' '),
);

/** The free names of an expression given as text; a name too many is better than one too few. */
export function namesIn(expression: string): string[] {
  const code = expression.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
  const names = [...code.matchAll(/(?<![\w$.])[A-Za-z_$][\w$]*(?!\s*:)/g)].map(([name]) => name);
  return [...new Set(names)].filter((name) => !KEYWORDS.has(name));
}

/** Whether `name` can be used at `node`: a global, or a variable that has its value by then. */
export function isUsable(name: string, node: Node, module: Module): boolean {
  const variable = findVariable(name, node, module);
  if (!variable) return GLOBALS.has(name);
  const [definition] = variable.identifiers;
  if (!definition) return false;
  // A function that runs later sees what is declared below it.
  return definition.range[0] < node.range[0] || functionOf(definition) !== functionOf(node);
}

/** Whether every name in `expression` means the same at `node`. */
export function meansTheSameAt(expression: Node, node: Node, module: Module): boolean {
  let same = true;
  walk(expression, module.visitorKeys, (child) => {
    if (child.type === 'Identifier' && !isPropertyName(child))
      same &&= findVariable(child.name, child, module) === findVariable(child.name, node, module);
    if (child.type === 'ThisExpression') same &&= methodOf(child) === methodOf(node);
  });
  return same;
}

/** Whether `await` may stand at `node`. */
export function mayAwait(node: Node, module: Module): boolean {
  const fn = functionOf(node);
  if (fn && isFunction(fn)) return fn.async;
  return module.ast.sourceType === 'module';
}

function functionOf(node: Node): Node | undefined {
  return ancestor(node, isFunction);
}

/** The function whose `this` holds at `node`. */
function methodOf(node: Node): Node | undefined {
  return ancestor(node, (parent) => isFunction(parent) && parent.type !== 'ArrowFunctionExpression');
}

function isPropertyName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand;
}
