import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { writeAtomically } from '../project/write.js';
import type { Change } from './proposal.js';

/** The file is not as it was when it was looked at; the message says how. */
export class ChangedError extends Error {
  override readonly name = 'ChangedError';
}

/**
 * Writes a change; a file that came or was changed in the meantime stays as it is.
 *
 * @throws {ChangedError}
 */
export function writeChange(folder: string, { file, before, after }: Change): void {
  const path = join(folder, file);
  if (before === undefined) {
    mkdirSync(dirname(path), { recursive: true });
    create(path, after);
    return;
  }
  if (readFileSync(path, 'utf8') !== before) throw new ChangedError('it was changed in the meantime');
  writeAtomically(path, after);
}

function create(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new ChangedError('it is there by now', { cause: error });
    throw error;
  }
}
