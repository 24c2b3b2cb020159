import { readFileSync } from 'node:fs';

import { type LegacyAnswer, signsInText } from '../analysis/legacy-answers.js';
import type { LegacyId } from '../endpoints/types.js';
import { DISK } from './disk.js';
import { type FindOptions, NEVER } from './find-files.js';
import { leftOut } from './left-out.js';
import { nameIn } from './name.js';
import { walkFiles } from './walk-files.js';

/** A snapshot file of Jest or Vitest that holds something of the legacy side. */
export interface Snapshot {
  readonly file: string;
  /** For people: a path, or a member of a legacy answer. */
  readonly sign: string;
}

/** The snapshot files of a project that hold a path of endpoints whose calls have moved, or an answer of them. */
export function staleSnapshots(
  { cwd, root, config }: FindOptions,
  moved: ReadonlySet<LegacyId>,
): readonly Snapshot[] {
  if (moved.size === 0) return [];
  const isLeftOut = leftOut(cwd, root, config, DISK);
  const isSnapshot = (name: string): boolean => name.endsWith('.snap');
  const { files } = walkFiles(cwd, isSnapshot, (name) => NEVER.has(name), isLeftOut, DISK);
  return files.toSorted().flatMap((file) => {
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
