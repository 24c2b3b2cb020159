import type { TSESTree } from '@typescript-eslint/types';

import { homeNodeAround, inferNodeAround, scopeNodeAround } from './scope-nodes.js';
import type { Definition, FunctionLike, FunctionType } from './types.js';

type Node = TSESTree.Node;

/** Notes a definition for the scope of a node; `isName` for the one that holds a function expression's own name. */
export type Declare = (scope: Node | undefined, definition: Definition, isName?: boolean) => void;

/** The types of nodes that {@link declarationsOf} knows. */
export const DECLARING = [
  'VariableDeclarator',
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'FunctionExpression',
  'TSDeclareFunction',
  'TSEmptyBodyFunctionExpression',
  'ClassDeclaration',
  'ClassExpression',
  'CatchClause',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'ImportSpecifier',
  'TSImportEqualsDeclaration',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSModuleDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSTypeParameter',
  'TSMappedType',
  'TSCallSignatureDeclaration',
  'TSConstructSignatureDeclaration',
  'TSConstructorType',
  'TSFunctionType',
  'TSMethodSignature',
] as const;

/** What a node declares, in source order, and for which scope. */
export function declarationsOf(node: Node, declare: Declare): void {
  switch (node.type) {
    case 'VariableDeclarator':
      return declareVariables(node, declare);
    case 'ArrowFunctionExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'TSDeclareFunction':
    case 'TSEmptyBodyFunctionExpression':
      return declareFunction(node, declare);
    case 'TSCallSignatureDeclaration':
    case 'TSConstructSignatureDeclaration':
    case 'TSConstructorType':
    case 'TSFunctionType':
    case 'TSMethodSignature':
      return declareParameters(node, declare);
    case 'ClassDeclaration':
    case 'ClassExpression': {
      if (!node.id) return;
      const definition = { type: 'ClassName', name: node.id, node, parent: null } as const;
      if (node.type === 'ClassDeclaration') declare(scopeNodeAround(node), definition);
      // In its body the name is the class, whatever becomes of the outer variable.
      return declare(node, definition);
    }
    case 'CatchClause':
      for (const name of namesIn(node.param))
        declare(node, { type: 'CatchClause', name, node, parent: null });
      return;
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ImportSpecifier': {
      const { local: name, parent } = node;
      if (parent.type !== 'ImportDeclaration') return;
      return declare(scopeNodeAround(parent), { type: 'ImportBinding', name, node, parent });
    }
    case 'TSImportEqualsDeclaration':
      return declare(scopeNodeAround(node), { type: 'ImportBinding', name: node.id, node, parent: node });
    case 'TSEnumDeclaration':
      return declare(scopeNodeAround(node), { type: 'TSEnumName', name: node.id, node, parent: null });
    case 'TSEnumMember':
      if (node.id.type === 'Identifier' || typeof node.id.value === 'string')
        declare(scopeNodeAround(node), { type: 'TSEnumMemberName', name: node.id, node, parent: null });
      return;
    case 'TSModuleDeclaration':
      // Not `declare module 'x'`, nor `declare global`.
      if (node.id.type === 'Identifier' && node.kind !== 'global')
        declare(scopeNodeAround(node), { type: 'TSModuleName', name: node.id, node, parent: null });
      return;
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return declare(scopeNodeAround(node), { type: 'Type', name: node.id, node, parent: null });
    case 'TSTypeParameter': {
      const scope = node.parent.type === 'TSInferType' ? inferNodeAround(node) : scopeNodeAround(node);
      return declare(scope, { type: 'Type', name: node.name, node, parent: null });
    }
    case 'TSMappedType':
      return declare(node, { type: 'Type', name: node.key, node, parent: null });
    default:
      return;
  }
}

function declareVariables(node: TSESTree.VariableDeclarator, declare: Declare): void {
  const { parent } = node;
  const scope = parent.kind === 'var' ? homeNodeAround(parent) : scopeNodeAround(parent);
  const { id } = node;
  if (id.type === 'Identifier') return declare(scope, { type: 'Variable', name: id, node, parent });
  for (const name of namesIn(id)) declare(scope, { type: 'Variable', name, node, parent });
}

function declareFunction(node: FunctionLike, declare: Declare): void {
  if (node.id) {
    const isName = node.type === 'FunctionExpression';
    const definition = { type: 'FunctionName', name: node.id, node, parent: null } as const;
    declare(isName ? node : scopeNodeAround(node), definition, isName);
  }
  declareParameters(node, declare);
}

function declareParameters(node: FunctionLike | FunctionType, declare: Declare): void {
  for (const parameter of node.params)
    if (parameter.type === 'Identifier')
      declare(node, { type: 'Parameter', name: parameter, node, parent: null });
    else
      for (const name of namesIn(parameter)) declare(node, { type: 'Parameter', name, node, parent: null });
}

/** The names that a pattern gives values to. */
function namesIn(pattern: Node | null, names: TSESTree.Identifier[] = []): TSESTree.Identifier[] {
  switch (pattern?.type) {
    case 'Identifier':
      names.push(pattern);
      break;
    case 'AssignmentPattern':
      return namesIn(pattern.left, names);
    case 'RestElement':
      return namesIn(pattern.argument, names);
    case 'TSParameterProperty':
      return namesIn(pattern.parameter, names);
    case 'ArrayPattern':
      for (const item of pattern.elements) namesIn(item, names);
      break;
    case 'ObjectPattern':
      for (const item of pattern.properties) namesIn(item.type === 'Property' ? item.value : item, names);
      break;
    default:
  }
  return names;
}
