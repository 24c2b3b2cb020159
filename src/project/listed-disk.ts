import { basename, dirname } from 'node:path';

import type { Disk } from './disk.js';

/** What rules are read from, or end at. */
const RULES = new Set(['.git', '.gitignore', 'package.json']);

/** A disk that is not asked for what the entries of a folder have told: that there are no rules in it. */
export function listedDisk(disk: Disk): Disk {
  const found = new Map<string, ReadonlySet<string>>();
  const isMissing = (path: string): boolean => {
    const name = basename(path);
    return RULES.has(name) && found.get(dirname(path))?.has(name) === false;
  };
  return {
    ...disk,
    entriesOf(folder) {
      const entries = disk.entriesOf(folder);
      found.set(folder, new Set(entries.map(({ name }) => name).filter((name) => RULES.has(name))));
      return entries;
    },
    exists: (path) => !isMissing(path) && disk.exists(path),
    textOf: (path) => (isMissing(path) ? undefined : disk.textOf(path)),
  };
}
