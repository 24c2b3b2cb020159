import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node } from '../../src/syntax/module.js';
import { findVariable, keyName } from '../../src/syntax/scope.js';
import { ancestor } from '../../src/syntax/walk.js';

/** Its declaration allows `undefined` or `null`, or says that it is optional. */
export function mayBeMissing({ optional, typeAnnotation }: TSESTree.Identifier): boolean {
  return optional || isNullable(typeAnnotation?.typeAnnotation);
}

/** Names of the members that an object is declared to have for certain: by its type in this file, or as a class's fields. */
export function membersOf(object: TSESTree.Identifier | TSESTree.ThisExpression, module: Module): string[] {
  if (object.type === 'ThisExpression') return fieldsAround(object);
  const [name] = findVariable(object.name, object, module)?.identifiers ?? [];
  const type =
    name?.type === 'Identifier' && !name.optional ? name.typeAnnotation?.typeAnnotation : undefined;
  return (type ? signaturesOf(type, module) : []).flatMap((member) => {
    if (member.type !== 'TSPropertySignature' || member.optional) return [];
    const key = isNullable(member.typeAnnotation?.typeAnnotation) ? undefined : keyName(member);
    return key === undefined ? [] : [key];
  });
}

function signaturesOf(type: TSESTree.TypeNode, { ast }: Module): readonly TSESTree.TypeElement[] {
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return [];
  const { name } = type.typeName;
  for (const item of ast.body) {
    const declaration = item.type === 'ExportNamedDeclaration' ? item.declaration : item;
    if (declaration?.type === 'TSInterfaceDeclaration' && declaration.id.name === name)
      return declaration.body.body;
    const isAlias = declaration?.type === 'TSTypeAliasDeclaration' && declaration.id.name === name;
    if (isAlias && declaration.typeAnnotation.type === 'TSTypeLiteral')
      return declaration.typeAnnotation.members;
  }
  return [];
}

/** The fields of the class that `this` is an object of. */
function fieldsAround(node: Node): string[] {
  const body = ancestor(node, (parent): parent is TSESTree.ClassBody => parent.type === 'ClassBody');
  return (body?.body ?? []).flatMap((item) => {
    if (item.type === 'PropertyDefinition') {
      const isSet = item.value !== null || item.definite || item.typeAnnotation !== undefined;
      const isCertain =
        isSet && !item.static && !item.optional && !isNullable(item.typeAnnotation?.typeAnnotation);
      const key = isCertain ? keyName(item) : undefined;
      return key === undefined ? [] : [key];
    }
    if (item.type !== 'MethodDefinition' || item.kind !== 'constructor') return [];
    return item.value.params.flatMap((parameter) => {
      const name = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined;
      return name?.type === 'Identifier' && !mayBeMissing(name) ? [name.name] : [];
    });
  });
}

function isNullable(type: TSESTree.TypeNode | undefined): boolean {
  if (type?.type === 'TSUnionType') return type.types.some(isNullable);
  return type?.type === 'TSUndefinedKeyword' || type?.type === 'TSNullKeyword';
}
