import type { Module, Node, Range } from '../module.js';
import { lineStart } from '../position.js';
import { startOf } from '../ranges.js';
import { endBeforeGuard } from '../semicolons.js';
import { indentAt } from '../style.js';
import { type LayoutContext, NotLaidOut } from './context.js';
import type { Doc } from './doc.js';
import { expressionDoc } from './expressions.js';
import { columnsOf, render } from './render.js';
import { statementDoc } from './statements.js';
import type { LayoutStyle } from './style.js';

/** What of a node is laid out: a semicolon at the beginning of the next line stands there for what follows. */
export function laidOutRange(node: Node, { text }: Module): Range {
  return [startOf(node), endBeforeGuard(node, text)];
}

/**
 * The text of a statement as Prettier breaks it into lines, from the same words: strings, semicolons and names stay.
 *
 * @returns undefined for what is not laid out here
 */
export function layOut(node: Node, module: Module, style: LayoutStyle): string | undefined {
  const known = new Map<Node, Doc>();
  const context: LayoutContext = {
    module,
    style,
    print: (item) => {
      const doc = known.get(item) ?? expressionDoc(item, context);
      known.set(item, doc);
      return doc;
    },
  };
  const { text } = module;
  const [start, end] = laidOutRange(node, module);
  const line = lineStart(text, start);
  const before = text.slice(line, start);
  // A comma behind it takes a column of its line.
  const after = text[end] === ',' ? ',' : '';
  try {
    const place = { indent: indentAt(text, line), column: columnsOf(before, style) };
    const laidOut = render([statementDoc(node, context), after], place, style);
    return after === '' ? laidOut : laidOut.slice(0, -1);
  } catch (error) {
    if (error instanceof NotLaidOut) return undefined;
    throw error;
  }
}
