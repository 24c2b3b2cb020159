import type { LegacyCall } from '../src/analysis/call.js';
import type { Draft } from './draft.js';
import { editKey } from './overlap.js';

/** Calls whose path is one text, or whose answers have one reader, move together, since it is edited once. */
export function withSharedTexts(
  flows: readonly (readonly LegacyCall[])[],
  drafts: ReadonlyMap<unknown, Draft>,
): LegacyCall[][] {
  const owner = new Map<unknown, number>();
  const edited = new Set([...drafts.values()].flatMap(({ reading }) => [...(reading?.edited ?? [])]));
  const sharedBy = ({ urlEdits, reading }: Draft): unknown[] => [
    ...urlEdits.map(editKey),
    ...(reading?.edited ?? []),
    ...[...(reading?.answer.nodes.keys() ?? [])].filter((node) => edited.has(node)),
  ];
  const joined: LegacyCall[][] = [];
  for (const flow of flows) {
    const keys = new Set(
      flow.flatMap((call) => {
        const draft = drafts.get(call);
        return draft ? sharedBy(draft) : [];
      }),
    );
    const others = new Set([...keys].flatMap((key) => owner.get(key) ?? []));
    const index = joined.length;
    joined.push([...[...others].flatMap((other) => joined[other] ?? []), ...flow]);
    for (const other of others) joined[other] = [];
    if (others.size > 0) for (const [key, at] of owner) if (others.has(at)) owner.set(key, index);
    for (const key of keys) owner.set(key, index);
  }
  return joined.filter((flow) => flow.length > 0);
}
