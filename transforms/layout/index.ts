import { composeEdits } from '../../src/syntax/compose-edits.js';
import { applyEdits, type Edit } from '../../src/syntax/edits.js';
import { layoutStyleOf } from '../../src/syntax/layout/evidence.js';
import { gapEdits } from '../../src/syntax/layout/gaps.js';
import { layOut, laidOutRange } from '../../src/syntax/layout/index.js';
import type { LayoutStyle } from '../../src/syntax/layout/style.js';
import type { Module, Node } from '../../src/syntax/module.js';
import { ParseError, parseModule } from '../../src/syntax/parse.js';
import { endOf, startOf } from '../../src/syntax/ranges.js';
import type { Style } from '../../src/syntax/style.js';
import { type LaidOutFile, rootsIn } from './roots.js';
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
  const { layout } = file;
  let current = edits;
  let after = parsed(module.file, applyEdits(module.text, current));
  for (let round = 0; after && round < MOST_ROUNDS; round++) {
    const more = gapsIn(after, rootsIn(file, after, current), layout);
    if (more.length === 0) break;
    const next = parsed(module.file, applyEdits(after.text, more));
    if (!next || !isSameTree(after.ast, next.ast)) break;
    current = composeEdits(module.text, current, more);
    after = next;
  }
  return current;
}

/** Each flow of a file asks for its own edits. */
const known = new WeakMap<Module, LaidOutFile>();

function fileOf(module: Module, style: Style): LaidOutFile | undefined {
  const file = known.get(module);
  if (file) return file;
  const before = parsed(module.file, module.text);
  if (!before) return undefined;
  const layout = layoutStyleOf(before, style, module.formatting?.() ?? {});
  const made = { before, layout, shaped: new Map<Node, boolean>() };
  known.set(module, made);
  return made;
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

/** Edits of white space, outer statements before those that they hold. */
function gapsIn(module: Module, roots: readonly Node[], style: LayoutStyle): Edit[] {
  const edits: Edit[] = [];
  let end = -1;
  for (const root of roots) {
    // It is in one that was changed.
    if (endOf(root) <= end) continue;
    const laidOut = layOut(root, module, style);
    const own =
      laidOut === undefined
        ? undefined
        : gapEdits(module.text.slice(...laidOutRange(root, module)), laidOut, startOf(root));
    if (!own || own.length === 0) continue;
    edits.push(...own);
    end = endOf(root);
  }
  return edits;
}
