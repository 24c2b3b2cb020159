import { resolve } from 'node:path';

import { isWithin } from './name.js';

/**
 * Whether a run over `paths` looks at every file of the project: one of them is the project's folder, or holds it.
 *
 * @param paths as the user gave them; none is the working directory
 * @param root absolute folder of the project
 */
export function coversProject(paths: readonly string[], cwd: string, root: string): boolean {
  return (paths.length > 0 ? paths : ['.']).some((path) => isWithin(resolve(cwd, path), root));
}
