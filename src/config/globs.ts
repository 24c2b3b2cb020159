import { requirePackage } from '../packages.js';
import { nameIn } from '../project/name.js';
import type { AkepaConfig } from './types.js';

/**
 * A matcher for the config's globs; a folder stands for all that is in it.
 *
 * @returns takes a path relative to the config file, with forward slashes
 */
export function globMatcher(globs: readonly string[]): (name: string) => boolean {
  const patterns = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''));
  return requirePackage('picomatch')([...patterns, ...patterns.map((pattern) => `${pattern}/**`)], {
    dot: true,
  });
}

/** Of each config's list: an editor asks at every keystroke, and a run for every file. */
const matchers = new WeakMap<readonly string[], (name: string) => boolean>();

/**
 * Whether the config leaves a file or a folder out.
 *
 * @param path absolute
 * @param root absolute folder that the config's globs start from
 */
export function isExcluded(path: string, { exclude }: AkepaConfig, root: string): boolean {
  if (!exclude?.length) return false;
  const matches = matchers.get(exclude) ?? globMatcher(exclude);
  matchers.set(exclude, matches);
  return matches(nameIn(root, path));
}
