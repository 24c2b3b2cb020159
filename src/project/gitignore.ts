import { basename, dirname, join } from 'node:path';

import type { Ignore } from 'ignore';

import { requirePackage } from '../packages.js';
import type { Disk } from './disk.js';
import { namesOfRules } from './ignored-names.js';
import { nameIn } from './name.js';

/** The rules of a folder. */
interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
  /** Whether the rules can say something of a name. */
  readonly mayMeet: (name: string, isFolder: boolean) => boolean;
}

/** What holds for all that lies in a folder. */
interface Place {
  /** Absolute. */
  readonly folder: string;
  readonly isIgnored: boolean;
  /** The innermost first. */
  readonly rules: readonly Rules[];
}

/**
 * Whether `.gitignore` files ignore a path, as git has it: the innermost that speaks of it decides, and what lies in
 * an ignored folder can't be had back.
 *
 * @returns takes an absolute folder, the name of what lies in it, and whether that is a folder
 */
export function gitIgnore(disk: Disk): (parent: string, name: string, isFolder?: boolean) => boolean {
  // A repository's rules end at its root.
  const isRoot = remembered((folder) => disk.exists(join(folder, '.git')) || dirname(folder) === folder);
  const rulesIn = remembered((folder): readonly Rules[] => {
    const text = disk.textOf(join(folder, '.gitignore'));
    const outer = isRoot(folder) ? [] : rulesIn(dirname(folder));
    if (text === undefined) return outer;
    const rules = requirePackage('ignore').default().add(text);
    return [{ folder, rules, mayMeet: namesOfRules(text) }, ...outer];
  });
  const placeOf = remembered((folder): Place => {
    const isInside = !isRoot(folder) && isIgnored(dirname(folder), basename(folder), true);
    return { folder, isIgnored: isInside, rules: isInside ? [] : rulesIn(folder) };
  });
  // A walk asks for the entries of one folder after the other.
  let place: Place | undefined;
  function isIgnored(parent: string, name: string, isFolder = false): boolean {
    if (place?.folder !== parent) place = placeOf(parent);
    if (place.isIgnored) return true;
    for (const { folder, rules, mayMeet } of place.rules) {
      if (!mayMeet(name, isFolder)) continue;
      const result = rules.test(nameIn(folder, join(parent, name)) + (isFolder ? '/' : ''));
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
    const before = known.get(folder);
    if (before) return before.value;
    const value = compute(folder);
    known.set(folder, { value });
    return value;
  };
}
