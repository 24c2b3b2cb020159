import { fingerprintOf, type Identified } from '../analysis/fingerprint.js';

/** What is known of files that are no longer where an entry says. */
export interface Moves {
  /** Old names and new ones. */
  readonly renames?: ReadonlyMap<string, string>;
  /** Whether there is no such file any more. */
  readonly isGone: (file: string) => boolean;
}

/** Findings and the entries that stand for them, one each. */
export interface Matched<T, E> {
  readonly entries: ReadonlyMap<T, E>;
  /** Entries that stand for nothing. */
  readonly rest: readonly E[];
}

/**
 * Finds the entry of each finding: by what both are known by; where the file was renamed, under its new name; and where
 * it is gone, by endpoint, method, symbol and call alone. An entry stands for one finding, so that a copy is a new one.
 */
export function matchEntries<T extends Identified, E extends Identified>(
  findings: readonly T[],
  entries: readonly E[],
  { renames, isGone }: Moves,
): Matched<T, E> {
  const found = new Map<T, E>();
  let rest = entries;
  const take = (keyOfFinding: (finding: T) => string, keyOfEntry: (entry: E) => string | undefined): void => {
    const open = new Map<string, T[]>();
    for (const finding of findings) {
      if (found.has(finding)) continue;
      const key = keyOfFinding(finding);
      open.set(key, [...(open.get(key) ?? []), finding]);
    }
    rest = rest.filter((entry) => {
      const key = keyOfEntry(entry);
      const finding = key === undefined ? undefined : open.get(key)?.shift();
      if (finding) found.set(finding, entry);
      return !finding;
    });
  };
  take(fingerprintOf, fingerprintOf);
  take(fingerprintOf, (entry) => {
    const file = renames?.get(entry.file);
    return file === undefined ? undefined : fingerprintOf({ ...entry, file });
  });
  take(looseKey, (entry) => (isGone(entry.file) ? looseKey(entry) : undefined));
  return { entries: found, rest };
}

function looseKey({ endpoint, method, identity }: Identified): string {
  return JSON.stringify([endpoint, method, identity.symbol, identity.call]);
}
