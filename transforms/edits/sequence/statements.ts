import type { Edit } from '../../../src/syntax/edits.js';
import type { Module, Node } from '../../../src/syntax/module.js';
import { lineStart } from '../../../src/syntax/position.js';
import { startOf } from '../../../src/syntax/ranges.js';
import { endBeforeGuard, guardAt, guardedStart } from '../../../src/syntax/semicolons.js';
import { indentAt, type Style, widthOf } from '../../../src/syntax/style.js';
import { type Code, printCode } from '../code.js';
import { isLoneBody } from './place.js';

/** What a statement begins with, and code that may be broken into lines. */
export type StatementCode = readonly [begin: string, code: Code | BodyCode];

/** The body of a function. */
export interface BodyCode {
  readonly kind: 'body';
  readonly statements: readonly StatementCode[];
}

/** Statements as the file writes them, the first one without its indentation. */
function printStatements(statements: readonly StatementCode[], indent: string, style: Style): string {
  const end = style.semicolons ? ';' : '';
  return statements
    .map(([begin, code]) => {
      if (typeof code === 'object' && code.kind === 'body')
        return begin + printBody(code.statements, indent, style) + end;
      const column = widthOf(indent) + begin.length;
      return begin + printCode(code, indent, column, style, end.length) + end;
    })
    .join(style.eol + indent);
}

/** `{ … }` of a function, with its statements on lines of their own. */
export function printBody(statements: readonly StatementCode[], indent: string, style: Style): string {
  const inner = indent + style.indent;
  return `{${style.eol}${inner}${printStatements(statements, inner, style)}${style.eol}${indent}}`;
}

/** The indentation of the line that `node` begins in. */
export function indentOf(node: Node, { text }: Module): string {
  return indentAt(text, lineStart(text, startOf(node)));
}

/** Statements above another one, in the order in which they come. */
export interface Around {
  readonly above: readonly StatementCode[];
  readonly below: readonly StatementCode[];
}

/** Edits that put statements around another one, in a block where it has none yet. */
export function around(statement: Node, { above, below }: Around, module: Module, style: Style): Edit[] {
  const { text } = module;
  const { eol } = style;
  const isLone = isLoneBody(statement);
  const outer = indentOf(isLone ? (statement.parent ?? statement) : statement, module);
  const indent = isLone ? outer + style.indent : outer;
  const start = guardedStart(statement, text);
  const end = endBeforeGuard(statement, text);
  const first = printStatements(above, indent, style) + eol + indent + guardAt(start, text, style);
  const from = isLone ? text.slice(0, start).trimEnd().length : start;
  const to = end + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
  const last =
    below.length > 0 ? eol + indent + printStatements(below, indent, style) + guardAt(to, text, style) : '';
  return [
    { range: [from, start], text: isLone ? ` {${eol}${indent}${first}` : first },
    { range: [to, to], text: isLone ? `${last}${eol}${outer}}` : last },
  ];
}
