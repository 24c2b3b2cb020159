import { placedEdits } from '../../src/syntax/compose-edits.js';
import type { Edit } from '../../src/syntax/edits.js';
import { firstIndex } from '../../src/syntax/first-index.js';
import { layOut, laidOutRange } from '../../src/syntax/layout/index.js';
import { isLaidOut, isOwnLine } from '../../src/syntax/layout/roots.js';
import type { LayoutStyle } from '../../src/syntax/layout/style.js';
import type { Module, Node, Range } from '../../src/syntax/module.js';
import { contains, isWithin, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { walkAround } from '../../src/syntax/walk-around.js';

/** A file as it was, by the tree of our own parser, and how it breaks its lines. */
export interface LaidOutFile {
  readonly before: Module;
  readonly layout: LayoutStyle;
  /** Whether a statement is written as it would be laid out, as far as it was asked. */
  readonly shaped: Map<Node, boolean>;
}

/** The statements that changed, or are new, whose place was written as a formatter writes it; outer ones first. */
export function rootsIn(file: LaidOutFile, after: Module, edits: readonly Edit[]): Node[] {
  const { before } = file;
  const placed = placedEdits(edits);
  const roots = new Map<Node, Range[]>();
  for (const { edit, start, end } of placed) {
    const root = shapedAround(edit.range, file);
    const inserted = root && roots.get(root);
    if (inserted) inserted.push([start, end]);
    else if (root) roots.set(root, [[start, end]]);
  }
  const found = new Set<Node>();
  for (const [root, inserted] of roots) {
    const [from, to] = movedRange(withComment(root, before), placed);
    const isPart = isOwnLine(root, before);
    let outer: Node | undefined;
    walkAround(after.ast, after.visitorKeys, [from, to], (node) => {
      if (endOf(node) < from || startOf(node) > to) return false;
      const [start, end] = laidOutRange(node, after);
      if (start < from || end > to) return true;
      const isWanted = isPart ? isOwnLine(node, after) : isLaidOut(node);
      const isOutermost = isWanted && !(outer && isWithin(node, outer));
      if (isOutermost) outer = node;
      const isNew = isLaidOut(node) && overlapsOne(rangeOf(node), inserted);
      if (isOutermost || isNew) found.add(node);
      return true;
    });
  }
  return [...found].sort((left, right) => startOf(left) - startOf(right) || endOf(right) - endOf(left));
}

/** The statement around a range, or the property, that is written as it would be laid out. */
function shapedAround(range: Range, file: LaidOutFile): Node | undefined {
  const { before } = file;
  const around: Node[] = [];
  walkAround(before.ast, before.visitorKeys, range, (node) => {
    if (isApart(rangeOf(node), range, before.text) || !contains(withComment(node, before), range))
      return false;
    // What JSX holds is laid out by itself.
    if (isLaidOut(node) || node.type === 'JSXElement' || node.type === 'JSXFragment') around.length = 0;
    if (isLaidOut(node) || isOwnLine(node, before)) around.push(node);
    return true;
  });
  return around.find((node) => isShaped(node, file));
}

/** On other lines: so for nearly all nodes of a large file. */
function isApart([start, end]: Range, [from]: Range, text: string): boolean {
  return start > from || (end < from && text.slice(end, from).includes('\n'));
}

function isShaped(node: Node, { before, layout, shaped }: LaidOutFile): boolean {
  const known = shaped.get(node);
  if (known !== undefined) return known;
  const isSame = layOut(node, before, layout) === before.text.slice(...laidOutRange(node, before));
  shaped.set(node, isSame);
  return isSame;
}

/** A node's range with the comment that ends its line, behind which statements are inserted. */
function withComment(node: Node, module: Module): Range {
  const { text } = module;
  const [start, end] = laidOutRange(node, module);
  const [comment = ''] =
    /^[ \t]*\/\/[^\r\n]*/.exec(text.slice(end, text.indexOf('\n', end) + 1 || undefined)) ?? [];
  return [start, end + comment.length];
}

/** Where a node's text, and what is inserted right before and behind it, stand after the edits. */
function movedRange([start, end]: Range, placed: ReturnType<typeof placedEdits>): Range {
  const last = placed.at(-1);
  const growthBefore = (index: number): number => {
    const next = placed[index];
    if (next) return next.start - next.edit.range[0];
    return last ? last.end - last.edit.range[1] : 0;
  };
  const isBefore = ({ range }: Edit): boolean => range[1] < start || (range[1] === start && range[0] < start);
  const from = firstIndex(placed, ({ edit }) => !isBefore(edit));
  const to = firstIndex(placed, ({ edit: { range } }) => !(range[0] < end || range[1] === end));
  return [start + growthBefore(from), end + growthBefore(to)];
}

/** @param others in the order of the text */
function overlapsOne([start, end]: Range, others: readonly Range[]): boolean {
  const other = others[firstIndex(others, (range) => range[1] > start)];
  return other !== undefined && other[0] < end;
}
