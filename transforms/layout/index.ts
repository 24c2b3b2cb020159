import { composeEdits, placedEdits } from '../../src/syntax/compose-edits.js';
import { applyEdits, type Edit } from '../../src/syntax/edits.js';
import { layoutStyleOf } from '../../src/syntax/layout/evidence.js';
import { gapEdits } from '../../src/syntax/layout/gaps.js';
import { layOut, rangeOf } from '../../src/syntax/layout/index.js';
import { isLaidOut, isOwnLine } from '../../src/syntax/layout/roots.js';
import type { LayoutStyle } from '../../src/syntax/layout/style.js';
import type { Module, Node, Range } from '../../src/syntax/module.js';
import { ParseError, parseModule } from '../../src/syntax/parse.js';
import type { Style } from '../../src/syntax/style.js';
import { walk } from '../../src/syntax/walk.js';
import { isSameTree } from './same-tree.js';

/** A statement moves its own indentation first, and then those within it are laid out. */
const MOST_ROUNDS = 6;

/**
 * Edits that also lay out the statements that they change, where these were written as Prettier writes them: such a file
 * stays as its formatter wants it. A statement in any other form keeps it; only white space, last commas and parentheses
 * around operands are touched.
 *
 * @param edits in the order of the text
 */
export function withLayout(module: Module, edits: readonly Edit[], style: Style): readonly Edit[] {
  if (edits.every(({ text }) => isComment(text))) return edits;
  const file = fileOf(module, style);
  if (!file) return edits;
  const { before, layout } = file;
  let current = edits;
  let after = parsed(module.file, applyEdits(module.text, current));
  for (let round = 0; after && round < MOST_ROUNDS; round++) {
    const more = gapsIn(after, rootsIn(before, after, current, layout), layout);
    if (more.length === 0) break;
    const next = parsed(module.file, applyEdits(after.text, more));
    if (!next || !isSameTree(after.ast, next.ast)) break;
    current = composeEdits(module.text, current, more);
    after = next;
  }
  return current;
}

/** A file as it was, by the tree of our own parser, and how it breaks its lines. */
interface LaidOutFile {
  readonly before: Module;
  readonly layout: LayoutStyle;
}

/** Each flow of a file asks for its own edits. */
const known = new WeakMap<Module, LaidOutFile>();

function fileOf(module: Module, style: Style): LaidOutFile | undefined {
  const before = known.get(module)?.before ?? parsed(module.file, module.text);
  if (!before) return undefined;
  const file = known.get(module) ?? {
    before,
    layout: layoutStyleOf(before, style, module.formatting?.() ?? {}),
  };
  known.set(module, file);
  return file;
}

function isComment(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:$|\/\/|\{\/\*.*\*\/\}$)/.test(line));
}

function parsed(file: string, text: string): Module | undefined {
  try {
    return parseModule(file, text);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** The statements that changed, or are new, whose place was written as a formatter writes it. */
function rootsIn(before: Module, after: Module, edits: readonly Edit[], style: LayoutStyle): Node[] {
  const placed = placedEdits(edits);
  const roots = new Map<Node, Range[]>();
  for (const { edit, start, end } of placed) {
    const root = shapedAround(edit.range, before, style);
    if (root) roots.set(root, [...(roots.get(root) ?? []), [start, end]]);
  }
  const found = new Set<Node>();
  for (const [root, inserted] of roots) {
    const [from, to] = movedRange(withComment(root, before), placed);
    const isPart = isOwnLine(root, before);
    walk(after.ast, after.visitorKeys, (node) => {
      const [start, end] = rangeOf(node, after);
      if (end < from || start > to) return false;
      if (start < from || end > to) return true;
      const isOutermost =
        (isPart ? isOwnLine(node, after) : isLaidOut(node)) &&
        ![...found].some((other) => other !== node && contains(other.range, node.range));
      const isNew = isLaidOut(node) && inserted.some((range) => overlaps(range, node.range));
      if (isOutermost || isNew) found.add(node);
      return true;
    });
  }
  return [...found].sort((left, right) => left.range[0] - right.range[0] || right.range[1] - left.range[1]);
}

/** The statement around a range, or the property, that is written as it would be laid out. */
function shapedAround(range: Range, before: Module, style: LayoutStyle): Node | undefined {
  const around: Node[] = [];
  walk(before.ast, before.visitorKeys, (node) => {
    if (!contains(withComment(node, before), range)) return false;
    // What JSX holds is laid out by itself.
    if (isLaidOut(node) || node.type === 'JSXElement') around.length = 0;
    if (isLaidOut(node) || isOwnLine(node, before)) around.push(node);
    return true;
  });
  return around.find((node) => layOut(node, before, style) === before.text.slice(...rangeOf(node, before)));
}

/** A node's range with the comment that ends its line, behind which statements are inserted. */
function withComment(node: Node, module: Module): Range {
  const { text } = module;
  const [start, end] = rangeOf(node, module);
  const [comment = ''] =
    /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end, text.indexOf('\n', end) + 1 || undefined)) ?? [];
  return [start, end + comment.length];
}

/** Where a node's text, and what is inserted right before and behind it, stand after the edits. */
function movedRange([start, end]: Range, placed: ReturnType<typeof placedEdits>): Range {
  let [from, to] = [start, end];
  for (const { edit } of placed) {
    const growth = edit.text.length - (edit.range[1] - edit.range[0]);
    if (edit.range[1] < start || (edit.range[1] === start && edit.range[0] < start)) from += growth;
    if (edit.range[0] < end || edit.range[1] === end) to += growth;
  }
  return [from, to];
}

/** Edits of white space, outer statements before those that they hold. */
function gapsIn(module: Module, roots: readonly Node[], style: LayoutStyle): Edit[] {
  const edits: Edit[] = [];
  const changed: Node[] = [];
  for (const root of roots) {
    if (changed.some(({ range }) => contains(range, root.range))) continue;
    const laidOut = layOut(root, module, style);
    const own =
      laidOut === undefined
        ? undefined
        : gapEdits(module.text.slice(...rangeOf(root, module)), laidOut, root.range[0]);
    if (!own || own.length === 0) continue;
    edits.push(...own);
    changed.push(root);
  }
  return edits;
}

function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function overlaps(left: Range, right: Range): boolean {
  return left[0] < right[1] && right[0] < left[1];
}
