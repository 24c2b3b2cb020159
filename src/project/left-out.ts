import { basename, dirname, join } from 'node:path';

import { isExcluded } from '../config/globs.js';
import type { AkepaConfig } from '../config/types.js';
import type { Disk } from './disk.js';
import { gitIgnore } from './gitignore.js';
import { isWithin } from './name.js';

/** What is never looked at unless it is named by its path. */
export interface LeftOut {
  /** A folder that is not looked into, absolute; where a walk starts, or on its way. */
  readonly folder: (path: string) => boolean;
  /** A file of a folder that is looked into, which is absolute. */
  readonly file: (folder: string, name: string) => boolean;
}

/** Folders of these names hold build output when they lie beside a package.json. */
const BUILD_FOLDERS = new Set([
  'dist',
  'build',
  'out',
  'coverage',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
]);

/**
 * What `.gitignore` and the config exclude, and build output.
 *
 * @param cwd absolute; what lies above it says nothing of it
 * @param root absolute folder that the config's globs start from
 */
export function leftOut(cwd: string, root: string, config: AkepaConfig, disk: Disk): LeftOut {
  const isUnwanted = (path: string): boolean => isExcluded(path, config, root);
  const hasExcluded = Boolean(config.exclude?.length);
  const isIgnored = gitIgnore(disk);
  const isBuilt = buildOutput(cwd, disk);
  return {
    folder: (path) => isUnwanted(path) || isBuilt(path) || isIgnored(dirname(path), basename(path), true),
    file: (folder, name) => (hasExcluded && isUnwanted(join(folder, name))) || isIgnored(folder, name),
  };
}

/** Whether a folder lies in build output, or is it. */
function buildOutput(cwd: string, disk: Disk): (path: string) => boolean {
  const isPackage = new Map<string, boolean>();
  return (path) => {
    for (let folder = path; !isWithin(folder, cwd); folder = dirname(folder)) {
      if (!BUILD_FOLDERS.has(basename(folder))) continue;
      const parent = dirname(folder);
      if (!isPackage.has(parent)) isPackage.set(parent, disk.exists(join(parent, 'package.json')));
      if (isPackage.get(parent)) return true;
    }
    return false;
  };
}
