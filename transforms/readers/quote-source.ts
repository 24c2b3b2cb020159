import type { Module, Node } from '../../src/syntax/module.js';
import { rangeOf } from '../../src/syntax/ranges.js';

/** Longer code says less. */
const MOST = 60;

/** The source of a node for a message, in one line and cut where it is long. */
export function quoteSource(node: Node, { text }: Module): string {
  const source = text.slice(...rangeOf(node)).replaceAll(/\s+/g, ' ');
  return source.length > MOST ? `${source.slice(0, MOST - 1)}…` : source;
}
