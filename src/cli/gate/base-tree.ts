import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';

import { isWithin } from '../../project/name.js';
import { MARKUP_ENDINGS } from '../../syntax/blocks/index.js';
import { UsageError } from '../errors.js';
import { gitBytes } from './git.js';
import type { MergeBase } from './merge-base.js';

/** The files of a commit that the analysis reads, in a folder of their own. */
export interface BaseTree {
  /** Where a path (absolute) lies there. */
  readonly pathIn: (path: string) => string;
  /** The files of the whole commit, from the repository's folder. */
  readonly files: ReadonlySet<string>;
  readonly remove: () => void;
}

/** A file of a commit. */
interface Blob {
  readonly mode: string;
  readonly id: string;
  readonly size: number;
  readonly file: string;
}

const READ = new RegExp(`\\.(?:[cm]?[jt]sx?|json|${MARKUP_ENDINGS.join('|')})$|(?:^|/)\\.gitignore$`);
/** Larger ones are bundles and data. */
const MOST_BYTES = 5_000_000;
const LINK = '120000';
/** Blobs that are held in memory at once. */
const AT_ONCE = 1000;

/**
 * Puts the sources of a commit into a temporary folder. Packages stay where they are installed; a link to one of the
 * workspace leads to its sources in that commit.
 *
 * @param also absolute folder that has to have its place there, too: that of the config
 * @throws {UsageError} when git can't give them
 */
export function baseTree({ commit, top }: MergeBase, also: string): BaseTree {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'akepa-base-')));
  const above = commonFolder(top, also);
  const pathIn = (path: string): string => (isWithin(above, path) ? join(home, relative(above, path)) : path);
  const remove = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const blobs = blobsOf(commit, top);
    mkdirSync(pathIn(also), { recursive: true });
    // What a .gitignore says ends here, and not in the folder for temporary files.
    mkdirSync(join(pathIn(top), '.git'), { recursive: true });
    const wanted = blobs.filter(({ file, size }) => READ.test(file) && size <= MOST_BYTES);
    for (let at = 0; at < wanted.length; at += AT_ONCE) write(wanted.slice(at, at + AT_ONCE), top, pathIn);
    linkPackages(blobs, top, pathIn);
    return { pathIn, files: new Set(blobs.map(({ file }) => file)), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function blobsOf(commit: string, top: string): Blob[] {
  const lines = gitBytes(top, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit])
    .toString()
    .split('\0');
  return lines.flatMap((line) => {
    const [, mode = '', id = '', size = '', file = ''] = /^(\d+) blob (\w+) +(\d+)\t(.*)$/s.exec(line) ?? [];
    return file === '' ? [] : [{ mode, id, size: Number(size), file }];
  });
}

/** `<id> blob <size>`, the bytes, and a line end, for each. */
function write(blobs: readonly Blob[], top: string, pathIn: (path: string) => string): void {
  const out = gitBytes(top, ['cat-file', '--batch'], blobs.map(({ id }) => `${id}\n`).join(''));
  let at = 0;
  for (const { id, mode, file } of blobs) {
    const end = out.indexOf('\n', at);
    const size = Number(/^\w+ blob (\d+)$/.exec(out.toString('utf8', at, end))?.[1] ?? NaN);
    if (Number.isNaN(size))
      throw new UsageError(`git does not have ${file} (${id}) of the merge base; fetch it`);
    const bytes = out.subarray(end + 1, end + 1 + size);
    at = end + size + 2;
    const path = pathIn(join(top, file));
    mkdirSync(dirname(path), { recursive: true });
    if (mode === LINK) symlinkSync(bytes.toString(), path);
    else writeFileSync(path, bytes);
  }
}

/** `node_modules` beside each package.json, as far as it is installed. */
function linkPackages(blobs: readonly Blob[], top: string, pathIn: (path: string) => string): void {
  const folders = blobs.flatMap(({ file }) => (basename(file) === 'package.json' ? [dirname(file)] : []));
  for (const folder of new Set(['.', ...folders])) {
    const packages = join(top, folder, 'node_modules');
    for (const name of namesIn(packages))
      for (const item of name.startsWith('@')
        ? namesIn(join(packages, name)).map((own) => join(name, own))
        : [name])
        link(join(packages, item));
  }

  function link(path: string): void {
    const target = targetOf(path);
    if (target === undefined) return;
    const isOwn = isWithin(realpathSync(top), target) && !target.includes(`${sep}node_modules${sep}`);
    mkdirSync(dirname(pathIn(path)), { recursive: true });
    symlinkSync(isOwn ? pathIn(join(top, relative(realpathSync(top), target))) : target, pathIn(path));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing is installed there.
    return [];
  }
}

function targetOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // A link that leads nowhere.
    return undefined;
  }
}

function commonFolder(left: string, right: string): string {
  let folder = left;
  while (!isWithin(folder, right)) folder = dirname(folder);
  return folder;
}
