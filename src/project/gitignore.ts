import { dirname, join } from 'node:path';

import type { Ignore } from 'ignore';

import { requirePackage } from '../packages.js';
import type { Disk } from './disk.js';
import { nameIn } from './name.js';

/** The rules of a folder. */
interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * Whether `.gitignore` files ignore a path, as git has it: the innermost that speaks of it decides, and what lies in
 * an ignored folder can't be had back.
 *
 * @returns takes an absolute path, and whether it is a folder
 */
export function gitIgnore(disk: Disk): (path: string, isFolder?: boolean) => boolean {
  // A repository's rules end at its root.
  const isRoot = remembered((folder) => disk.exists(join(folder, '.git')) || dirname(folder) === folder);
  /** Those that hold in a folder, the innermost first. */
  const rulesIn = remembered((folder): readonly Rules[] => {
    const text = disk.textOf(join(folder, '.gitignore'));
    const own = text === undefined ? [] : [{ folder, rules: requirePackage('ignore').default().add(text) }];
    return isRoot(folder) ? own : [...own, ...rulesIn(dirname(folder))];
  });
  const isIgnoredFolder = remembered((folder): boolean => !isRoot(folder) && isIgnored(folder, true));
  function isIgnored(path: string, isFolder = false): boolean {
    const parent = dirname(path);
    if (isIgnoredFolder(parent)) return true;
    for (const { folder, rules } of rulesIn(parent)) {
      const result = rules.test(nameIn(folder, path) + (isFolder ? '/' : ''));
      if (result.unignored) return false;
      // What is ignored for its folder's sake was had back further in.
      const inherited = folder !== parent && rules.ignores(`${nameIn(folder, parent)}/`);
      if (result.ignored && !inherited) return true;
    }
    return false;
  }
  return isIgnored;
}

function remembered<T>(compute: (folder: string) => T): (folder: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (folder) => {
    const entry = known.get(folder) ?? { value: compute(folder) };
    known.set(folder, entry);
    return entry.value;
  };
}
