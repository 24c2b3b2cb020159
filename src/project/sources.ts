import { mentionedSources } from '../analysis/imports.js';
import type { AkepaConfig } from '../config/types.js';
import { hasMarker } from '../endpoints/markers.js';
import { findFiles, type SourcePath } from './find-files.js';
import { isMinified, ReadError, readSource, type SourceText } from './read.js';

/** A file that may hold a legacy call. */
export interface Candidate extends SourcePath, SourceText {}

/** A file that could not be processed. */
export interface FileError {
  readonly file: string;
  readonly message: string;
}

/** What a run has to look at. */
export interface Sources {
  readonly candidates: readonly Candidate[];
  /** The files without a marker: they may import what a candidate exports. */
  readonly others: readonly SourcePath[];
  readonly errors: readonly FileError[];
  /** How many files were looked at. */
  readonly files: number;
  /** Minified files that were left out. */
  readonly minified: readonly string[];
}

export interface SourceOptions {
  readonly cwd: string;
  readonly root: string;
  readonly config: AkepaConfig;
  /** Called after each file. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Reads the files below `paths` and keeps those whose text holds a marker; one bad file never stops the others. */
export async function readSources(paths: readonly string[], options: SourceOptions): Promise<Sources> {
  const { files, missing } = await findFiles(paths, options);
  const candidates: Candidate[] = [];
  const others: SourcePath[] = [];
  const errors: FileError[] = [...missing];
  const minified: string[] = [];
  for (const [index, source] of files.entries()) {
    options.onProgress?.(index + 1, files.length);
    try {
      const read = readSource(source.path);
      if (!isMinified(read.text)) {
        if (hasMarker(read.text)) candidates.push({ ...source, ...read });
        else others.push(source);
      } else if (source.explicit) errors.push({ file: source.file, message: 'it is minified or bundled' });
      else minified.push(source.file);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      errors.push({ file: source.file, message: error.message });
    }
  }
  return { candidates, others, errors, files: files.length, minified };
}

/**
 * The files among `others` whose text imports what has the name of one of `modules`.
 *
 * @param modules file names without ending; for an index file that of its folder
 */
export function readImporters(others: readonly SourcePath[], modules: ReadonlySet<string>): Candidate[] {
  const index = importerIndex(others);
  return readAll([...new Set([...modules].flatMap((name) => index.get(name) ?? []))]);
}

/** Who imports what, by name: a run asks more than once, and each file is read for it once. */
const indexes = new WeakMap<readonly SourcePath[], ReadonlyMap<string, readonly SourcePath[]>>();

function importerIndex(others: readonly SourcePath[]): ReadonlyMap<string, readonly SourcePath[]> {
  const before = indexes.get(others);
  if (before) return before;
  const index = new Map<string, SourcePath[]>();
  for (const { text, ...source } of readAll(others))
    for (const name of new Set(mentionedSources(text).map(stemOf))) {
      const same = index.get(name);
      if (same) same.push(source);
      else index.set(name, [source]);
    }
  indexes.set(others, index);
  return index;
}

/** `kyc` of `./api/kyc.js` and of `./kyc/index`. */
function stemOf(path: string): string {
  return path.replace(/(?:\/index)?(?:\.[cm]?[jt]sx?)?$/, '').replace(/^.*\//, '');
}

/** The files that were listed a moment ago; whoever changes one meanwhile runs again. */
export function readAll(files: readonly SourcePath[]): Candidate[] {
  return files.flatMap((source) => {
    try {
      return [{ ...source, ...readSource(source.path) }];
    } catch (error) {
      if (error instanceof ReadError) return [];
      throw error;
    }
  });
}
