import type { Untimed } from '../look.js';
import type { Answers } from './answers.js';
import type { StoredFile } from './files.js';
import type { Snapshot } from './snapshot.js';
import { readSections, sectionOf, type Sections, valueOf, writeSections } from './store.js';

/** A run, and all that its result rests on; names are relative to the folder of the project. */
export interface StoredRun {
  /** Of the files that it looked at. */
  readonly state: string;
  readonly answers: Answers;
  /** Undefined where nothing could tell that nothing has changed. */
  readonly snapshot?: Snapshot | undefined;
  readonly looked: Omit<Untimed, 'files'>;
}

/** What earlier runs left. */
export interface Stored {
  /** What is known of files, by their names. */
  facts(): Readonly<Record<string, StoredFile>>;
  /** @param key what was asked for */
  run(key: string): StoredRun | undefined;
  /** The files that such a run looked at. */
  filesOf(key: string): readonly string[];
  /**
   * Keeps a run, and those before it.
   *
   * @throws the file system's error
   */
  write(key: string, run: StoredRun, files: readonly string[], facts: ReadonlyMap<string, StoredFile>): void;
}

/** The results of so many different runs are kept: `check`, `check src`, `check --format sarif`. */
const MOST_RUNS = 8;
/** Sections of the file; few runs need the facts, which are most of it, or the names of the files. */
const FACTS = 'facts';
const RUN = 'run ';
const FILES = 'files ';

/**
 * Reads a cache file; one that is missing, damaged or of another version is an empty one.
 *
 * @param path absolute
 * @param tool what the file can be used by
 */
export function readStored(path: string, tool: string): Stored {
  const sections = readSections(path, tool);
  let facts: ReturnType<Stored['facts']> | undefined;
  const stored: Stored = {
    // What a section holds was put into it below.
    facts: () => (facts ??= (valueOf(sections.get(FACTS)) ?? {}) as ReturnType<Stored['facts']>),
    run: (key) => valueOf(sections.get(RUN + key)) as StoredRun | undefined,
    filesOf: (key) => valueOf(sections.get(FILES + key)) as readonly string[],
    write(key, run, files, seen) {
      // A run over all of it has seen every file that there still is.
      const all = { ...(run.looked.isWhole ? {} : stored.facts()), ...Object.fromEntries(seen) };
      const before = runsIn(sections).filter((other) => other !== key);
      const kept = before.slice(1 - MOST_RUNS).flatMap((other) => [RUN + other, FILES + other]);
      writeSections(
        path,
        tool,
        new Map([
          ...[...sections].filter(([name]) => kept.includes(name)),
          [RUN + key, sectionOf(run)],
          [FILES + key, sectionOf(files)],
          [FACTS, sectionOf(all)],
        ]),
      );
    },
  };
  return stored;
}

/** What was asked for, the latest last. */
function runsIn(sections: Sections): string[] {
  return [...sections.keys()].flatMap((name) => (name.startsWith(RUN) ? [name.slice(RUN.length)] : []));
}
