import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { LoadedConfig } from '../../config/types.js';
import { BASELINE_FILE, BaselineError, parseBaseline } from '../../gate/baseline-text.js';
import type { Entry } from '../../gate/entry.js';
import { nameIn } from '../../project/name.js';
import { ReadError, readSource } from '../../project/read.js';
import { writeAtomically } from '../../project/write.js';

/** The file that says which findings are known. */
export interface BaselineFile {
  /** Absolute. */
  readonly path: string;
  /** From the working directory. */
  readonly name: string;
  /** What is in it; undefined while there is none. */
  readonly text: string | undefined;
  readonly entries: readonly Entry[] | undefined;
}

/**
 * The project, whose folder is that of its config; without one, it is that of the nearest baseline from the working
 * directory upwards, as far as the repository goes.
 */
export function withBaselineRoot(loaded: LoadedConfig, cwd: string): LoadedConfig {
  if (loaded.file !== undefined) return loaded;
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, BASELINE_FILE))) return { ...loaded, root: folder };
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return loaded;
  }
}

/**
 * Reads the baseline.
 *
 * @param named the file that the user named
 * @param mayMiss it is going to be written
 * @throws {BaselineError} when it can't be read, or a file that was named is missing
 */
export function readBaseline(
  root: string,
  cwd: string,
  named: string | undefined,
  mayMiss: boolean,
): BaselineFile {
  const path = named === undefined ? join(root, BASELINE_FILE) : resolve(cwd, named);
  const name = nameIn(cwd, path);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    if (named === undefined || mayMiss) return { path, name, text: undefined, entries: undefined };
    throw new BaselineError(`${name}: there is no such baseline; --write-baseline makes one`);
  }
  if (stats.isDirectory()) throw new BaselineError(`${name}: it is a folder, and no baseline`);
  try {
    const { text } = readSource(path);
    return { path, name, text, entries: parseBaseline(text, name) };
  } catch (error) {
    if (error instanceof ReadError) throw new BaselineError(`${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** @throws {BaselineError} when the file can't be written */
export function writeBaseline({ path, name, text: before }: BaselineFile, text: string): void {
  if (text === before) return;
  try {
    if (before === undefined) writeFileSync(path, text, { flag: 'wx' });
    else writeAtomically(path, text);
  } catch (error) {
    const problem = error instanceof Error ? error.message.split(',')[0] : String(error);
    throw new BaselineError(`${name}: it can not be written (${problem})`, { cause: error });
  }
}
