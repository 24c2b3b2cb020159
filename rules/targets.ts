import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { readText } from '../src/analysis/read-text.js';
import { programOf } from './link.js';

type Answers = Map<string, string | undefined>;

/** By the folder that ESLint runs in and what asks; as long as the process, as the resolver keeps what it has read. */
const known = new Map<string, Map<string, Answers>>();
/** By folder: whether the nearest tsconfig.json leaves it to others which of them holds for a file. */
const solutions = new Map<string, boolean>();

/**
 * The real paths of the project's files that a file means by its imports. The files of a folder mean the same, unless
 * each has a tsconfig of its own: they are asked for once.
 *
 * @param path absolute path of the file
 * @param cwd absolute folder that ESLint runs in
 */
export function targetsOf(sources: readonly string[], path: string, cwd: string): Set<string> {
  const folder = dirname(path);
  const inFolder = entryOf(known, cwd, () => new Map<string, Answers>());
  const answers = entryOf(inFolder, isSolution(folder) ? path : folder, (): Answers => new Map());
  const targets = new Set<string>();
  for (const source of sources) {
    const target = entryOf(answers, source, () => programOf(cwd).targetOf(path, source));
    if (target !== undefined) targets.add(target);
  }
  return targets;
}

function isSolution(folder: string): boolean {
  return entryOf(solutions, folder, () => {
    const config = join(folder, 'tsconfig.json');
    if (existsSync(config)) return readText(config)?.includes('"references"') !== false;
    const parent = dirname(folder);
    return parent !== folder && isSolution(parent);
  });
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const before = map.get(key);
  // What is there may be undefined itself.
  if (before !== undefined || map.has(key)) return before as V;
  const made = make();
  map.set(key, made);
  return made;
}
