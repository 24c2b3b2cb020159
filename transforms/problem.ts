import type { TodoId } from '../src/codes/codes.js';
import { todoText } from '../src/codes/fill.js';
import type { Module, Node } from '../src/syntax/module.js';

/** Why a call is not rewritten: a code and its arguments. */
export interface Problem {
  readonly id: TodoId;
  readonly args: Readonly<Record<string, string>>;
  /** Where the annotation stands, when that is not the call: a reader of its answer, in whichever file. */
  readonly at?: Place;
}

/** A node, and the file that it stands in. */
export interface Place {
  readonly node: Node;
  readonly module: Module;
}

/** The words of a TODO and of a reason. */
export function problemText({ id, args }: Problem): string {
  return todoText(id, args);
}
