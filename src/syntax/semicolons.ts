import type { Node } from './module.js';
import { rangeOf, startOf } from './ranges.js';
import type { Style } from './style.js';

/** What would go on with a statement before it that no semicolon ends, behind comments. */
const GOES_ON = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*(?:[([`+-]|\/(?![/*]))/;

/**
 * The end of a statement without a semicolon at the beginning of the next line, which stands there for what follows:
 * `send()` and `;[1, 2].map(log)`.
 */
export function endBeforeGuard(node: Node, text: string): number {
  const [start, end] = rangeOf(node);
  if (text[end - 1] !== ';') return end;
  const before = start + text.slice(start, end - 1).trimEnd().length;
  return text.slice(before, end).includes('\n') ? before : end;
}

/** The start of a statement with such a semicolon before it. */
export function guardedStart(node: Node, text: string): number {
  const start = startOf(node);
  const [guard = ''] = /(?<=(?:^|\n)[ \t]*);[ \t]*$/.exec(text.slice(0, start)) ?? [];
  return start - guard.length;
}

/** The semicolon that has to end what is inserted at an offset, in code that has none. */
export function guardAt(offset: number, text: string, { semicolons }: Style): string {
  return !semicolons && GOES_ON.test(text.slice(offset)) ? ';' : '';
}
