import type { TSESTree } from '@typescript-eslint/types';

import { isClass } from './class-nodes.js';
import { exportedTerm } from './exports.js';
import { at, type Node, sourceOf, type Term } from './module.js';
import type { Budget } from './budget.js';
import { findVariable, keyName, patternPath } from './scope.js';
import { type FunctionNode, isFunction } from './walk.js';
import { typeArgumentsOf } from './type-arguments.js';

type Deref = (term: Term, budget: Budget) => Term;
type TypeTerm = Term<TSESTree.TypeNode>;

const FETCH = new Set(['fetch', 'globalThis.fetch', 'window.fetch', 'self.fetch']);

/** The declaration that a type's name leads to: a class or an interface of the project, or an import of a package. */
export type Declared =
  | { readonly kind: 'declaration'; readonly term: Term }
  /** The name as it is written, of a type that is not in reach. */
  | { readonly kind: 'name'; readonly term: Term<TSESTree.EntityName> };

/** What an expression is declared to be: by a parameter, a field, a function's return type, or a member of such a type. */
export function declaredType(term: Term, deref: Deref, budget: Budget): TypeTerm | undefined {
  if (budget.steps-- <= 0) return undefined;
  const { node } = term;
  switch (node.type) {
    case 'Identifier':
      return typeOfName(at(term, node), deref, budget);
    case 'PropertyDefinition':
      return wrap(term, node.typeAnnotation?.typeAnnotation);
    case 'TSParameterProperty':
      return declaredType(at(term, node.parameter), deref, budget);
    case 'AssignmentPattern':
      return declaredType(at(term, node.left), deref, budget);
    case 'AwaitExpression':
    case 'ChainExpression':
    case 'TSNonNullExpression': {
      const inner = node.type === 'AwaitExpression' ? node.argument : node.expression;
      return declaredType(at(term, inner), deref, budget);
    }
    case 'MemberExpression': {
      const name = keyName({ key: node.property, computed: node.computed });
      const object =
        name === undefined ? undefined : declaredType(deref(at(term, node.object), budget), deref, budget);
      return object && name !== undefined ? typeMember(object, name, budget) : undefined;
    }
    case 'CallExpression': {
      const callee = deref(at(term, node.callee), budget);
      return isFunction(callee.node) ? returnType(at(callee, callee.node)) : undefined;
    }
    default:
      return isFunction(node) && node.parent.type === 'MethodDefinition'
        ? returnType(at(term, node))
        : undefined;
  }
}

/** The declaration of a type: `Promise<T>` and `T | undefined` are T. */
export function declarationOf(type: TypeTerm): Declared | undefined {
  const bare = unwrapped(type);
  if (bare.node.type !== 'TSTypeReference') return undefined;
  const { typeName } = bare.node;
  if (typeName.type !== 'Identifier') return { kind: 'name', term: at(bare, typeName) };
  return declarationNamed(at(bare, typeName)) ?? { kind: 'name', term: at(bare, typeName) };
}

/** `typeof fetch`, and a type that is declared to be that. */
export function isTypeOfFetch(type: TypeTerm, depth = 2): boolean {
  const { node } = unwrapped(type);
  if (node.type === 'TSTypeQuery') return FETCH.has(sourceOf(at(type, node.exprName)));
  const declared = depth > 0 ? declarationOf(type) : undefined;
  return (
    declared?.kind === 'declaration' &&
    declared.term.node.type === 'TSTypeAliasDeclaration' &&
    isTypeOfFetch(at(declared.term, declared.term.node.typeAnnotation), depth - 1)
  );
}

/** The type of the member `name`, where the type is written out. */
function typeMember(type: TypeTerm, name: string, budget: Budget): TypeTerm | undefined {
  if (budget.steps-- <= 0) return undefined;
  const bare = unwrapped(type);
  if (bare.node.type === 'TSTypeLiteral') return signatureIn(bare, bare.node.members, name);
  const declared = declarationOf(bare);
  if (declared?.kind !== 'declaration') return undefined;
  const { term } = declared;
  if (term.node.type === 'TSInterfaceDeclaration') return signatureIn(term, term.node.body.body, name);
  if (term.node.type === 'TSTypeAliasDeclaration')
    return typeMember(at(term, term.node.typeAnnotation), name, budget);
  if (!isClass(term.node)) return undefined;
  for (const item of term.node.body.body)
    if (item.type === 'PropertyDefinition' && keyName(item) === name)
      return wrap(term, item.typeAnnotation?.typeAnnotation);
  return undefined;
}

function signatureIn(
  place: Term,
  members: readonly TSESTree.TypeElement[],
  name: string,
): TypeTerm | undefined {
  for (const item of members)
    if (item.type === 'TSPropertySignature' && keyName(item) === name)
      return wrap(place, item.typeAnnotation?.typeAnnotation);
  return undefined;
}

function typeOfName(term: Term<TSESTree.Identifier>, deref: Deref, budget: Budget): TypeTerm | undefined {
  const { node, module } = term;
  if (node.typeAnnotation) return wrap(term, node.typeAnnotation.typeAnnotation);
  const variable = findVariable(node.name, node, module);
  const [declared] = variable?.identifiers ?? [];
  if (!declared || declared.type !== 'Identifier') return undefined;
  if (declared.typeAnnotation) return wrap(term, declared.typeAnnotation.typeAnnotation);
  const pattern = patternOf(declared);
  if (!pattern) {
    const { parent } = declared;
    const isConst = parent.type === 'VariableDeclarator' && parent.id === declared;
    return isConst && parent.init ? declaredType(at(term, parent.init), deref, budget) : undefined;
  }
  // `({ transport }: Deps) => …`
  let type = wrap(term, pattern.typeAnnotation?.typeAnnotation);
  for (const name of patternPath(pattern, declared) ?? []) type = type && typeMember(type, name, budget);
  return type;
}

function patternOf(name: Node): TSESTree.ObjectPattern | undefined {
  let outer: TSESTree.ObjectPattern | undefined;
  for (
    let node: Node | undefined = name.parent;
    node && /Pattern$|^Property$/.test(node.type);
    node = node.parent
  )
    if (node.type === 'ObjectPattern') outer = node;
  return outer;
}

function returnType(fn: Term<FunctionNode>): TypeTerm | undefined {
  return wrap(fn, fn.node.returnType?.typeAnnotation);
}

function unwrapped(type: TypeTerm): TypeTerm {
  const { node } = type;
  if (node.type === 'TSUnionType') {
    const [only, second] = node.types.filter(
      ({ type }) => type !== 'TSNullKeyword' && type !== 'TSUndefinedKeyword',
    );
    return only && !second ? unwrapped(at(type, only)) : type;
  }
  if (node.type !== 'TSTypeReference' || node.typeName.type !== 'Identifier') return type;
  const [inner] = typeArgumentsOf(node);
  const isWrapper = ['Promise', 'Readonly', 'Required', 'Partial', 'NonNullable'].includes(
    node.typeName.name,
  );
  return isWrapper && inner ? unwrapped(at(type, inner)) : type;
}

function declarationNamed(name: Term<TSESTree.Identifier>): Declared | undefined {
  for (let scope = name.module.scopes.scopeAt(name.node); scope; scope = scope.upper) {
    const [definition] = scope.set.get(name.node.name)?.defs ?? [];
    if (!definition) continue;
    const { node, parent } = definition;
    if (definition.type === 'ImportBinding') {
      if (parent?.type !== 'ImportDeclaration') return undefined;
      const imported =
        node.type === 'ImportSpecifier'
          ? node.imported.type === 'Identifier'
            ? node.imported.name
            : node.imported.value
          : 'default';
      const other = name.module.link?.(parent.source.value);
      const exported = other && exportedTerm(other, imported);
      if (!exported) return undefined;
      return declarationAt(exported);
    }
    return { kind: 'declaration', term: at(name, node) };
  }
  return undefined;
}

/** What an exported name of a type declares. */
function declarationAt(term: Term): Declared | undefined {
  const { node } = term;
  if (isClass(node) || node.type === 'TSInterfaceDeclaration') return { kind: 'declaration', term };
  if (node.type !== 'Identifier') return undefined;
  const { parent } = node;
  const isOwn =
    parent.type === 'TSInterfaceDeclaration' || parent.type === 'TSTypeAliasDeclaration' || isClass(parent);
  return isOwn ? { kind: 'declaration', term: at(term, parent) } : declarationNamed(at(term, node));
}

function wrap(place: Term, node: TSESTree.TypeNode | undefined): TypeTerm | undefined {
  return node && at(place, node);
}
