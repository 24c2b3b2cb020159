import type { TSESTree } from '@typescript-eslint/types';

type Node = TSESTree.Node;

/**
 * What the analysis asks of the scopes of a file. The command line builds them itself ({@link FileScopes}); in ESLint they
 * are those of the parser's scope manager.
 */
export interface Scopes {
  /** The scope that holds at a node; for a node that has one, that one. */
  scopeAt(node: Node): Scope | null;
  /** The variables that a node declares: a class and a function their own name first. */
  getDeclaredVariables(node: Node): readonly Variable[];
}

export interface Scope {
  readonly upper: Scope | null;
  /** What it declares, by name. */
  readonly set: ReadonlyMap<string, Variable>;
}

export interface Variable {
  readonly name: string;
  readonly scope: Scope;
  /** In source order, like all the lists here. */
  readonly defs: readonly Definition[];
  readonly identifiers: readonly TSESTree.Identifier[];
  readonly references: readonly Reference[];
  /** Those of them that write it later than its declaration, where that is known without finding all of them. */
  readonly assignments?: readonly Reference[];
}

/** One mention of a variable; a pattern with a default value writes it twice. */
export interface Reference {
  readonly identifier: TSESTree.Identifier | TSESTree.JSXIdentifier;
  /** It is written with its declaration. */
  readonly init?: boolean | undefined;
  /** What is written to it, or holds that: `b` of `({ a } = b)`. */
  readonly writeExpr?: Node | null | undefined;
  isRead(): boolean;
  isWrite(): boolean;
}

export type Definition =
  | Defined<'Variable', TSESTree.VariableDeclarator, TSESTree.VariableDeclaration>
  | Defined<'Parameter', ParameterOwner>
  | Defined<'FunctionName', FunctionLike>
  | Defined<'ClassName', TSESTree.ClassDeclaration | TSESTree.ClassExpression>
  | Defined<'CatchClause', TSESTree.CatchClause>
  | Defined<'ImportBinding', TSESTree.ImportClause, TSESTree.ImportDeclaration>
  | Defined<'ImportBinding', TSESTree.TSImportEqualsDeclaration, TSESTree.TSImportEqualsDeclaration>
  | Defined<'TSEnumName', TSESTree.TSEnumDeclaration>
  | Defined<'TSEnumMemberName', TSESTree.TSEnumMember>
  | Defined<'TSModuleName', TSESTree.TSModuleDeclaration>
  | Defined<'Type', TypeDeclaration>;

interface Defined<T extends string, N extends Node, P extends Node | null = null> {
  readonly type: T;
  /** The name, as it is written here. */
  readonly name: TSESTree.Identifier | TSESTree.StringLiteral;
  readonly node: N;
  readonly parent: P;
}

export type FunctionLike =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSDeclareFunction
  | TSESTree.TSEmptyBodyFunctionExpression;

export type FunctionType =
  | TSESTree.TSCallSignatureDeclaration
  | TSESTree.TSConstructSignatureDeclaration
  | TSESTree.TSConstructorType
  | TSESTree.TSFunctionType
  | TSESTree.TSMethodSignature;

type ParameterOwner = FunctionLike | FunctionType;

type TypeDeclaration =
  | TSESTree.TSInterfaceDeclaration
  | TSESTree.TSTypeAliasDeclaration
  | TSESTree.TSTypeParameter
  | TSESTree.TSMappedType;
