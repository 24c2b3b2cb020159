import type { TSESTree } from '@typescript-eslint/types';

import { changedBy, inPattern, isTarget } from './written-names.js';

type Node = TSESTree.Node;
export type Name = TSESTree.Identifier | TSESTree.JSXIdentifier;

/** How an identifier stands for a variable. */
export interface Mention {
  readonly meaning: 'value' | 'type' | 'any';
  /** What it does to the variable; several things where a pattern has default values. */
  readonly acts: readonly Act[];
}

export interface Act {
  readonly isRead: boolean;
  readonly isWrite: boolean;
  readonly init: boolean;
  readonly writeExpr?: Node | null;
}

const READ: readonly Act[] = [{ isRead: true, isWrite: false, init: false }];
const VALUE: Mention = { meaning: 'value', acts: READ };
const TYPE: Mention = { meaning: 'type', acts: READ };
const EITHER: Mention = { meaning: 'any', acts: READ };

/** How an identifier stands for a variable; undefined for the name of a member, a label, and what only declares. */
export function mentionOf(node: Name): Mention | undefined {
  const { parent } = node;
  switch (parent.type) {
    case 'MemberExpression':
      if (parent.property === node && !parent.computed) return undefined;
      return isHeritage(parent) ? TYPE : VALUE;
    case 'Property':
      if (parent.value !== node) return parent.computed ? VALUE : undefined;
      return parent.parent.type === 'ObjectPattern' ? inPattern(node) : VALUE;
    case 'AssignmentPattern':
      return parent.left === node ? inPattern(node) : VALUE;
    case 'ArrayPattern':
    case 'RestElement':
      return inPattern(node);
    case 'VariableDeclarator':
      return parent.id === node ? inPattern(node) : VALUE;
    case 'AssignmentExpression':
      return parent.left === node ? inPattern(node) : VALUE;
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node ? inPattern(node) : VALUE;
    case 'UpdateExpression':
      return changedBy(null);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
      return isTarget(parent) ? inPattern(node) : VALUE;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractMethodDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'TSAbstractAccessorProperty':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      // Parameters of a signature are declared by it.
      if (parent.type === 'TSMethodSignature' && parent.key !== node) return undefined;
      return parent.key === node && !parent.computed ? undefined : VALUE;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === node ? VALUE : undefined;
    case 'ArrowFunctionExpression':
      return parent.body === node ? VALUE : undefined;
    case 'TSEnumMember':
      return parent.id === node ? undefined : VALUE;
    case 'ExportSpecifier':
      return exportedBy(node, parent);
    case 'ExportDefaultDeclaration':
    case 'TSExportAssignment':
      return EITHER;
    case 'TSTypeReference':
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
      return TYPE;
    case 'TSQualifiedName':
      return parent.left === node ? inQualifiedName(parent) : undefined;
    case 'TSImportEqualsDeclaration':
      return parent.id === node ? undefined : VALUE;
    case 'JSXOpeningElement':
    case 'JSXClosingElement':
      // `<div>` is no variable.
      return /^[a-z]/.test(node.name) ? undefined : VALUE;
    case 'JSXMemberExpression':
      return parent.object === node ? VALUE : undefined;
    case 'BreakStatement':
    case 'CatchClause':
    case 'ContinueStatement':
    case 'ExportAllDeclaration':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ImportAttribute':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ImportSpecifier':
    case 'JSXAttribute':
    case 'LabeledStatement':
    case 'MetaProperty':
    case 'TSCallSignatureDeclaration':
    case 'TSConstructSignatureDeclaration':
    case 'TSConstructorType':
    case 'TSDeclareFunction':
    case 'TSEmptyBodyFunctionExpression':
    case 'TSEnumDeclaration':
    case 'TSFunctionType':
    case 'TSImportType':
    case 'TSIndexSignature':
    case 'TSInterfaceDeclaration':
    case 'TSMappedType':
    case 'TSModuleDeclaration':
    case 'TSNamedTupleMember':
    case 'TSParameterProperty':
    case 'TSTypeAliasDeclaration':
    case 'TSTypeParameter':
      return undefined;
    default:
      return VALUE;
  }
}

/** `export { a }`, but not `export { a } from 'b'`. */
function exportedBy(node: Name, specifier: TSESTree.ExportSpecifier): Mention | undefined {
  if (specifier.local !== node) return undefined;
  const declaration = specifier.parent;
  if (declaration.type !== 'ExportNamedDeclaration' || declaration.source) return undefined;
  return specifier.exportKind === 'type' || declaration.exportKind === 'type' ? TYPE : EITHER;
}

/** `interface A extends b.C {}` */
function isHeritage(access: TSESTree.MemberExpression): boolean {
  const { parent } = access;
  if (parent.type === 'MemberExpression') return parent.object === access && isHeritage(parent);
  return parent.type === 'TSInterfaceHeritage' || parent.type === 'TSClassImplements';
}

function inQualifiedName(name: TSESTree.TSQualifiedName): Mention | undefined {
  const { parent } = name;
  switch (parent.type) {
    case 'TSQualifiedName':
      return inQualifiedName(parent);
    case 'TSTypeQuery':
    case 'TSImportEqualsDeclaration':
      return VALUE;
    case 'TSImportType':
    case 'TSModuleDeclaration':
      return undefined;
    default:
      return TYPE;
  }
}
