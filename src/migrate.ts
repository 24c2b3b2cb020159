import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';

import { migrate } from '../transforms/migrate.js';
import { parseFiles } from '../transforms/parse-files.js';
import { type CallResult, callResult } from '../transforms/result.js';
import type { LoadedConfig } from './config/types.js';
import { coversProject } from './project/covers.js';
import { withBom } from './project/read.js';
import { type Candidate, type FileError, readImporters, readSources } from './project/sources.js';
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
  /** Absolute; what a link leads to. */
  readonly target: string;
  /** Relative to the working directory, with forward slashes. */
  readonly targetFile: string;
  /** The whole file, with its byte order mark. */
  readonly before: string;
  readonly after: string;
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
  const byPath = new Map(sources.candidates.map((source) => [source.path, source]));
  const { files, errors, unparsed } = parseFiles(sources.candidates, {
    baseUrls: config.baseUrls,
    importersOf(modules) {
      const importers = readImporters(sources.others, modules);
      for (const source of importers) byPath.set(source.path, source);
      return importers;
    },
  });
  const isWhole = coversProject(paths, cwd, root);
  const migration = migrate(files, { config, root, unparsed, isWhole });
  const pending = migration.files.flatMap(({ file, text }) => {
    const source = byPath.get(file.path);
    return source ? [pendingFile(source, text, cwd)] : [];
  });
  const report: MigrateReport = {
    version: 1,
    calls: migration.calls.map(callResult),
    files: migration.files.map(({ file, edits }) => ({
      file: file.analysis.module.file,
      edits: edits.length,
    })),
    errors: [...sources.errors, ...errors, ...migration.errors],
    stats: {
      files: sources.files,
      minified: sources.minified.length,
      ms: Math.round(performance.now() - started),
    },
  };
  return { report, pending };
}

/**
 * Writes the changed files, each at once; one that can't be written is named and the others go on.
 *
 * @returns the report of what was really done
 */
export function writePending(report: MigrateReport, pending: readonly PendingFile[]): MigrateReport {
  const failed = new Map<string, string>();
  for (const { source, target, after } of pending) {
    try {
      writeAtomically(target, after);
    } catch (error) {
      failed.set(
        source.file,
        `it can not be written (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  }
  if (failed.size === 0) return report;
  return {
    ...report,
    calls: report.calls.map((call) => {
      const reason = failed.get(call.file);
      return reason === undefined ? call : { ...call, outcome: 'left', reason };
    }),
    files: report.files.filter(({ file }) => !failed.has(file)),
    errors: [...report.errors, ...[...failed].map(([file, message]) => ({ file, message }))],
  };
}

function pendingFile(source: Candidate, text: string, cwd: string): PendingFile {
  const target = realpathSync(source.path);
  return {
    source,
    target,
    targetFile: relative(cwd, target).split(sep).join('/'),
    before: withBom(source.text, source.hasBom),
    after: withBom(text, source.hasBom),
  };
}
