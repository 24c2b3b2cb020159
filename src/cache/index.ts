import type { CheckOptions, Untimed } from '../look.js';
import { hashOf } from '../project/journal.js';
import { nameIn } from '../project/name.js';
import type { FileError } from '../project/sources.js';
import type { Surroundings } from '../surroundings.js';
import { type Answers, areSame } from './answers.js';
import { type CachedFacts, cachedFacts } from './files.js';
import { readStored, type StoredRun, writeStored } from './store.js';

/** What `check --cache` keeps from one run to the next. */
export interface RunCache {
  /** Begins a run. */
  begin(paths: readonly string[], options: CheckOptions): CachedRun;
  /**
   * Writes what was learned.
   *
   * @throws the file system's error
   */
  save(): void;
}

/** A run with a cache. */
export interface CachedRun {
  readonly facts: CachedFacts;
  /**
   * What the same run saw before; undefined when a file, or something else that it rests on, is another now.
   *
   * @param errors what could not be read
   * @param surroundings asked for only where the files are the same
   */
  before(
    errors: readonly FileError[],
    surroundings: () => Promise<Surroundings>,
  ): Promise<Untimed | undefined>;
  keep(looked: Untimed, errors: readonly FileError[], answers: Answers): void;
}

/** The results of so many different runs are kept: `check`, `check src`, `check --format sarif`. */
const MOST_RUNS = 8;

/**
 * Opens a cache; one that is missing, damaged or of another version is an empty one.
 *
 * @param path absolute
 * @param version of this tool
 * @param now milliseconds since the epoch
 */
export function openCache(path: string, version: string, now: () => number = Date.now): RunCache {
  const tool = `akepa-migrate ${version}, Node ${process.version}`;
  const stored = readStored(path, tool) ?? { tool, files: {}, runs: {} };
  let pending: (() => void) | undefined;
  return {
    begin(paths, options) {
      const { root } = options.loaded;
      const key = keyOf(paths, options);
      const facts = cachedFacts(root, stored.files, now);
      const write = (run: StoredRun): void => {
        const { [key]: _, ...others } = stored.runs;
        const runs = Object.entries({ ...others, [key]: run }).slice(-MOST_RUNS);
        // A run over all of it has seen every file that there still is.
        const files = { ...(run.looked.isWhole ? {} : stored.files), ...Object.fromEntries(facts.files) };
        writeStored(path, { tool, files, runs: Object.fromEntries(runs) });
      };
      return {
        facts,
        async before(errors, surroundings) {
          const run = stored.runs[key];
          if (run?.state !== facts.state(errors)) return undefined;
          if (!(await areSame(run.answers, root, surroundings))) return undefined;
          if (facts.isChanged()) pending = () => write(run);
          return run.looked;
        },
        keep(looked, errors, answers) {
          pending = () => write({ state: facts.state(errors), answers, looked });
        },
      };
    },
    save() {
      pending?.();
      pending = undefined;
    },
  };
}

function keyOf(paths: readonly string[], options: CheckOptions): string {
  const { cwd, loaded, confidence, wholeRepository = false, fixes = false } = options;
  const { root, config } = loaded;
  return hashOf(JSON.stringify([paths, nameIn(root, cwd), config, confidence, wholeRepository, fixes]));
}
