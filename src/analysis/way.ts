import type { TSESTree } from '@typescript-eslint/types';

import type { Variable } from '../syntax/scopes/types.js';
import type { FunctionNode } from '../syntax/walk.js';

/** How a part of an answer came to where it is used. */
export interface Way {
  readonly path: readonly string[];
  /** What takes the answer apart, in order. */
  readonly steps: readonly Step[];
  /** Where something else may come in. */
  readonly joints: readonly Joint[];
  /** The types that the code declares for parts of the answer. */
  readonly types: readonly DeclaredPart[];
}

/** A member that is read, or a property of a pattern. */
export interface Step {
  readonly node: TSESTree.MemberExpression | TSESTree.Property;
  readonly name: string;
}

/** A name or a function that the answer goes through, and that other values may go through, too. */
export type Joint = Passage & {
  /** Of the part that goes through. */
  readonly path: readonly string[];
};

type Passage =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'parameter'; readonly fn: FunctionNode; readonly index: number }
  | { readonly kind: 'result'; readonly fn: FunctionNode };

/** `type` is said of what lies at `path`. */
export interface DeclaredPart {
  readonly type: TSESTree.TypeNode;
  readonly path: readonly string[];
}

/** The answer itself. */
export const WHOLE: Way = { path: [], steps: [], joints: [], types: [] };

/** One member further. */
export function into(way: Way, name: string, node?: Step['node']): Way {
  return {
    ...way,
    path: [...way.path, name],
    steps: node ? [...way.steps, { node, name }] : way.steps,
  };
}

/** Through a name or a function. */
export function through(way: Way, passage: Passage): Way {
  return { ...way, joints: [...way.joints, { ...passage, path: way.path }] };
}

/** Where the code declares a type. */
export function typed(way: Way, type: TSESTree.TypeNode | undefined, path = way.path): Way {
  return type ? { ...way, types: [...way.types, { type, path }] } : way;
}
