import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

import { migrate, type Migration, type MigrationOptions } from '../transforms/migrate.js';
import { parseFiles } from '../transforms/parse-files.js';
import type { PlanFile } from '../transforms/plan.js';
import { type CallResult, callResults } from '../transforms/result.js';
import type { Comparison } from './compare/types.js';
import type { LoadedConfig } from './config/types.js';
import type { LegacyId } from './endpoints/types.js';
import { flowGroups } from './flow-groups.js';
import { leftOutBy } from './only.js';
import { coversProject } from './project/covers.js';
import { packageEntries } from './project/entries.js';
import { nameIn } from './project/name.js';
import { withBom } from './project/read.js';
import { type Snapshot, staleSnapshots } from './project/snapshots.js';
import { type Candidate, type FileError, fileFinder, readSources } from './project/sources.js';

/** What `migrate --format json` prints. */
export interface MigrateReport {
  readonly version: 1;
  readonly calls: readonly CallResult[];
  /** The files that change, and in how many places. */
  readonly files: readonly { readonly file: string; readonly edits: number }[];
  readonly errors: readonly FileError[];
  /** Snapshot files of what has moved: their test runner updates them. */
  readonly snapshots: readonly Snapshot[];
  /** What was asked for beyond parsing the new texts. */
  readonly verification: {
    /** The TypeScript that `--verify types` used. */
    readonly typescript: { readonly version: string; readonly origin: 'project' | 'bundled' } | null;
    /** What `--verify run` found. */
    readonly comparison: Comparison | null;
  };
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
  /** Files of one group share a flow, and are written together or not at all. */
  readonly group: number;
}

export interface MigrateRunOptions {
  /** Absolute; results name files relative to it. */
  readonly cwd: string;
  readonly loaded: LoadedConfig;
  /** Moves only the flows that consist of these; default: all. */
  readonly only?: readonly LegacyId[];
  /** Takes back what brings a new TypeScript diagnostic. */
  readonly verifyTypes?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Migrates the files below `paths` in memory; `pending` is what `writePending` would write. */
export async function migrateFiles(
  paths: readonly string[],
  options: MigrateRunOptions,
): Promise<{ report: MigrateReport; pending: readonly PendingFile[] }> {
  const started = performance.now();
  const { cwd, loaded, onProgress } = options;
  const { config, root } = loaded;
  const sources = await readSources(paths, { cwd, root, config, onProgress });
  const byPath = new Map(sources.candidates.map((source) => [source.path, source]));
  const findFile = fileFinder(sources.others);
  const { files, readers, errors, unparsed } = parseFiles(sources.candidates, {
    baseUrls: config.baseUrls,
    fileAt(path) {
      const source = findFile(path);
      if (source) byPath.set(source.path, source);
      return source;
    },
    importersOf(modules) {
      const importers = sources.importersOf(modules);
      for (const source of importers) byPath.set(source.path, source);
      return importers;
    },
  });
  const { only } = options;
  const { migration, checked, typescript } = await migrated([...files, ...readers], options, {
    config,
    root,
    unparsed,
    isWhole: coversProject(paths, cwd, root),
    entries: packageEntries(root, [...files, ...readers]),
    ...(only && { hold: (flow) => leftOutBy(flow, only) }),
  });
  const groups = flowGroups(migration);
  const pending = migration.files.flatMap(({ file, text }) => {
    const source = byPath.get(file.path);
    return source ? [pendingFile(source, text, cwd, groups.get(file) ?? -1)] : [];
  });
  const typed = new Set(pending.filter(({ target }) => checked.has(target)).map(({ source }) => source.file));
  const calls = callResults(migration, (file) => nameIn(root, resolve(cwd, file))).map((call) =>
    call.verified !== null && typed.has(call.file) ? { ...call, verified: 'types' as const } : call,
  );
  const moved = calls.filter(({ outcome }) => outcome === 'rewritten').map(({ endpoint }) => endpoint);
  const report: MigrateReport = {
    version: 1,
    calls,
    files: migration.files.map(({ file, edits }) => ({
      file: file.analysis.module.file,
      edits: edits.length,
    })),
    errors: [...sources.errors, ...errors, ...migration.errors],
    snapshots: staleSnapshots({ cwd, root, config }, new Set(moved)),
    verification: { typescript, comparison: null },
    stats: {
      files: sources.files,
      minified: sources.minified.length,
      ms: Math.round(performance.now() - started),
    },
  };
  return { report, pending };
}

/** The migration, and the files that TypeScript checked. */
async function migrated(
  files: readonly PlanFile[],
  { cwd, verifyTypes }: MigrateRunOptions,
  options: MigrationOptions,
): Promise<{
  migration: Migration;
  checked: ReadonlySet<string>;
  typescript: MigrateReport['verification']['typescript'];
}> {
  if (!verifyTypes) return { migration: migrate(files, options), checked: new Set(), typescript: null };
  const [{ typeChecker }, { migrateWithTypes }] = await Promise.all([
    import('./verify/types.js'),
    import('./verify/take-back.js'),
  ]);
  const checker = await typeChecker(cwd);
  const nameOf = (path: string): string => nameIn(cwd, path);
  const migration = migrateWithTypes(files, { ...options, checker, nameOf });
  const { version, origin } = checker;
  return { migration, checked: migration.checked, typescript: { version, origin } };
}

function pendingFile(source: Candidate, text: string, cwd: string, group: number): PendingFile {
  const target = realpathSync(source.path);
  return {
    source,
    target,
    targetFile: nameIn(cwd, target),
    before: withBom(source.text, source.hasBom),
    after: withBom(text, source.hasBom),
    group,
  };
}
