import { TODO_CODES, type TodoId } from '../src/codes/codes.js';

/** Why a call is not rewritten: a code and its arguments. */
export interface Problem {
  readonly id: TodoId;
  readonly args: Readonly<Record<string, string>>;
}

/** `<what is missing>. <what to do>.`: the words of a TODO and of a reason. */
export function problemText({ id, args }: Problem): string {
  const { missing, advice } = TODO_CODES[id];
  return `${fill(missing, args)}. ${fill(advice, args)}.`;
}

function fill(text: string, args: Problem['args']): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => inOneLine(args[name] ?? ''));
}

/** An argument may be source text, and the words go into a line comment. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
