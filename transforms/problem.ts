import type { TodoId } from '../src/codes/codes.js';
import { todoText } from '../src/codes/fill.js';
import type { Node } from '../src/syntax/module.js';

/** Why a call is not rewritten: a code and its arguments. */
export interface Problem {
  readonly id: TodoId;
  readonly args: Readonly<Record<string, string>>;
  /** Where the annotation stands, when that is not the call: a reader of its answer, in the same file. */
  readonly at?: Node;
}

/** The words of a TODO and of a reason. */
export function problemText({ id, args }: Problem): string {
  return todoText(id, args);
}
