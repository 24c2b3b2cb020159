import type { TSESTree } from '@typescript-eslint/types';

import { entityOf } from '../syntax/entity.js';
import { type Module, termOf } from '../syntax/module.js';
import { bindingOf, findVariable } from '../syntax/scope.js';

type List = TSESTree.ArrayExpression | TSESTree.CallExpression;

/** Functions whose arguments are configs, or lists of configs. */
const TAKES_CONFIGS: Readonly<Record<string, string>> = {
  'eslint/config': 'defineConfig',
  '@eslint/config-helpers': 'defineConfig',
  'typescript-eslint': 'config',
  '@vue/eslint-config-typescript': 'defineConfigWithVueTs',
};

/** The list of configs that a flat config exports; undefined where an element more may not be one config more. */
export function configListOf(module: Module): List | undefined {
  const exported = exportedBy(module);
  const node = exported && valueOf(exported, module);
  if (node?.type === 'ArrayExpression') return node;
  if (node?.type !== 'CallExpression' || !takesConfigs(node, module)) return undefined;
  // `defineConfig([…])`
  const [only, more] = node.arguments;
  return only?.type === 'ArrayExpression' && !more ? only : node;
}

/** `export default x`, or `module.exports = x` as the only assignment to it. */
function exportedBy({ ast }: Module): TSESTree.Node | undefined {
  const exported = ast.body.flatMap((node): TSESTree.Node[] => {
    if (node.type === 'ExportDefaultDeclaration') return [node.declaration];
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') return [];
    const { left, right, operator } = node.expression;
    return operator === '=' && isModuleExports(left) ? [right] : [];
  });
  return exported.length === 1 ? exported[0] : undefined;
}

function isModuleExports(node: TSESTree.Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'exports'
  );
}

/** Without type assertions; a constant's own value. */
function valueOf(node: TSESTree.Node, module: Module): TSESTree.Node | undefined {
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression')
    return valueOf(node.expression, module);
  if (node.type !== 'Identifier') return node;
  const variable = findVariable(node.name, node, module);
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'value' || binding.path.length > 0) return undefined;
  // Not from constant to constant: two names may be two lists.
  return binding.node.type === 'Identifier' ? undefined : valueOf(binding.node, module);
}

function takesConfigs({ callee }: TSESTree.CallExpression, module: Module): boolean {
  const entity = entityOf(termOf(callee, module));
  if (entity?.kind !== 'module') return false;
  return entity.path.length === 1 && TAKES_CONFIGS[entity.source] === entity.path[0];
}
