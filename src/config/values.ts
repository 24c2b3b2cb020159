import { relative, sep } from 'node:path';

import { globMatcher } from './globs.js';
import type { AkepaConfig, Values } from './types.js';

/**
 * The values that hold for one file: those for all files, and over them the overrides whose globs match it.
 *
 * @param path absolute path of the file
 * @param root absolute folder that the globs start from; undefined leaves overrides out
 */
export function valuesFor(
  { values = {}, overrides = [] }: AkepaConfig,
  path: string,
  root: string | undefined,
): Values {
  if (root === undefined) return values;
  const name = relative(root, path).split(sep).join('/');
  return overrides
    .filter(({ files }) => globMatcher(files)(name))
    .reduce<Values>((merged, override) => ({ ...merged, ...override.values }), values);
}
