import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import type { AkepaConfig } from '../config/types.js';
import { MARKUP_ENDINGS } from '../syntax/blocks/index.js';
import { DISK, type Disk } from './disk.js';
import { listedDisk } from './listed-disk.js';
import { leftOut } from './left-out.js';
import { nameIn } from './name.js';
import { readProblem } from './read.js';
import { type Walked, walkFiles } from './walk-files.js';

/** A file to look at. */
export interface SourcePath {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Absolute, where the file lies when `path` goes through links. */
  readonly realPath: string;
  /** The user named this very file, so it is not left out for its name. */
  readonly explicit: boolean;
}

export interface FindOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute folder that the config's globs start from. */
  readonly root: string;
  readonly config: AkepaConfig;
  readonly disk?: Disk | undefined;
}

/** What was found, sorted by name. */
export interface FoundFiles {
  readonly files: readonly SourcePath[];
  /** Paths that lead nowhere and folders that can't be looked into, and why. */
  readonly missing: readonly Missing[];
}

interface Missing {
  readonly file: string;
  readonly message: string;
}

const SOURCE = new RegExp(`\\.(?:${['[cm]?[jt]s', '[jt]sx', ...MARKUP_ENDINGS].join('|')})$`);
const NO_SOURCE = /\.min\.[cm]?js$|\.d\.[cm]?ts$|^\.pnp\./;
/** Folders that nobody writes sources in. */
export const NEVER = new Set(['node_modules', '.git', '.yarn']);

/**
 * Finds the JavaScript and TypeScript files below `paths` (files, folders or globs); none means the config's `include`,
 * or the working directory. Leaves out what `.gitignore` and the config exclude, node_modules and build output.
 */
export async function findFiles(paths: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const { cwd, root, config } = options;
  const disk = listedDisk(options.disk ?? DISK);
  const found: SourcePath[] = [];
  const missing: Missing[] = [];
  const isLeftOut = leftOut(cwd, root, config, disk);
  const take = ({ files, closed, links }: Walked, realPathOf: (path: string) => string): void => {
    for (const path of files) {
      const realPath = links.has(path) ? disk.realPathOf(path) : realPathOf(path);
      found.push({ file: nameIn(cwd, path), path, realPath, explicit: false });
    }
    for (const { path, message } of closed)
      if (!isLeftOut.folder(path)) missing.push({ file: nameIn(cwd, path), message });
  };
  const walk = (folder: string): void => {
    const place = disk.realPathOf(folder);
    // No link is followed to a folder.
    const realPathOf = (path: string): string =>
      place === folder ? path : join(place, path.slice(folder.length));
    take(
      walkFiles(folder, isSource, (name) => NEVER.has(name), isLeftOut, disk),
      realPathOf,
    );
  };
  const match = async (pattern: string, from: string): Promise<number> => {
    const { files, closed, links } = await disk.match(pattern, from, NEVER);
    const sources = files.filter((path) => isSource(basename(path)));
    const isTaken = (path: string): boolean =>
      !isLeftOut.folder(dirname(path)) && !isLeftOut.file(dirname(path), basename(path));
    take({ files: sources.filter(isTaken), closed, links }, disk.realPathOf);
    return sources.length;
  };
  if (paths.length === 0 && !config.include) walk(cwd);
  else if (paths.length === 0) for (const pattern of config.include ?? []) await match(pattern, root);
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const kind = kindOf(absolute);
    if (kind === 'file') {
      const realPath = disk.realPathOf(absolute);
      found.push({ file: nameIn(cwd, absolute), path: absolute, realPath, explicit: true });
    } else if (kind === 'folder') walk(absolute);
    else if (!(await isGlob(path))) missing.push({ file: path, message: kind });
    else if ((await match(path, cwd)) === 0)
      missing.push({ file: path, message: 'no file matches this pattern' });
  }
  return { files: distinct(found), missing };
}

async function isGlob(path: string): Promise<boolean> {
  const { isDynamicPattern } = await import('tinyglobby');
  return isDynamicPattern(path);
}

function isSource(name: string): boolean {
  return SOURCE.test(name) && !NO_SOURCE.test(name);
}

/** `file`, `folder`, or the reason why it is neither. */
function kindOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return readProblem(error);
  }
}

/** Sorted, each file once: by its own path, or else by the first of the links that lead to it. */
function distinct(found: readonly SourcePath[]): SourcePath[] {
  const sorted = found.toSorted(byName);
  // Most runs see no link, and nothing twice.
  if (sorted.every(({ path, realPath }, index) => path === realPath && path !== sorted[index - 1]?.path))
    return sorted;
  const byTarget = new Map<string, SourcePath>();
  for (const source of sorted) {
    const { path, realPath } = source;
    const other = byTarget.get(realPath);
    if (!other || (other.path !== path && path === realPath)) byTarget.set(realPath, source);
    else if (source.explicit && path === other.path) byTarget.set(realPath, source);
  }
  return [...byTarget.values()].sort(byName);
}

function byName(left: SourcePath, right: SourcePath): number {
  if (left.file === right.file) return 0;
  return left.file < right.file ? -1 : 1;
}
