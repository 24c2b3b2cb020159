import type { LegacyCall } from '../src/analysis/call.js';
import type { Draft } from './draft.js';
import { editKey } from './overlap.js';

/** Calls whose path is one text, or whose answers have one reader, move together, since it is edited once. */
export function withSharedTexts(
  flows: readonly (readonly LegacyCall[])[],
  drafts: ReadonlyMap<unknown, Draft>,
): LegacyCall[][] {
  const owner = new Map<unknown, Group>();
  const edited = new Set([...drafts.values()].flatMap(({ reading }) => [...(reading?.edited ?? [])]));
  const sharedBy = ({ urlEdits, reading }: Draft): unknown[] => [
    ...urlEdits.map(editKey),
    ...(reading?.edited ?? []),
    ...[...(reading?.answer.nodes.keys() ?? [])].filter((node) => edited.has(node)),
  ];
  const groups = new Set<Group>();
  for (const flow of flows) {
    const keys = new Set(
      flow.flatMap((call) => {
        const draft = drafts.get(call);
        return draft ? sharedBy(draft) : [];
      }),
    );
    const [first = { calls: [] }, ...others] = new Set(
      [...keys].flatMap((key) => groupOf(owner.get(key)) ?? []),
    );
    for (const other of others) {
      for (const call of other.calls) first.calls.push(call);
      other.into = first;
      groups.delete(other);
    }
    for (const call of flow) first.calls.push(call);
    // It stands where the last of its flows does.
    groups.delete(first);
    groups.add(first);
    for (const key of keys) owner.set(key, first);
  }
  return Array.from(groups, ({ calls }) => calls).filter((calls) => calls.length > 0);
}

/** Flows that were joined, or what they were joined to. */
interface Group {
  readonly calls: LegacyCall[];
  into?: Group;
}

function groupOf(group: Group | undefined): Group | undefined {
  let last = group;
  while (last?.into) last = last.into;
  return last;
}
