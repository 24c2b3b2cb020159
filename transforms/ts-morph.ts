import { dirname } from 'node:path';

import type { Project, SourceFile } from 'ts-morph';

import { analyse } from '../src/analysis/analyse.js';
import type { AkepaConfig } from '../src/config/types.js';
import { validateConfig } from '../src/config/validate.js';
import { hasMarker } from '../src/endpoints/markers.js';
import { parseModule } from '../src/syntax/parse.js';
import { migrate } from './migrate.js';
import type { PlanFile } from './plan.js';
import { type CallResult, callResult } from './result.js';

export type { CallResult } from './result.js';

/** Options of the transforms. */
export interface MigrateOptions {
  /** The same object as in `akepa.config`. */
  readonly config?: AkepaConfig;
  /** Absolute folder that the config's globs and relative imports start from; the file's own folder by default. */
  readonly root?: string;
}

/** What a migration did; nothing is saved. */
export interface MigrateResult {
  /** Every legacy call, in the order of the files and of their text. */
  readonly calls: readonly CallResult[];
  /** The calls that were not rewritten. */
  readonly leftovers: readonly CallResult[];
  /** The source files whose text changed. */
  readonly changed: readonly SourceFile[];
  /** The files that could not be parsed; they are as they were. */
  readonly errors: readonly { readonly file: string; readonly message: string }[];
}

/**
 * Migrates one source file in memory: rewrites the calls whose flow can move, and annotates the others.
 *
 * @throws {ConfigError} when the config is not valid
 */
export function migrateSourceFile(sourceFile: SourceFile, options: MigrateOptions = {}): MigrateResult {
  return migrateSourceFiles([sourceFile], options);
}

/**
 * Migrates every source file of a project in memory; flows that are spread over files move together.
 *
 * @throws {ConfigError} when the config is not valid
 */
export function migrateProject(project: Project, options: MigrateOptions = {}): MigrateResult {
  return migrateSourceFiles(
    project.getSourceFiles().filter((file) => !file.isInNodeModules() && !file.isDeclarationFile()),
    options,
  );
}

function migrateSourceFiles(
  sourceFiles: readonly SourceFile[],
  { config = {}, root }: MigrateOptions,
): MigrateResult {
  const checked = validateConfig(config, 'options.config');
  const bySource = new Map<PlanFile, SourceFile>();
  const errors: { file: string; message: string }[] = [];
  for (const sourceFile of sourceFiles) {
    const path = sourceFile.getFilePath();
    const text = sourceFile.getFullText();
    if (!hasMarker(text)) continue;
    try {
      const analysis = analyse(parseModule(path, text), checked);
      bySource.set({ analysis, path }, sourceFile);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      errors.push({ file: path, message: error.message });
    }
  }
  const files = [...bySource.keys()];
  const [first] = files;
  const migration = migrate(files, { config: checked, root: root ?? (first && dirname(first.path)) });
  const changed = migration.files.flatMap(({ file, text }) => {
    const sourceFile = bySource.get(file);
    sourceFile?.replaceWithText(text);
    return sourceFile ?? [];
  });
  const calls = migration.calls.map(callResult);
  return { calls, leftovers: calls.filter(({ outcome }) => outcome !== 'rewritten'), changed, errors };
}
