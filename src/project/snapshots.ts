import { readFileSync } from 'node:fs';

import { glob } from 'tinyglobby';

import { type LegacyAnswer, signsInText } from '../analysis/legacy-answers.js';
import type { LegacyId } from '../endpoints/types.js';
import { nameIn } from './name.js';

/** A snapshot file of Jest or Vitest that holds something of the legacy side. */
export interface Snapshot {
  readonly file: string;
  /** For people: a path, or a member of a legacy answer. */
  readonly sign: string;
}

/**
 * The snapshot files below a folder that hold a path of endpoints whose calls have moved, or an answer of them.
 *
 * @param cwd absolute; files are named from it
 */
export async function staleSnapshots(cwd: string, moved: ReadonlySet<LegacyId>): Promise<Snapshot[]> {
  if (moved.size === 0) return [];
  const files = await glob('**/*.snap', { cwd, absolute: true, dot: true, ignore: ['**/node_modules/**'] });
  return files.sort().flatMap((file) => {
    const stale = signsIn(file).find(({ endpoints }) => endpoints.some((id) => moved.has(id)));
    return stale ? [{ file: nameIn(cwd, file), sign: stale.sign }] : [];
  });
}

function signsIn(file: string): readonly LegacyAnswer[] {
  try {
    return signsInText(readFileSync(file, 'utf8'));
  } catch {
    // Gone since it was listed, or not to be read: there is nothing to say of it.
    return [];
  }
}
