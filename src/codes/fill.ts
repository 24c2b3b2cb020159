import { TODO_CODES, type TodoId } from './codes.js';

/** `<what is missing>. <what to do>.`: the words of a TODO, of a reason and of a page. */
export function todoText(id: TodoId, args: Readonly<Record<string, string>>): string {
  return `${fillWords(TODO_CODES[id].missing, args)}. ${adviceText(id, args)}`;
}

/** `<what to do>.` */
export function adviceText(id: TodoId, args: Readonly<Record<string, string>>): string {
  return `${fillWords(TODO_CODES[id].advice, args)}.`;
}

/** Puts the arguments in their places, each on one line. */
export function fillWords(text: string, args: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => inOneLine(args[name] ?? ''));
}

/** An argument may be source text, and the words go into a line comment. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
