import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { put, writeAtomically } from './write.js';

/**
 * Writes a file of ours, and the folders that it lies in; whoever reads it meanwhile sees all of the old or of the new.
 *
 * @param path absolute
 * @throws the file system's error
 */
export function writeReport(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) put(path, content);
  else if (stats.isFile()) writeAtomically(path, content);
  // A pipe or a device is to be written to, not to be replaced by a file.
  else writeFileSync(path, content);
}
