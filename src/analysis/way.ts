import type { TSESTree } from '@typescript-eslint/types';

import type { Module } from '../syntax/module.js';
import type { Variable } from '../syntax/scopes/types.js';
import type { FunctionNode } from '../syntax/walk.js';
import type { Frame } from './frames.js';

/** How a part of an answer came to where it is used. */
export interface Way {
  readonly path: readonly string[];
  /** What takes the answer apart, in order. */
  readonly steps: readonly Step[];
  /** Where something else may come in. */
  readonly joints: readonly Joint[];
  /** The types that the code declares for parts of the answer. */
  readonly types: readonly DeclaredPart[];
  /** The functions that it was given to and has not come out of, the last one first. */
  readonly frame: Frame | undefined;
}

/** A member that is read, or a property of a pattern. */
export interface Step {
  readonly node: TSESTree.MemberExpression | TSESTree.Property;
  readonly module: Module;
  readonly name: string;
  /** Where something else may come to it. */
  readonly joints: readonly Joint[];
}

/** A name or a function that the answer goes through, and that other values may go through, too. */
export type Joint = Passage & {
  /** Of the part that goes through. */
  readonly path: readonly string[];
  readonly module: Module;
};

type Passage =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'parameter'; readonly fn: FunctionNode; readonly index: number }
  | { readonly kind: 'result'; readonly fn: FunctionNode };

/** `type` is said of what lies at `path`. */
export interface DeclaredPart {
  readonly type: TSESTree.TypeNode;
  readonly module: Module;
  readonly path: readonly string[];
  /** Where something else may come to it. */
  readonly joints: readonly Joint[];
}

/** The answer itself. */
export const WHOLE: Way = { path: [], steps: [], joints: [], types: [], frame: undefined };

/** One member further. */
export function into(
  way: Way,
  name: string,
  taken?: { readonly node: Step['node']; readonly module: Module },
): Way {
  return {
    ...way,
    path: [...way.path, name],
    steps: taken ? [...way.steps, { ...taken, name, joints: way.joints }] : way.steps,
  };
}

/** Where something else may come to where the answer is used, or to the steps that it took. */
export function jointsTo({ joints }: Way, steps: readonly Step[]): readonly Joint[] {
  return [...new Set([...joints, ...steps.flatMap((step) => step.joints)])];
}

/** Through a name or a function. */
export function through(way: Way, passage: Passage, module: Module): Way {
  return { ...way, joints: [...way.joints, { ...passage, path: way.path, module }] };
}

/** Where the code declares a type. */
export function typed(way: Way, type: TSESTree.TypeNode | undefined, module: Module, path = way.path): Way {
  return type ? { ...way, types: [...way.types, { type, module, path, joints: way.joints }] } : way;
}
