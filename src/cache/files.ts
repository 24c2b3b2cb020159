import { statSync } from 'node:fs';

import type { FileFacts, KnownFacts } from '../project/facts.js';
import type { SourcePath } from '../project/find-files.js';
import { hashOf } from '../project/journal.js';
import { nameIn } from '../project/name.js';
import type { FileError } from '../project/sources.js';
import type { Times } from './snapshot.js';

/** A file as the cache holds it: size, times of change in milliseconds, hash of its bytes, facts. */
export type StoredFile = readonly [
  size: number,
  modified: number,
  changed: number,
  hash: string,
  kind: FileFacts['kind'],
  imports: FileFacts['imports'],
];

/**
 * A file that was changed a moment before it was read may be changed again without another time: file systems count in
 * steps of up to two seconds.
 */
const STEP_MS = 2000;
/** No file has this time. */
export const NEVER = -1;

/** What is known of the files of a run. */
export interface CachedFacts extends KnownFacts {
  /** Stands for all files of the run: where they lie, what is in them, and which could not be read. */
  state(errors: readonly FileError[]): string;
  /** Of the run's files, by their names. */
  readonly files: ReadonlyMap<string, StoredFile>;
  /** Whether something was learned. */
  isChanged(): boolean;
}

/**
 * @param root absolute folder that names are relative to
 * @param stored what earlier runs learned
 * @param seen the times of files that this run has asked for
 * @param now milliseconds since the epoch
 */
export function cachedFacts(
  root: string,
  stored: () => Readonly<Record<string, StoredFile>>,
  seen: () => ReadonlyMap<string, Times>,
  now: () => number,
): CachedFacts {
  const files = new Map<string, StoredFile>();
  const state: string[] = [];
  let learned = false;

  function keep({ path, realPath, explicit }: SourcePath, name: string, file: StoredFile): void {
    files.set(name, file);
    const place = realPath === path ? '' : nameIn(root, realPath);
    // No name has a NUL in it.
    state.push(`${name}\0${place}\0${explicit}\0${file[3]}\0`);
  }

  return {
    files,
    of(source) {
      const name = nameIn(root, source.path);
      const known = stored();
      const before = Object.hasOwn(known, name) ? known[name] : undefined;
      if (!before || !isSame(before, seen().get(name) ?? timesOf(source.path))) return undefined;
      keep(source, name, before);
      return { kind: before[4], imports: before[5] };
    },
    learn(source, { bytes, stats }, { kind, imports }) {
      learned = true;
      const { size, mtimeMs, ctimeMs } = stats;
      const isSettled = Math.max(mtimeMs, ctimeMs) < now() - STEP_MS;
      const times = isSettled ? ([mtimeMs, ctimeMs] as const) : ([NEVER, NEVER] as const);
      keep(source, nameIn(root, source.path), [size, ...times, hashOf(bytes), kind, imports]);
    },
    state: (errors) => hashOf([...state, JSON.stringify(errors)].join('')),
    isChanged: () => learned,
  };
}

/** `touch -r` sets the one time back, and nothing the other. */
function isSame([size, modified, changed]: StoredFile, now: Times | undefined): boolean {
  return now !== undefined && now[0] === size && now[1] === modified && now[2] === changed;
}

function timesOf(path: string): Times | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ctimeMs] : undefined;
}
