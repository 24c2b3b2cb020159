import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Files, folder } from '../support/folder.js';

/** This package's folder. */
export const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

/** A new folder with `files` in which the built package is installed. */
export function consumer(files: Files): string {
  const root = folder(files);
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(PACKAGE, join(root, 'node_modules', 'akepa-migrate'), 'dir');
  return root;
}
