import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import ignore, { type Ignore } from 'ignore';

/**
 * Whether `.gitignore` files ignore a path, as git has it: the innermost that speaks of it decides, and what lies in
 * an ignored folder can't be had back.
 *
 * @returns takes an absolute path, and whether it is a folder
 */
export function gitIgnore(): (path: string, isFolder?: boolean) => boolean {
  const rulesOf = remembered(readRules);
  // A repository's rules end at its root.
  const isRoot = remembered((folder) => existsSync(join(folder, '.git')) || dirname(folder) === folder);
  const isIgnoredFolder = remembered((folder) => !isRoot(folder) && isIgnored(folder, true));
  function isIgnored(path: string, isFolder = false): boolean {
    const parent = dirname(path);
    if (isIgnoredFolder(parent)) return true;
    for (let folder = parent; ; folder = dirname(folder)) {
      const rules = rulesOf(folder);
      const result = rules?.test(within(folder, path, isFolder));
      if (result?.unignored) return false;
      // What is ignored for its folder's sake was had back further in.
      const inherited = folder !== parent && rules?.ignores(within(folder, parent, true));
      if (result?.ignored && !inherited) return true;
      if (isRoot(folder)) return false;
    }
  }
  return isIgnored;
}

function readRules(folder: string): Ignore | undefined {
  const file = join(folder, '.gitignore');
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  return ignore().add(readFileSync(file, 'utf8'));
}

function within(folder: string, path: string, isFolder: boolean): string {
  return relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
}

function remembered<T>(compute: (folder: string) => T): (folder: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (folder) => {
    const entry = known.get(folder) ?? { value: compute(folder) };
    known.set(folder, entry);
    return entry.value;
  };
}
