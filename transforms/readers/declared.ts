import type { TSESTree } from '@typescript-eslint/types';

import { type Module, type Node } from '../../src/syntax/module.js';
import { keyName } from '../../src/syntax/scope.js';
import { typeArgumentsOf } from '../../src/syntax/type-arguments.js';

/** What a declared type says of a member. */
export type DeclaredMember =
  /** It says nothing that a read could contradict. */
  | { readonly kind: 'any' }
  /** The type is not in reach, or in a form that is not looked into. */
  | { readonly kind: 'unclear' }
  | {
      readonly kind: 'member';
      readonly signature: TSESTree.TSPropertySignature;
      /** The name of the interface or the alias that the signature stands in; undefined for a type written in place. */
      readonly name: TSESTree.Identifier | undefined;
    };

type TypeArguments = ReadonlyMap<string, TSESTree.TypeNode>;

/** Wrappers that change nothing of the members. */
const TRANSPARENT = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'NonNullable']);
const UNCLEAR: DeclaredMember = { kind: 'unclear' };
/** Types in types; more is nobody's. */
const DEPTH = 20;

/** Follows a type of this file down a path, as far as interfaces, aliases and literals tell. */
export function declaredMember(
  type: TSESTree.TypeNode,
  path: readonly string[],
  module: Module,
  name?: TSESTree.Identifier,
  given: TypeArguments = new Map(),
  depth = DEPTH,
): DeclaredMember {
  const inside = (next: TSESTree.TypeNode, below = path, args = given, of = name): DeclaredMember =>
    depth > 0 ? declaredMember(next, below, module, of, args, depth - 1) : UNCLEAR;
  switch (type.type) {
    case 'TSAnyKeyword':
      return { kind: 'any' };
    case 'TSUnionType': {
      const [only, second] = type.types.filter(({ type }) => !/^TS(?:Null|Undefined)Keyword$/.test(type));
      return only && !second ? inside(only) : UNCLEAR;
    }
    case 'TSTypeLiteral':
      return memberOf(type.members, path, name, inside);
    case 'TSTypeReference': {
      const { typeName } = type;
      const typeArguments = typeArgumentsOf(type);
      if (typeName.type !== 'Identifier') return UNCLEAR;
      const bound = given.get(typeName.name);
      if (bound) return inside(bound);
      const [first] = typeArguments;
      if (TRANSPARENT.has(typeName.name) && first) return inside(first);
      const declared = declarationOf(typeName, module);
      if (!declared) return UNCLEAR;
      const args = new Map(
        (declared.typeParameters?.params ?? []).flatMap((parameter, index) => {
          const argument = typeArguments[index] ?? parameter.default;
          return argument ? [[parameter.name.name, substituted(argument, given)]] : [];
        }),
      );
      if (declared.type === 'TSTypeAliasDeclaration')
        return inside(declared.typeAnnotation, path, args, declared.id);
      if (declared.extends.length > 0) return UNCLEAR;
      return memberOf(declared.body.body, path, declared.id, (next, below) => inside(next, below, args));
    }
    default:
      return UNCLEAR;
  }
}

function memberOf(
  members: readonly TSESTree.TypeElement[],
  [first = '', ...rest]: readonly string[],
  name: TSESTree.Identifier | undefined,
  inside: (type: TSESTree.TypeNode, path: readonly string[]) => DeclaredMember,
): DeclaredMember {
  const signature = members.find(
    (item): item is TSESTree.TSPropertySignature =>
      item.type === 'TSPropertySignature' && keyName(item) === first,
  );
  if (!signature) return UNCLEAR;
  if (rest.length === 0) return { kind: 'member', signature, name };
  return signature.typeAnnotation ? inside(signature.typeAnnotation.typeAnnotation, rest) : { kind: 'any' };
}

/** `Answer<T>` within a declaration that has a T of its own. */
function substituted(type: TSESTree.TypeNode, given: TypeArguments): TSESTree.TypeNode {
  const name =
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : '';
  return given.get(name) ?? type;
}

/** The interface or the alias of this file that a type's name means, where it is declared once. */
function declarationOf(
  { name }: TSESTree.Identifier,
  { ast }: Module,
): TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration | undefined {
  const [found, second] = ast.body.flatMap((statement) => {
    const node: Node | null = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const isType = node?.type === 'TSInterfaceDeclaration' || node?.type === 'TSTypeAliasDeclaration';
    return isType && node.id.name === name ? [node] : [];
  });
  return second ? undefined : found;
}
