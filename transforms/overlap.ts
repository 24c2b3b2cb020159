import type { LegacyCall } from '../src/analysis/call.js';
import { successorText } from '../src/endpoints/lookup.js';
import type { Edit } from '../src/syntax/edits.js';
import { contains } from './edits/sharing.js';
import type { Problem } from './problem.js';

/**
 * The problem with edits that would replace another legacy call, or cross the edits that it wants.
 *
 * @param others the other legacy calls of the file, with their edits
 */
export function overlap(
  { call, match }: LegacyCall,
  edits: readonly Edit[],
  others: readonly { readonly call: LegacyCall; readonly edits: readonly Edit[] }[],
): Problem | undefined {
  const crosses = others.some((other) => {
    if (edits.some(({ range }) => contains(range, other.call.call.node.range))) return true;
    // The outer one of two is the one that stays.
    const outside = other.edits.filter(({ range }) => !contains(range, call.node.range));
    return edits.some((edit) => outside.some((its) => !isSame(edit, its) && isCrossing(edit, its)));
  });
  if (!crosses) return undefined;
  const args = { part: 'body', reason: 'another legacy call stands inside of it' };
  return { id: 'AK304', args: { ...args, successor: successorText(match.endpoint) } };
}

/** The same place and the same text: the edit is made once. */
export function isSame(left: Edit, right: Edit): boolean {
  return left.text === right.text && left.range[0] === right.range[0] && left.range[1] === right.range[1];
}

function isCrossing(left: Edit, right: Edit): boolean {
  return left.range[0] < right.range[1] && right.range[0] < left.range[1];
}
