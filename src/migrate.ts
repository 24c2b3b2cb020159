import { Project } from 'ts-morph';

import type { CallResult } from '../transforms/result.js';
import { migrateProject } from '../transforms/ts-morph.js';
import type { LoadedConfig } from './config/types.js';
import { withBom } from './project/read.js';
import { type Candidate, type FileError, readSources } from './project/sources.js';
import { writeAtomically } from './project/write.js';

/** What `migrate --format json` prints. */
export interface MigrateReport {
  readonly version: 1;
  readonly calls: readonly CallResult[];
  /** The files that change, and in how many places. */
  readonly files: readonly { readonly file: string; readonly edits: number }[];
  readonly errors: readonly FileError[];
  readonly stats: {
    /** Files that were looked at. */
    readonly files: number;
    /** Minified files that were left out. */
    readonly minified: number;
    readonly ms: number;
  };
}

/** A changed file, before it is written. */
export interface PendingFile {
  readonly source: Candidate;
  /** Without a byte order mark. */
  readonly text: string;
}

export interface MigrateRunOptions {
  /** Absolute; results name files relative to it. */
  readonly cwd: string;
  readonly loaded: LoadedConfig;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Migrates the files below `paths` in memory; `pending` is what {@link writePending} would write. */
export async function migrateFiles(
  paths: readonly string[],
  { cwd, loaded, onProgress }: MigrateRunOptions,
): Promise<{ report: MigrateReport; pending: readonly PendingFile[] }> {
  const started = performance.now();
  const { config, root } = loaded;
  const sources = await readSources(paths, { cwd, root, config, onProgress });
  const byPath = new Map(sources.candidates.map((source) => [source.file, source]));
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  for (const { path, text } of sources.candidates) project.createSourceFile(path, text);
  const result = migrateProject(project, { config, root, cwd });
  const pending = result.files.flatMap(({ file, sourceFile }) => {
    const source = byPath.get(file);
    return source ? [{ source, text: sourceFile.getFullText() }] : [];
  });
  const report: MigrateReport = {
    version: 1,
    calls: result.calls,
    files: result.files.map(({ file, edits }) => ({ file, edits })),
    errors: [...sources.errors, ...result.errors],
    stats: {
      files: sources.files,
      minified: sources.minified.length,
      ms: Math.round(performance.now() - started),
    },
  };
  return { report, pending };
}

/** Writes the changed files, each at once; a file that can't be written is named and the others go on. */
export function writePending(pending: readonly PendingFile[]): FileError[] {
  return pending.flatMap(({ source, text }) => {
    try {
      writeAtomically(source.path, withBom(text, source.hasBom));
      return [];
    } catch (error) {
      return [{ file: source.file, message: error instanceof Error ? error.message : String(error) }];
    }
  });
}
