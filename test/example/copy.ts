import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../support/cli.js';
import { folder } from '../support/folder.js';

export const EXAMPLE = join(ROOT, 'examples/onboarding');

/** A copy of the example, with the packages that it needs. */
export function copy(): string {
  const cwd = folder();
  cpSync(EXAMPLE, cwd, { recursive: true, filter: (source) => !source.includes('node_modules') });
  symlinkSync(join(ROOT, 'node_modules'), join(cwd, 'node_modules'));
  return cwd;
}
