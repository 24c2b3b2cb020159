import type { AkepaConfig } from '../config/types.js';
import { factsOf, type FileFacts, type KnownFacts } from './facts.js';
import type { Disk } from './disk.js';
import { findFiles, type SourcePath } from './find-files.js';
import { ImportIndex } from './importers.js';
import { ReadError, readSource, type SourceBytes, readSourceBytes, type SourceText } from './read.js';

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
  /** Files that it knows are not read before somebody asks for their text. */
  readonly known?: KnownFacts | undefined;
  /** The files are listed with it. */
  readonly disk?: Disk | undefined;
}

/** Reads the files below `paths` and keeps those whose text holds a marker; one bad file never stops the others. */
export async function readSources(paths: readonly string[], options: SourceOptions): Promise<Sources> {
  const { files, missing } = await findFiles(paths, options);
  const { known, onProgress } = options;
  const marked: (SourcePath | Candidate)[] = [];
  const others: SourcePath[] = [];
  const errors: FileError[] = [...missing];
  const minified: string[] = [];
  const index = new ImportIndex();
  for (const [nth, source] of files.entries()) {
    onProgress?.(nth + 1, files.length);
    try {
      const { kind, imports, bytes }: Learned = known?.of(source) ?? learn(source, known);
      if (kind === 'candidate') marked.push(bytes ? { ...source, ...bytes.decoded() } : source);
      else if (kind === 'other') {
        others.push(source);
        index.add(source, imports);
      } else if (source.explicit) errors.push({ file: source.file, message: 'it is minified or bundled' });
      else minified.push(source.file);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      errors.push({ file: source.file, message: error.message });
    }
  }
  let candidates: readonly Candidate[] | undefined;
  return {
    get candidates() {
      candidates ??= marked.flatMap((source) => ('text' in source ? [source] : readAll([source])));
      return candidates;
    },
    others,
    importersOf: (modules) => readAll(index.of(modules)),
    errors,
    files: files.length,
    minified,
  };
}

/** Facts, and the bytes that they were taken from. */
interface Learned extends FileFacts {
  /** Valid until the next file is read. */
  readonly bytes?: SourceBytes;
}

/** @throws {ReadError} */
function learn(source: SourcePath, known: KnownFacts | undefined): Learned {
  const bytes = readSourceBytes(source.path);
  const facts = factsOf(bytes);
  known?.learn(source, bytes, facts);
  return { ...facts, bytes };
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
