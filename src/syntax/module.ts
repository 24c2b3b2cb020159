import type { TSESTree } from '@typescript-eslint/types';
import { rangeOf } from './ranges.js';
import type { Formatting } from './style.js';
import type { Scopes, Variable } from './scopes/types.js';

export type Node = TSESTree.Node;
export type Range = readonly [start: number, end: number];

/**
 * One parsed file. The tree is ESTree (TSESTree types) with `parent` on every node; it comes from ESLint's parser in the
 * editor and from oxc-parser everywhere else, so `ranges.ts` is to be asked where a node stands.
 */
export interface Module {
  /** Path as the user wrote it, with forward slashes. */
  readonly file: string;
  /** Without a byte order mark; all ranges count UTF-16 units in it. */
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly comments: readonly Comment[];
  readonly scopes: Scopes;
  /** Names of the child properties of each node type. */
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  /** The module that an import of this one means; not there where only one file is looked at. */
  readonly link?: (source: string) => Module | undefined;
  /** Whether what an import means may hold a legacy path, or hand one on; not there where only one file is looked at. */
  readonly mayHoldPaths?: (source: string) => boolean;
  /** The modules that import this one; not there where only one file is looked at. */
  readonly importers?: () => readonly Module[];
  /** What the project tells its formatter about the file; not there where only its text is at hand. */
  readonly formatting?: () => Formatting;
  /** The texts that an expression can be by its type; not there without type information. */
  readonly textsOf?: (node: Node) => readonly string[] | undefined;
}

/** `value` is the text between the delimiters. */
export interface Comment {
  readonly value: string;
  readonly range: Range;
}

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/**
 * What the parameters of the functions around a node stand for, when they are known, `this` of its class, and what a
 * container gives to a field or answers to a call.
 */
export type Bindings = ReadonlyMap<Variable | Node, Bound>;

/** A term, or a member of it that lies at `path`. */
export interface Bound {
  readonly term: Term;
  readonly path: readonly string[];
  /** For a rest parameter: the call `term`'s arguments from this position on. */
  readonly rest?: number;
  /** For the rest of an object pattern: the members that it does not have. */
  readonly omit?: readonly string[];
}

/** A node where it stands: its file, and what is bound around it. */
export interface Term<N extends Node = Node> {
  readonly node: N;
  readonly module: Module;
  readonly bindings: Bindings;
}

export const NO_BINDINGS: Bindings = new Map();

/** The term for `node` in `module`, with nothing bound. */
export function termOf<N extends Node>(node: N, module: Module): Term<N> {
  return { node, module, bindings: NO_BINDINGS };
}

/** Another node of the same place. */
export function at<N extends Node>(term: Term, node: N): Term<N> {
  return { node, module: term.module, bindings: term.bindings };
}

/** The source text of a node. */
export function sourceOf(term: Term): string {
  return term.module.text.slice(...rangeOf(term.node));
}
