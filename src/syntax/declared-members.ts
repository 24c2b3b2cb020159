import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from './module.js';
import { keyName } from './scope.js';

/** The value of a member that an enum, a class (`static`) or an array literal declares. */
export function declaredMember(node: Node, name: string): Node | undefined {
  switch (node.type) {
    case 'TSEnumDeclaration': {
      const member = enumMembers(node).find((item) => enumKey(item) === name);
      return member?.initializer ?? member;
    }
    case 'ArrayExpression': {
      // A spread before it shifts the positions.
      const fixed = node.elements.every((item) => item?.type !== 'SpreadElement');
      return (fixed && node.elements[Number(name)]) || undefined;
    }
    case 'TSModuleDeclaration':
      return namespaceMember(node, name);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.body.body.map((item) => staticValue(item, name)).find((value) => value !== undefined);
    default:
      return undefined;
  }
}

/** `export const a = …` and `export function a() {}` of a namespace. */
function namespaceMember({ body }: TSESTree.TSModuleDeclaration, name: string): Node | undefined {
  if (body?.type !== 'TSModuleBlock') return undefined;
  for (const statement of body.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = statement;
    if (declaration?.type === 'FunctionDeclaration' && declaration.id?.name === name) return declaration;
    if (declaration?.type !== 'VariableDeclaration') continue;
    const found = declaration.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name);
    if (found) return found.id;
  }
  return undefined;
}

function staticValue(item: TSESTree.ClassElement, name: string): Node | undefined {
  switch (item.type) {
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return (item.static && keyName(item) === name && item.value) || undefined;
    case 'MethodDefinition':
      return item.static && item.kind === 'method' && keyName(item) === name ? item.value : undefined;
    default:
      return undefined;
  }
}

/** Older parsers have the members on the declaration itself. */
export function enumMembers(node: TSESTree.TSEnumDeclaration): readonly TSESTree.TSEnumMember[] {
  // Both are there in the types; reading the old one warns where there is the new one.
  const { body } = node as { body?: TSESTree.TSEnumBody };
  return body ? body.members : node.members;
}

function enumKey({ id }: TSESTree.TSEnumMember): string | undefined {
  return id.type === 'Identifier' ? id.name : String(id.value);
}
