import type { TSESTree } from '@typescript-eslint/types';

import { exportedTerm } from '../../src/syntax/exports.js';
import { at, type Module, type Node, type Term, termOf } from '../../src/syntax/module.js';
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
      /** The file that it stands in. */
      readonly module: Module;
      /** The name of the interface or the alias that the signature stands in; undefined for a type written in place. */
      readonly name: TSESTree.Identifier | undefined;
    };

type TypeArguments = ReadonlyMap<string, Term<TSESTree.TypeNode>>;

/** Wrappers that change nothing of the members. */
const TRANSPARENT = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'NonNullable']);
const UNCLEAR: DeclaredMember = { kind: 'unclear' };
/** Types in types; more is nobody's. */
const DEPTH = 20;

/** Follows a type down a path, as far as interfaces, aliases and literals tell, in whichever file they stand. */
export function declaredMember(
  term: Term<TSESTree.TypeNode>,
  path: readonly string[],
  name?: TSESTree.Identifier,
  given: TypeArguments = new Map(),
  depth = DEPTH,
): DeclaredMember {
  const { node: type } = term;
  const follow = (
    next: Term<TSESTree.TypeNode>,
    below = path,
    args: TypeArguments = given,
    of = name,
  ): DeclaredMember => (depth > 0 ? declaredMember(next, below, of, args, depth - 1) : UNCLEAR);
  const inside = (next: TSESTree.TypeNode, below = path): DeclaredMember => follow(at(term, next), below);
  switch (type.type) {
    case 'TSAnyKeyword':
      return { kind: 'any' };
    case 'TSUnionType': {
      const [only, second] = type.types.filter(({ type }) => !/^TS(?:Null|Undefined)Keyword$/.test(type));
      return only && !second ? inside(only) : UNCLEAR;
    }
    case 'TSTypeLiteral':
      return memberOf(at(term, type).module, type.members, path, name, inside);
    case 'TSTypeReference': {
      const { typeName } = type;
      const typeArguments = typeArgumentsOf(type);
      if (typeName.type !== 'Identifier') return UNCLEAR;
      const bound = given.get(typeName.name);
      if (bound) return follow(bound);
      const [first] = typeArguments;
      if (TRANSPARENT.has(typeName.name) && first) return inside(first);
      const found = declarationOf(typeName.name, term.module);
      if (!found) return UNCLEAR;
      const { node: declared, module } = found;
      const args = new Map(
        (declared.typeParameters?.params ?? []).flatMap((parameter, index) => {
          const argument = typeArguments[index] ?? parameter.default;
          return argument
            ? [[parameter.name.name, substituted(at(typeArguments[index] ? term : found, argument), given)]]
            : [];
        }),
      );
      if (declared.type === 'TSTypeAliasDeclaration')
        return follow(at(found, declared.typeAnnotation), path, args, declared.id);
      if (declared.extends.length > 0) return UNCLEAR;
      return memberOf(module, declared.body.body, path, declared.id, (next, below) =>
        follow(at(found, next), below, args, declared.id),
      );
    }
    default:
      return UNCLEAR;
  }
}

function memberOf(
  module: Module,
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
  if (rest.length === 0) return { kind: 'member', signature, module, name };
  return signature.typeAnnotation ? inside(signature.typeAnnotation.typeAnnotation, rest) : { kind: 'any' };
}

/** `Answer<T>` within a declaration that has a T of its own. */
function substituted(term: Term<TSESTree.TypeNode>, given: TypeArguments): Term<TSESTree.TypeNode> {
  const { node } = term;
  const name =
    node.type === 'TSTypeReference' && node.typeName.type === 'Identifier' ? node.typeName.name : '';
  return given.get(name) ?? term;
}

/** `Response`, `Promise<AxiosResponse>`: the client's own, which says nothing of what is in the body. */
export function isOpenResponse({ node: type, module }: Term<TSESTree.TypeNode>): boolean {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  const { name } = type.typeName;
  const [inner] = typeArgumentsOf(type);
  if (inner) return name === 'Promise' && isOpenResponse(termOf(inner, module));
  return ['Response', 'AxiosResponse'].includes(name) && !declarationOf(name, module);
}

type Declaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** The interface or the alias that a type's name means, where it is declared once, in this file or in another. */
function declarationOf(name: string, module: Module): Term<Declaration> | undefined {
  const [found, second] = module.ast.body.flatMap((statement) => {
    const node: Node | null = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const isType = node?.type === 'TSInterfaceDeclaration' || node?.type === 'TSTypeAliasDeclaration';
    return isType && node.id.name === name ? [node] : [];
  });
  if (found) return second ? undefined : termOf(found, module);
  const exported = importedName(name, module);
  const { node: id, module: home } = exported ?? {};
  return id?.type === 'Identifier' && home && home !== module ? declarationOf(id.name, home) : undefined;
}

/** What an imported name is where it is declared. */
function importedName(name: string, module: Module): Term | undefined {
  for (const statement of module.ast.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const specifier = statement.specifiers.find(({ local }) => local.name === name);
    const other = specifier && module.link?.(statement.source.value);
    if (!other) continue;
    if (specifier.type === 'ImportSpecifier') {
      const { imported } = specifier;
      return exportedTerm(other, imported.type === 'Identifier' ? imported.name : imported.value);
    }
    return specifier.type === 'ImportDefaultSpecifier' ? exportedTerm(other, 'default') : undefined;
  }
  return undefined;
}
