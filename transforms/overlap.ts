import type { LegacyCall } from '../src/analysis/call.js';
import { successorText } from '../src/endpoints/lookup.js';
import type { PlacedEdit } from '../src/syntax/edits.js';
import { firstIndex } from '../src/syntax/first-index.js';
import type { Module } from '../src/syntax/module.js';
import { RangeIndex } from '../src/syntax/range-index.js';
import { contains, rangeOf, startOf } from '../src/syntax/ranges.js';
import type { Problem } from './problem.js';

/** A call and the edits that it wants. */
interface Wanted {
  readonly call: LegacyCall;
  readonly edits: readonly PlacedEdit[];
}

/** An edit, and who wants it: several may want the same. */
interface Owned {
  readonly edit: PlacedEdit;
  readonly owners: Set<LegacyCall>;
}

/**
 * Finds the problem with edits that would replace another legacy call, or cross the edits that it wants.
 *
 * @param all the legacy calls of a file, with their edits
 */
export function overlapsAmong(all: readonly Wanted[]): (wanted: Wanted) => Problem | undefined {
  const starts = startsOf(all);
  const owned = editsOf(all);
  return ({ call, edits }) => {
    const { node, module } = call.call;
    const crosses = edits.some((edit) => {
      if (starts(edit).some((other) => other !== call && contains(edit.range, rangeOf(other.call.node))))
        return true;
      const crossing = owned.get(edit.module)?.crossing(edit.range) ?? [];
      return [...crossing].some(
        ({ edit: its, owners }) =>
          !isSame(edit, its) &&
          (owners.size > 1 || !owners.has(call)) &&
          // The outer one of two is the one that stays.
          (its.module !== module || !contains(its.range, rangeOf(node))),
      );
    });
    if (!crosses) return undefined;
    const args = { part: 'body', reason: 'another legacy call stands inside of it' };
    return { id: 'AK304', args: { ...args, successor: successorText(call.match.endpoint) } };
  };
}

/** Finds the calls that begin where an edit is made. */
function startsOf(all: readonly Wanted[]): (edit: PlacedEdit) => readonly LegacyCall[] {
  const byModule = new Map<Module, LegacyCall[]>();
  for (const { call } of all) {
    const same = byModule.get(call.call.module);
    if (same) same.push(call);
    else byModule.set(call.call.module, [call]);
  }
  for (const calls of byModule.values())
    calls.sort((left, right) => startOf(left.call.node) - startOf(right.call.node));
  return ({ module, range }) => {
    const calls = byModule.get(module) ?? [];
    const from = firstIndex(calls, ({ call }) => startOf(call.node) >= range[0]);
    const to = firstIndex(calls, ({ call }) => startOf(call.node) > range[1]);
    return calls.slice(from, to);
  };
}

function editsOf(all: readonly Wanted[]): ReadonlyMap<Module, RangeIndex<Owned>> {
  const byKey = new Map<string, Owned>();
  const byModule = new Map<Module, RangeIndex<Owned>>();
  for (const { call, edits } of all)
    for (const edit of edits) {
      const before = byKey.get(editKey(edit));
      before?.owners.add(call);
      if (before) continue;
      const owned = { edit, owners: new Set([call]) };
      byKey.set(editKey(edit), owned);
      const inModule = byModule.get(edit.module) ?? new RangeIndex<Owned>();
      byModule.set(edit.module, inModule);
      inModule.add(edit.range, owned);
    }
  return byModule;
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
