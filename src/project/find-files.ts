import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';

import type { AkepaConfig } from '../config/types.js';

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
  /** Paths that lead nowhere, and why. */
  readonly missing: readonly { readonly file: string; readonly message: string }[];
}

const SOURCES = '**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}';
const NEVER = ['**/node_modules/**', '**/.git/**', '**/*.min.{js,mjs,cjs}', '**/*.d.{ts,mts,cts}'];
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
  const found = new Map<string, SourcePath>();
  const missing: { file: string; message: string }[] = [];
  const scanned = new Set<string>();
  const scan = async (pattern: string, from: string): Promise<void> => {
    for (const path of await list(pattern, from)) scanned.add(path);
  };
  if (paths.length === 0)
    for (const pattern of config.include ?? [SOURCES]) await scan(pattern, config.include ? root : cwd);
  for (const path of paths) {
    const kind = kindOf(resolve(cwd, path));
    if (kind === 'file') add(found, resolve(cwd, path), cwd, true);
    else if (kind === 'folder') await scan(SOURCES, resolve(cwd, path));
    else if (isDynamicPattern(path)) await scan(path, cwd);
    else missing.push({ file: path, message: kind });
  }
  const isExcluded = picomatch([...(config.exclude ?? [])]);
  const isIgnored = gitIgnore();
  const isBuilt = buildOutput();
  for (const path of scanned) {
    if (isExcluded(posix(relative(root, path))) || isBuilt(path) || isIgnored(path)) continue;
    add(found, path, cwd, false);
  }
  const files = [...found.values()].sort((left, right) => (left.file < right.file ? -1 : 1));
  return { files, missing };
}

async function list(pattern: string, cwd: string): Promise<string[]> {
  const files = await glob(pattern, {
    cwd,
    absolute: true,
    // Links may lead in circles; what they lead to is found where it lies.
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: NEVER,
  });
  const isSource = picomatch(SOURCES);
  return files.filter((file) => isSource(file));
}

/** `file`, `folder`, or the reason why it is neither. */
function kindOf(path: string): string {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return 'there is no such file or folder';
    return code === 'ELOOP' ? 'the link leads in a circle' : String(error);
  }
}

function add(found: Map<string, SourcePath>, path: string, cwd: string, explicit: boolean): void {
  if (!found.has(path)) found.set(path, { file: posix(relative(cwd, path)), path, explicit });
}

/** Whether a `.gitignore` on the way to a file ignores it; the innermost that speaks of it decides. */
function gitIgnore(): (path: string) => boolean {
  const rules = new Map<string, Ignore | undefined>();
  const rulesOf = (folder: string): Ignore | undefined => {
    if (!rules.has(folder)) rules.set(folder, readIgnore(join(folder, '.gitignore')));
    return rules.get(folder);
  };
  return (path) => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const result = rulesOf(folder)?.test(posix(relative(folder, path)));
      if (result?.ignored) return true;
      if (result?.unignored) return false;
      // A repository's rules end at its root.
      if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return false;
    }
  };
}

function readIgnore(file: string): Ignore | undefined {
  return existsSync(file) ? ignore().add(readFileSync(file, 'utf8')) : undefined;
}

function buildOutput(): (path: string) => boolean {
  const isPackage = new Map<string, boolean>();
  return (path) => {
    for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
      if (!BUILD_FOLDERS.has(folder.slice(folder.lastIndexOf(sep) + 1))) continue;
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
