import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';

import type { Module } from '../syntax/module.js';
import { ParseError, parseModule } from '../syntax/parse.js';
import type { Formatting } from '../syntax/style.js';
import { formattingOf } from './formatting.js';
import { importerFinder, targetFinder } from './importers.js';
import { onDisk, type Outside } from './outside.js';
import { forgetAnswers } from '../syntax/remember.js';
import { withoutEnding } from './imports.js';

/** A file to analyse. */
export interface FileText {
  /** As results name it, with forward slashes. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
}

/** The modules of a run: each is parsed once, when it is asked for. */
export interface Program {
  /**
   * The module of a file that the program was given.
   *
   * @throws {ParseError}
   */
  moduleOf(text: FileText): Module;
  /** What `from` (absolute) means by an import, for a module that somebody else parsed. */
  linkFrom(from: string): (source: string) => Module | undefined;
  /** The real path of the project's file that `from` (absolute) means by an import. */
  targetOf(from: string, source: string): string | undefined;
  /** Whether a text says that it imports one of these files (absolute paths); it is not parsed for it. */
  mentions(paths: Iterable<string>): (text: FileText) => boolean;
}

export interface ProgramOptions {
  /** Absolute folder that modules are named from. */
  readonly cwd?: string;
  /** Files may change while the program lives, as in an editor: each is looked at again before it is used. */
  readonly isWatching?: boolean;
  /** Other files that may import one of these modules, as {@link stemOf} names them. */
  readonly importersOf?: ((stems: ReadonlySet<string>) => readonly FileText[]) | undefined;
  /** Answers for what it was not given; the disk by default. */
  readonly outside?: Outside | undefined;
}

interface Loaded {
  readonly module: Module | ParseError;
  /** Milliseconds since the epoch; 0 for a file that the program was given. */
  readonly changedAt: number;
}

/**
 * Links modules by what they import: relative files, tsconfig paths and workspace packages. What is not the project's
 * own source (a package, a missing file, one that does not parse) is out of reach.
 *
 * @param texts the files of the run; others are read from the disk when a module imports them
 */
export function createProgram(texts: readonly FileText[], options: ProgramOptions = {}): Program {
  const given = new Map(texts.map((text) => [realPath(text.path), text]));
  const byName = new Map(texts.map((text) => [withoutEnding(text.path), text]));
  const cwd = options.cwd ?? folderOf(texts[0]);
  const modules = new Map<string, Loaded>();
  const outside = options.outside ?? onDisk();
  const targetsOf = targetFinder((from, source) => targetOf(from, source));
  const findImporters = importerFinder({
    texts,
    importersOf: options.importersOf ?? (() => []),
    moduleOf(text) {
      const path = realPath(text.path);
      const module = modules.get(path)?.module ?? load(path, text, 0);
      return module instanceof ParseError ? undefined : module;
    },
    targetsOf,
    realPath,
  });

  function load(path: string, source: FileText, changedAt: number): Module | ParseError {
    const module = parse(source);
    modules.set(path, { module, changedAt });
    return module;
  }

  function parse({ file, text, path }: FileText): Module | ParseError {
    try {
      // JSON is an expression; in parentheses it is a program, and its lines stay.
      const isJson = file.endsWith('.json');
      const module = isJson ? parseModule(`${file}.js`, `(${text})`) : parseModule(file, text);
      let formatting: Formatting | undefined;
      const parsed: Module = {
        ...module,
        file,
        link: linkFrom(path),
        // A file of the project's may.
        mayHoldPaths: (imported) => targetOf(path, imported) !== undefined,
        formatting: () => (formatting ??= formattingOf(path, (config) => outside.textAt(config))),
        importers: () => findImporters(path, parsed),
      };
      return parsed;
    } catch (error) {
      if (error instanceof ParseError) return error;
      throw error;
    }
  }

  function linkFrom(from: string): (source: string) => Module | undefined {
    const known = new Map<string, string | undefined>();
    return (source) => {
      if (!known.has(source)) known.set(source, targetOf(from, source));
      const target = known.get(source);
      const module = target === undefined ? undefined : moduleAt(target);
      return module instanceof ParseError ? undefined : module;
    };
  }

  function targetOf(from: string, source: string): string | undefined {
    const beside = source.startsWith('.')
      ? byName.get(withoutEnding(resolve(dirname(from), source)))
      : undefined;
    return beside ? realPath(beside.path) : outside.targetOf(from, source);
  }

  function moduleAt(path: string): Module | ParseError | undefined {
    const before = modules.get(path);
    const text = given.get(path);
    if (text) return before?.module ?? load(path, text, 0);
    if (before && !options.isWatching) return before.module;
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (before?.changedAt === changedAt) return before.module;
    const read = outside.textAt(path);
    return read === undefined ? undefined : load(path, { file: nameOf(path), path, text: read }, changedAt);
  }

  function nameOf(path: string): string {
    return (cwd === undefined ? path : relative(cwd, path)).split(sep).join('/');
  }

  return {
    linkFrom(from) {
      // What was said of one file may rest on others that have changed since.
      if (options.isWatching) forgetAnswers();
      return linkFrom(from);
    },
    targetOf,
    mentions(paths) {
      const wanted = new Set(Array.from(paths, realPath));
      return (text) => [...targetsOf(text)].some((target) => wanted.has(target));
    },
    moduleOf(text) {
      const path = realPath(text.path);
      const module = modules.get(path)?.module ?? load(path, text, 0);
      if (module instanceof ParseError) throw module;
      return module;
    },
  };
}

/** The folder that results are named from. */
function folderOf(text: FileText | undefined): string | undefined {
  if (!text || text.file === text.path) return undefined;
  let folder = dirname(text.path);
  for (const name of text.file.split('/').slice(0, -1).toReversed()) {
    // `../other/a.ts`
    if (name === '..' || basename(folder) !== name) return undefined;
    folder = dirname(folder);
  }
  return folder;
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // A file that is in memory only.
    return path;
  }
}
