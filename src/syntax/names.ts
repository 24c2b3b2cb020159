import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node } from './module.js';
import { isWithin, startOf } from './ranges.js';
import { findVariable } from './scope.js';
import type { Variable } from './scopes/types.js';
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
  return hasItsValue(variable, node);
}

/** A function that runs later sees what is declared below it; a declaration does not see its own name yet. */
function hasItsValue({ identifiers: [definition], defs }: Variable, node: Node): boolean {
  if (!definition) return false;
  if (functionOf(definition) !== functionOf(node)) return true;
  const isInside = defs.some((own) => own.type === 'Variable' && isWithin(node, own.node));
  return startOf(definition) < startOf(node) && !isInside;
}

/** Whether every name in `expression` means the same at `node`, and has its value there. */
export function meansTheSameAt(expression: Node, node: Node, module: Module): boolean {
  let same = isSameFunction(expression, node);
  walk(expression, module.visitorKeys, (child) => {
    if (child.type === 'Identifier' && !isPropertyName(child)) {
      const variable = findVariable(child.name, child, module);
      same &&= variable === findVariable(child.name, node, module);
      same &&= !variable || isOwnOf(variable, expression) || hasItsValue(variable, node);
    }
    if (child.type === 'ThisExpression') same &&= methodOf(child) === methodOf(node);
  });
  return same;
}

/** The expression's own names, such as the parameters of a callback in it. */
function isOwnOf({ identifiers }: Variable, expression: Node): boolean {
  return identifiers.every((name) => isWithin(name, expression));
}

/** Whether two nodes run in the same call of a function. */
export function isSameFunction(left: Node, right: Node): boolean {
  return functionOf(left) === functionOf(right);
}

/** Whether `this` at `node` is an object of a class, as far as its text tells. */
export function isInMethod(node: Node): boolean {
  const parent = (methodOf(node) ?? ancestor(node, ({ type }) => type === 'PropertyDefinition'))?.parent;
  return (
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'PropertyDefinition' ||
    parent?.type === 'ClassBody'
  );
}

/** Whether `await` may stand at `node`. */
export function mayAwait(node: Node, module: Module): boolean {
  const fn = ancestor(
    node,
    (parent) => isFunction(parent) || parent.type === 'PropertyDefinition' || parent.type === 'StaticBlock',
  );
  // `kyc = await …` in a class body is a syntax error.
  if (fn && !isFunction(fn)) return false;
  if (fn) return fn.async;
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
