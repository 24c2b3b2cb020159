import { dirname, relative, sep } from 'node:path';

import type { Project, SourceFile } from 'ts-morph';

import type { AkepaConfig } from '../src/config/types.js';
import { validateConfig } from '../src/config/validate.js';
import { hasMarker } from '../src/endpoints/markers.js';
import { migrate } from './migrate.js';
import { parseFiles } from './parse-files.js';
import { type CallResult, callResults } from './result.js';

export type { CallResult } from './result.js';

/** Options of the transforms. */
export interface MigrateOptions {
  /** The same object as in `akepa.config`. */
  readonly config?: AkepaConfig;
  /** Absolute folder that the config's globs and relative imports start from; the first file's folder by default. */
  readonly root?: string;
  /** Absolute folder that results name files relative to; without it they name absolute paths. */
  readonly cwd?: string;
}

/** What a migration did; nothing is saved. */
export interface MigrateResult {
  /** Every legacy call, in the order of the files and of their text. */
  readonly calls: readonly CallResult[];
  /** The calls that were not rewritten. */
  readonly leftovers: readonly CallResult[];
  /** The source files whose text changed, and in how many places. */
  readonly files: readonly ChangedFile[];
  /** The files that could not be processed; they are as they were. */
  readonly errors: readonly { readonly file: string; readonly message: string }[];
}

export interface ChangedFile {
  readonly file: string;
  readonly edits: number;
  readonly sourceFile: SourceFile;
}

/**
 * Migrates one source file in memory: rewrites the calls whose flow can move, and annotates the others.
 *
 * @throws {ConfigError} when the config is not valid
 */
export function migrateSourceFile(sourceFile: SourceFile, options: MigrateOptions = {}): MigrateResult {
  return migrateSourceFiles([sourceFile], options, false);
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
    true,
  );
}

/** @param isWhole they are all files of their project */
function migrateSourceFiles(
  sourceFiles: readonly SourceFile[],
  options: MigrateOptions,
  isWhole: boolean,
): MigrateResult {
  const config = validateConfig(options.config ?? {}, 'options.config');
  const { cwd } = options;
  const bySource = new Map<string, SourceFile>(sourceFiles.map((file) => [file.getFilePath(), file]));
  const all = [...bySource].map(([path, sourceFile]) => {
    const file = cwd === undefined ? path : relative(cwd, path).split(sep).join('/');
    return { file, path, text: sourceFile.getFullText() };
  });
  const texts = all.filter(({ text }) => hasMarker(text));
  const byPath = new Map(all.map((item) => [item.path, item]));
  const others = all.filter((item) => !texts.includes(item));
  const parsed = parseFiles(texts, {
    baseUrls: config.baseUrls,
    linked: others,
    importersOf: () => others,
    fileAt: (path) => (isWhole ? byPath.get(path) : undefined),
  });
  const [first] = parsed.files;
  const root = options.root ?? (first && dirname(first.path));
  const migration = migrate([...parsed.files, ...parsed.readers], {
    config,
    root,
    unparsed: parsed.unparsed,
    isWhole,
  });
  const files = migration.files.flatMap(({ file, edits, text }) => {
    const sourceFile = bySource.get(file.path);
    // Not `replaceWithText`: that writes every line end anew.
    sourceFile?.applyTextChanges([{ span: { start: 0, length: sourceFile.getFullWidth() }, newText: text }]);
    return sourceFile ? [{ file: file.analysis.module.file, edits: edits.length, sourceFile }] : [];
  });
  const calls = callResults(migration);
  return {
    calls,
    leftovers: calls.filter(({ outcome }) => outcome !== 'rewritten'),
    files,
    errors: [...parsed.errors, ...migration.errors],
  };
}
