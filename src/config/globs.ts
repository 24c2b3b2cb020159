import picomatch from 'picomatch';

import { nameIn } from '../project/name.js';
import type { AkepaConfig } from './types.js';

/**
 * A matcher for the config's globs; a folder stands for all that is in it.
 *
 * @returns takes a path relative to the config file, with forward slashes
 */
export function globMatcher(globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''));
  return picomatch([...patterns, ...patterns.map((pattern) => `${pattern}/**`)], { dot: true });
}

/**
 * Whether the config leaves a file out.
 *
 * @param path absolute
 * @param root absolute folder that the config's globs start from
 */
export function isExcluded(path: string, { exclude }: AkepaConfig, root: string): boolean {
  return exclude !== undefined && globMatcher(exclude)(nameIn(root, path));
}
