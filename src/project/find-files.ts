import { type Dirent, existsSync, readdir, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';

import { globMatcher } from '../config/globs.js';
import type { AkepaConfig } from '../config/types.js';
import { MARKUP_ENDINGS } from '../syntax/blocks/index.js';
import { gitIgnore } from './gitignore.js';
import { readProblem } from './read.js';

/** A file to look at. */
export interface SourcePath {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** The user named this very file, so it is not left out for its name. */
  readonly explicit: boolean;
}

export interface FindOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute folder that the config's globs start from. */
  readonly root: string;
  readonly config: AkepaConfig;
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

/** What a glob or folder holds. */
interface Listing {
  readonly files: readonly string[];
  /** Absolute folders that can't be looked into. */
  readonly closed: readonly { readonly path: string; readonly message: string }[];
}

type ListOptions = { readonly withFileTypes: true };
type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

const SOURCES = `**/*.{${['js,jsx,mjs,cjs,ts,tsx,mts,cts', ...MARKUP_ENDINGS].join(',')}}`;
const NEVER = [
  ...['node_modules', '.git', '.yarn'].map((name) => `**/${name}/**`),
  ...['*.min.{js,mjs,cjs}', '*.d.{ts,mts,cts}', '.pnp.*'].map((name) => `**/${name}`),
];
/** Folders of these names hold build output when they lie beside a package.json. */
const BUILD_FOLDERS = new Set([
  'dist',
  'build',
  'out',
  'coverage',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
]);

/**
 * Finds the JavaScript and TypeScript files below `paths` (files, folders or globs); none means the config's `include`,
 * or the working directory. Leaves out what `.gitignore` and the config exclude, node_modules and build output.
 */
export async function findFiles(paths: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const { cwd, root, config } = options;
  const found: SourcePath[] = [];
  const missing: Missing[] = [];
  const listings: Listing[] = [];
  if (paths.length === 0)
    for (const pattern of config.include ?? [SOURCES])
      listings.push(await list(pattern, config.include ? root : cwd));
  for (const path of paths) {
    const kind = kindOf(resolve(cwd, path));
    if (kind === 'file') found.push(sourcePath(resolve(cwd, path), cwd, true));
    else if (kind === 'folder') listings.push(await list(SOURCES, resolve(cwd, path)));
    else if (isDynamicPattern(path)) {
      const listing = await list(path, cwd);
      if (listing.files.length === 0) missing.push({ file: path, message: 'no file matches this pattern' });
      listings.push(listing);
    } else missing.push({ file: path, message: kind });
  }
  const isExcluded = globMatcher(config.exclude ?? []);
  const isIgnored = gitIgnore();
  const isBuilt = buildOutput(cwd);
  const isLeftOut = (path: string, isFolder: boolean): boolean =>
    isExcluded(posix(relative(root, path))) || isBuilt(path, isFolder) || isIgnored(path, isFolder);
  for (const { files, closed } of listings) {
    found.push(
      ...files.filter((path) => !isLeftOut(path, false)).map((path) => sourcePath(path, cwd, false)),
    );
    for (const { path, message } of closed)
      if (!isLeftOut(path, true)) missing.push({ file: posix(relative(cwd, path)), message });
  }
  return { files: distinct(found), missing };
}

async function list(pattern: string, cwd: string): Promise<Listing> {
  const closed: { path: string; message: string }[] = [];
  const files = await glob(pattern, {
    cwd,
    absolute: true,
    dot: true,
    // Links may lead in circles; what they lead to is found where it lies.
    followSymbolicLinks: false,
    ignore: NEVER,
    fs: { readdir: readdirAndTell((path, error) => closed.push({ path, message: readProblem(error) })) },
  });
  const isSource = picomatch(SOURCES, { dot: true });
  return { files: files.filter((file) => isSource(file)), closed };
}

/** A `readdir` that says which folders it can't list; the glob takes them for empty. */
function readdirAndTell(onError: (path: string, error: Error) => void): typeof readdir {
  const tell = (path: string, options: ListOptions, done: Listed): void =>
    readdir(path, options, (error, entries) => {
      // A glob may begin with a folder that is not there.
      if (error && error.code !== 'ENOENT') onError(path, error);
      done(error, entries);
    });
  // Of the overloads, the glob calls this one.
  return tell as typeof readdir;
}

/** `file`, `folder`, or the reason why it is neither. */
function kindOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return readProblem(error);
  }
}

function sourcePath(path: string, cwd: string, explicit: boolean): SourcePath {
  return { file: posix(relative(cwd, path)), path, explicit };
}

/** Sorted, each file once: by its own path, or else by the first of the links that lead to it. */
function distinct(found: readonly SourcePath[]): SourcePath[] {
  const byTarget = new Map<string, SourcePath>();
  for (const source of [...found].sort(byName)) {
    const target = targetOf(source.path);
    const other = byTarget.get(target);
    if (!other || (other.path !== source.path && source.path === target)) byTarget.set(target, source);
    else if (source.explicit && source.path === other.path) byTarget.set(target, source);
  }
  return [...byTarget.values()].sort(byName);
}

function byName(left: SourcePath, right: SourcePath): number {
  if (left.file === right.file) return 0;
  return left.file < right.file ? -1 : 1;
}

function targetOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // Gone since it was listed; whoever reads it will say so.
    return path;
  }
}

/** Whether a path lies in build output; what lies above the working directory says nothing of it. */
function buildOutput(cwd: string): (path: string, isFolder: boolean) => boolean {
  const isPackage = new Map<string, boolean>();
  const isAbove = (folder: string): boolean => `${cwd}${sep}`.startsWith(folder === sep ? sep : folder + sep);
  return (path, isFolder) => {
    for (let folder = isFolder ? path : dirname(path); !isAbove(folder); folder = dirname(folder)) {
      if (!BUILD_FOLDERS.has(basename(folder))) continue;
      const parent = dirname(folder);
      if (!isPackage.has(parent)) isPackage.set(parent, existsSync(join(parent, 'package.json')));
      if (isPackage.get(parent)) return true;
    }
    return false;
  };
}

function posix(path: string): string {
  return path.split(sep).join('/');
}
