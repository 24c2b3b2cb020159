import type { LegacyCall } from '../src/analysis/call.js';
import { successorText } from '../src/endpoints/lookup.js';
import type { PlacedEdit } from '../src/syntax/edits.js';
import { contains } from './edits/sharing.js';
import type { Problem } from './problem.js';

/**
 * The problem with edits that would replace another legacy call, or cross the edits that it wants.
 *
 * @param others the other legacy calls of the file, with their edits
 */
export function overlap(
  { call, match }: LegacyCall,
  edits: readonly PlacedEdit[],
  others: readonly { readonly call: LegacyCall; readonly edits: readonly PlacedEdit[] }[],
): Problem | undefined {
  const crosses = others.some((other) => {
    const { node, module } = other.call.call;
    if (edits.some((edit) => edit.module === module && contains(edit.range, node.range))) return true;
    // The outer one of two is the one that stays.
    const outside = other.edits.filter(
      (edit) => edit.module !== call.module || !contains(edit.range, call.node.range),
    );
    return edits.some((edit) => outside.some((its) => !isSame(edit, its) && isCrossing(edit, its)));
  });
  if (!crosses) return undefined;
  const args = { part: 'body', reason: 'another legacy call stands inside of it' };
  return { id: 'AK304', args: { ...args, successor: successorText(match.endpoint) } };
}

/** The same for edits of the same place and with the same text, which are made once. */
export function editKey({ module, range, text }: PlacedEdit): string {
  return `${module.file}:${range.join('-')}:${text}`;
}

function isSame(left: PlacedEdit, right: PlacedEdit): boolean {
  return (
    left.module === right.module &&
    left.text === right.text &&
    left.range[0] === right.range[0] &&
    left.range[1] === right.range[1]
  );
}

function isCrossing(left: PlacedEdit, right: PlacedEdit): boolean {
  return left.module === right.module && left.range[0] < right.range[1] && right.range[0] < left.range[1];
}
