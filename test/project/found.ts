import { findFiles } from '../../src/project/find-files.js';
import type { AkepaConfig } from '../../src/config/types.js';

/** The names of what is found, in order. */
export async function found(
  cwd: string,
  paths: readonly string[] = [],
  config: AkepaConfig = {},
  root = cwd,
): Promise<string[]> {
  const { files } = await findFiles(paths, { cwd, root, config });
  return files.map(({ file }) => file);
}
