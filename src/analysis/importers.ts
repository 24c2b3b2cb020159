import { basename, dirname } from 'node:path';

import type { Module } from '../syntax/module.js';
import { importSources, mentionedSources, withoutEnding } from './imports.js';
import type { FileText } from './modules.js';

/** The real paths of the project's files that a text says it imports; it need not be parsed. */
export type Targets = (text: FileText) => ReadonlySet<string>;

/** What a program knows of its files. */
interface Files {
  readonly texts: readonly FileText[];
  /** Files that may import one of these modules, by {@link stemOf}. */
  readonly importersOf: (stems: ReadonlySet<string>) => readonly FileText[];
  /** Undefined for a file that does not parse. */
  readonly moduleOf: (text: FileText) => Module | undefined;
  readonly targetsOf: Targets;
  readonly realPath: (path: string) => string;
}

/** Modules that hand on what they import are looked through, and more than these are nobody's. */
const MOST_LEVELS = 3;
const MOST_MODULES = 200;
const HANDS_ON = /\bexport\b[^;]*\bfrom\b|\bmodule\.exports\b/;

/** Finds the modules that import the one at a path, themselves or through others that hand it on. */
export function importerFinder(files: Files): (path: string, module: Module) => readonly Module[] {
  const known = new Map<string, readonly Module[]>();
  const { targetsOf } = files;
  let byTarget: Map<string, FileText[]> | undefined;

  function direct(path: string, module: Module): FileText[] {
    const target = files.realPath(path);
    byTarget ??= importersByTarget();
    const others = files.importersOf(new Set([stemOf(path)])).filter((text) => targetsOf(text).has(target));
    return [...(byTarget.get(target) ?? []), ...others].filter((text) => {
      const other = text.path === path ? undefined : files.moduleOf(text);
      return other !== undefined && importSources(other).some((source) => other.link?.(source) === module);
    });
  }

  /** By their texts: most files are nobody's importers, and are not parsed. */
  function importersByTarget(): Map<string, FileText[]> {
    const found = new Map<string, FileText[]>();
    for (const text of files.texts)
      for (const target of targetsOf(text)) {
        const same = found.get(target);
        if (same) same.push(text);
        else found.set(target, [text]);
      }
    return found;
  }

  function all(path: string, module: Module): readonly Module[] {
    const found = new Map<string, Module>();
    let level = [{ path, module }];
    for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth++) {
      const next: typeof level = [];
      for (const item of level)
        for (const text of direct(item.path, item.module)) {
          const importer = files.moduleOf(text);
          if (!importer || found.has(text.path) || found.size >= MOST_MODULES) continue;
          found.set(text.path, importer);
          if (HANDS_ON.test(text.text)) next.push({ path: text.path, module: importer });
        }
      level = next;
    }
    return [...found.values()];
  }

  return (path, module) => {
    const before = known.get(path) ?? all(path, module);
    known.set(path, before);
    return before;
  };
}

/** Finds what texts import, once for each. */
export function targetFinder(targetOf: (from: string, source: string) => string | undefined): Targets {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ path, text }) => {
    const before = known.get(path);
    if (before) return before;
    const found = new Set(mentionedSources(text).flatMap((source) => targetOf(path, source) ?? []));
    known.set(path, found);
    return found;
  };
}

/** How imports name a file: without folder and ending, and an index file by its folder. */
export function stemOf(path: string): string {
  return /\/index\.[cm]?[jt]sx?$/.test(path) ? basename(dirname(path)) : basename(withoutEnding(path));
}
