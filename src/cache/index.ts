import type { CheckOptions, Untimed } from '../look.js';
import type { Disk } from '../project/disk.js';
import { hashOf } from '../project/journal.js';
import { nameIn } from '../project/name.js';
import type { FileError } from '../project/sources.js';
import type { Surroundings } from '../surroundings.js';
import { type Answers, areSame } from './answers.js';
import { type CachedFacts, cachedFacts } from './files.js';
import { type Listing, notedDisk } from './listing.js';
import { lookAgain, type Seen, snapshotOf, type Times } from './snapshot.js';
import { readStored } from './stored.js';

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
  /**
   * What the same run saw before, where no file has come, gone or changed since, nor anything else that it rests on;
   * undefined where that can't be told without a look at the files.
   *
   * @param surroundings asked for only where the files are the same
   */
  unchanged(surroundings: () => Promise<Surroundings>): Promise<Untimed | undefined>;
  /** The run's files are listed with it. */
  readonly disk: Disk;
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

/**
 * Opens a cache; one that is missing, damaged or of another version is an empty one.
 *
 * @param path absolute
 * @param version of this tool
 * @param now milliseconds since the epoch
 */
export function openCache(path: string, version: string, now: () => number = Date.now): RunCache {
  const tool = `akepa-migrate ${version}, Node ${process.version}`;
  const stored = readStored(path, tool);
  let pending: (() => void) | undefined;
  return {
    begin(paths, options) {
      const { root } = options.loaded;
      const key = keyOf(paths, options);
      const run = stored.run(key);
      const files = (): readonly string[] => stored.filesOf(key);
      const disk = notedDisk(root);
      let again: Seen | undefined;
      let times: ReadonlyMap<string, Times> | undefined;
      const seen = (): ReadonlyMap<string, Times> => (times ??= again?.unchanged() ?? new Map());
      const facts = cachedFacts(root, () => stored.facts(), seen, now);
      const write = (
        state: string,
        answers: Answers,
        { files, ...looked }: Untimed,
        listing?: Listing,
      ): void => {
        const snapshot = snapshotOf(listing, answers, facts.files);
        stored.write(key, { state, answers, snapshot, looked }, files(), facts.files);
      };
      /** A file that could not be read is none of the facts: it has to be tried again. */
      const listingOf = (errors: readonly FileError[]): Listing | undefined =>
        errors.length > 0 ? undefined : disk.listing();
      return {
        disk,
        facts,
        async unchanged(surroundings) {
          const { snapshot, looked } = run ?? {};
          if (!looked || !snapshot) return undefined;
          again = lookAgain(snapshot, root);
          if (!again.isSame) return undefined;
          return (await areSame(snapshot.answers, root, surroundings)) ? { ...looked, files } : undefined;
        },
        async before(errors, surroundings) {
          const state = facts.state(errors);
          if (run?.state !== state || !(await areSame(run.answers, root, surroundings))) return undefined;
          const looked = { ...run.looked, files };
          const listing = listingOf(errors);
          if (facts.isChanged() || listing) pending = () => write(state, run.answers, looked, listing);
          return looked;
        },
        keep(looked, errors, answers) {
          // What the state stands for need not be asked again.
          const texts = answers.texts.filter(([name]) => !facts.files.has(name));
          pending = () => write(facts.state(errors), { ...answers, texts }, looked, listingOf(errors));
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
