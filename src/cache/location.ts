import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { journalHome } from '../project/journal-home.js';

const NAME = 'check.json';

/**
 * Where the cache of a project lies: in the nearest node_modules, where caches are kept and nobody commits them; without
 * one, where the journal lies.
 *
 * @param root absolute folder of the project
 */
export function cacheLocation(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const packages = join(folder, 'node_modules');
    if (existsSync(packages)) return join(packages, '.cache', 'akepa-migrate', NAME);
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder)
      return join(journalHome(root).folder, NAME);
  }
}
