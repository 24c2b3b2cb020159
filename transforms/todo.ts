import { blockAround } from '../src/syntax/blocks/index.js';
import type { Edit } from '../src/syntax/edits.js';
import type { Comment, Module, Node } from '../src/syntax/module.js';
import { lineStart } from '../src/syntax/position.js';
import { startOf } from '../src/syntax/ranges.js';
import { indentAt, type Style } from '../src/syntax/style.js';
import { ancestor } from '../src/syntax/walk.js';

/** What every annotation begins with, after the comment's delimiter. */
export const TODO_MARK = 'TODO(akepa-migrate';

/** What a comment about the next line begins with. */
const NEXT_LINE =
  /^[\s*]*(?:(?:eslint|oxlint|akepa|tslint)[-:](?:disable|ignore)-next-line\b|nosemgrep\b|@ts-(?:expect-error|ignore)\b|(?:prettier|biome|deno-lint)-ignore\b|(?:v8|c8|istanbul|node:coverage) ignore\b)/;

/** An annotation that a call is to carry. */
export interface Todo {
  readonly call: Node;
  readonly code: string;
  readonly text: string;
}

/** An annotation that stands in a file. */
export interface FoundTodo {
  readonly comment: Comment;
  readonly code: string;
  readonly text: string;
}

/** A place where a line comment can stand above a node. */
interface Anchor {
  /** Offset of the line's first character. */
  readonly line: number;
  readonly isJsx: boolean;
  /** A line has to begin here first. */
  readonly breaksLine?: boolean;
}

/** The annotations in a file, in order. */
export function todosIn({ comments }: Pick<Module, 'comments'>): FoundTodo[] {
  return comments.flatMap((comment) => {
    const found = /^\s*TODO\(akepa-migrate (AK\d+)\): (.*?)\s*$/s.exec(comment.value);
    return found ? [{ comment, code: found[1] ?? '', text: found[2] ?? '' }] : [];
  });
}

/** The annotations that a call carries already. */
export function todosOf(call: Node, module: Module): FoundTodo[] {
  const todos = todosIn(module);
  const own = new Set(todos.map(({ comment }) => comment));
  const standing = commentsAbove(module, anchorOf(call, module).line, own);
  return todos.filter(({ comment }) => standing.includes(comment));
}

/**
 * Edits after which the file carries `todos` and no other annotation; none where it does already.
 *
 * @param held calls whose annotations stay as they are
 */
export function todoEdits(
  module: Module,
  todos: readonly Todo[],
  style: Style,
  held: readonly Node[] = [],
): Edit[] {
  const wanted = new Map<number, { anchor: Anchor; lines: string[] }>();
  for (const { call, code, text } of todos) {
    const anchor = anchorOf(call, module);
    const entry = wanted.get(anchor.line) ?? { anchor, lines: [] };
    const line = `${TODO_MARK} ${code}): ${text}`;
    if (!entry.lines.includes(line)) entry.lines.push(line);
    wanted.set(anchor.line, entry);
  }
  const stale = new Set(todosIn(module).map(({ comment }) => comment));
  const edits: Edit[] = [];
  for (const { anchor, lines } of wanted.values()) {
    const standing = commentsAbove(module, anchor.line, stale);
    // Somebody's own words behind ours are kept.
    const kept = lines.map(
      (line) =>
        standing
          .map(({ value }) => value.trim())
          .find((value) => value.startsWith(line) && !value.includes('\n')) ?? line,
    );
    if (standing.map(({ value }) => value.trim()).join('\n') === kept.join('\n')) {
      for (const comment of standing) stale.delete(comment);
      continue;
    }
    const indent = indentAt(module.text, anchor.line);
    const text = kept.map((line) => indent + commented(line, anchor) + style.eol).join('');
    edits.push({ range: [anchor.line, anchor.line], text: anchor.breaksLine ? style.eol + text : text });
  }
  for (const call of held) {
    const { line } = anchorOf(call, module);
    if (!wanted.has(line)) for (const comment of commentsAbove(module, line, stale)) stale.delete(comment);
  }
  return [...[...stale].map((comment) => removal(comment, module)), ...edits];
}

function commented(line: string, { isJsx }: Anchor): string {
  // A `*/` in somebody's code would end the comment.
  return isJsx ? `{/* ${line.replaceAll('*/', '*\\/')} */}` : `// ${line}`;
}

/** The nearest node around a call that begins its line and may have a comment above it. */
function anchorOf(call: Node, module: Module): Anchor {
  const { text } = module;
  for (let node: Node | undefined = call; node; node = node.parent) {
    const isJsx = node.type === 'JSXExpressionContainer' && isElement(node.parent);
    if (!isJsx && !mayBeAnnotated(node)) continue;
    const line = lineStart(text, startOf(node));
    if (/^\s*$/.test(text.slice(line, startOf(node)))) return { line: aboveDirectives(line, module), isJsx };
  }
  const line = lineStart(text, startOf(call));
  // `<script>send()</script>`: above its line would be above the script.
  const isInTagLine = line < (blockAround(startOf(call), module)?.range[0] ?? 0);
  const statement = isInTagLine ? ancestor(call, isStatement) : undefined;
  return statement ? { line: startOf(statement), isJsx: false, breaksLine: true } : { line, isJsx: false };
}

/** A comment such as `eslint-disable-next-line` has to stay right above its line. */
function aboveDirectives(line: number, module: Module): number {
  const { text, comments } = module;
  const directive = comments.find(({ value, range: [start, end] }) => {
    const isAbove = end < line + 1 && start < line && lineStart(text, line - 1) <= end;
    if (!isAbove || !NEXT_LINE.test(value)) return false;
    return (
      /^[\s{]*$/.test(text.slice(lineStart(text, start), start)) && /^[\s}]*$/.test(text.slice(end, line))
    );
  });
  return directive ? aboveDirectives(lineStart(text, directive.range[0]), module) : line;
}

function isElement(node: Node): boolean {
  return node.type === 'JSXElement' || node.type === 'JSXFragment';
}

function mayBeAnnotated(node: Node): boolean {
  return (
    isStatement(node) ||
    ['Property', 'PropertyDefinition', 'MethodDefinition', 'SwitchCase'].includes(node.type)
  );
}

/** The statement that a node stands in. */
export function statementAround(node: Node): Node | undefined {
  return isStatement(node) ? node : ancestor(node, isStatement);
}

function isStatement({ type }: Node): boolean {
  return type.endsWith('Statement') || type.endsWith('Declaration');
}

/** Our own comments on the lines right above, from the top. */
function commentsAbove({ text, comments }: Module, line: number, own: ReadonlySet<Comment>): Comment[] {
  const found: Comment[] = [];
  for (let below = line; below > 0;) {
    const start = lineStart(text, below - 1);
    const comment = comments.find(
      (item) => own.has(item) && item.range[0] >= start && item.range[1] <= below,
    );
    if (!comment || !/^[\s{]*$/.test(text.slice(start, comment.range[0]))) break;
    found.unshift(comment);
    below = start;
  }
  return found;
}

/** The whole line when nothing else stands in it. */
function removal({ range }: Comment, { text }: Module): Edit {
  const start = lineStart(text, range[0]);
  const newline = text.indexOf('\n', range[1]);
  const end = newline === -1 ? text.length : newline + 1;
  const isAlone = /^[\s{]*$/.test(text.slice(start, range[0])) && /^[\s}]*$/.test(text.slice(range[1], end));
  if (isAlone) return { range: [start, end], text: '' };
  // Behind code, the space before it goes too.
  const isLast = /^\s*$/.test(text.slice(range[1], end));
  const before = isLast ? text.slice(start, range[0]).trimEnd().length + start : range[0];
  return { range: [before, range[1]], text: '' };
}
