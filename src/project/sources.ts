import type { AkepaConfig } from '../config/types.js';
import { hasMarker } from '../endpoints/markers.js';
import { findFiles, type SourcePath } from './find-files.js';
import { ImportIndex } from './importers.js';
import { isMinified, ReadError, readSource, readSourceBytes, type SourceText } from './read.js';

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
  /**
   * Those of `others` whose text imports what has one of these names.
   *
   * @param modules file names without ending; for an index file that of its folder
   */
  readonly importersOf: (modules: ReadonlySet<string>) => readonly Candidate[];
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
  const index = new ImportIndex();
  for (const [nth, source] of files.entries()) {
    options.onProgress?.(nth + 1, files.length);
    try {
      const bytes = readSourceBytes(source.path);
      if (!isMinified(bytes.latin1)) {
        if (hasMarker(bytes.latin1)) candidates.push({ ...source, ...bytes.decoded() });
        else {
          others.push(source);
          index.add(source, bytes.latin1);
        }
      } else if (source.explicit) errors.push({ file: source.file, message: 'it is minified or bundled' });
      else minified.push(source.file);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      errors.push({ file: source.file, message: error.message });
    }
  }
  const importersOf = (modules: ReadonlySet<string>): Candidate[] => readAll(index.of(modules));
  return { candidates, others, importersOf, errors, files: files.length, minified };
}

/** Finds a file of the project by its real path, and reads it. */
export function fileFinder(files: readonly SourcePath[]): (path: string) => Candidate | undefined {
  let byPath: ReadonlyMap<string, SourcePath> | undefined;
  return (path) => {
    // Few runs ask.
    byPath ??= new Map(files.map((source) => [source.realPath, source]));
    const source = byPath.get(path);
    return source && readAll([source])[0];
  };
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
