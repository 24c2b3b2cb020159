import type { Node, Range } from './module.js';

/** A node of oxc-parser: two numbers in it take half the memory of an array of them. */
interface Placed {
  range?: Range;
  start: number;
  end: number;
}

/** Where a node begins: ESLint's parsers say it in `range`, oxc-parser in `start`. */
export function startOf(node: Node): number {
  const own = placed(node);
  return own.range ? own.range[0] : own.start;
}

/** Where a node ends, behind its last character. */
export function endOf(node: Node): number {
  const own = placed(node);
  return own.range ? own.range[1] : own.end;
}

export function rangeOf(node: Node): Range {
  return [startOf(node), endOf(node)];
}

/** Where a node stands that nobody wrote, and that another one stands for. */
export function placedLike(node: Node): Pick<Node, 'range' | 'loc'> & { readonly parent: Node | undefined } {
  return { range: [startOf(node), endOf(node)], loc: node.loc, parent: node.parent };
}

/** Moves a node of oxc-parser: its code was cut out of a file. */
export function shift(node: Node, by: number): void {
  const own = placed(node);
  own.start += by;
  own.end += by;
}

/** Whether a node stands in another one of its file, or is that one. */
export function isWithin(inner: Node, outer: Node): boolean {
  return startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer);
}

export function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function placed(node: Node): Placed {
  // The types are those of ESLint's parsers, which leave out `start` and `end`.
  return node as unknown as Placed;
}
