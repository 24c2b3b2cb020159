import {
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** What a copy has no use of: git's own files, and our journal. */
const LEFT_OUT = new Set(['.git', '.akepa-migrate']);

/**
 * Copies a project so that programs in the copy run the copy's code: files are copied, installed packages are linked,
 * and links to packages of the project itself lead to their copies.
 *
 * @param root absolute, links resolved
 * @param target absolute, links resolved; an empty folder outside of `root`
 */
export function copyTree(root: string, target: string): void {
  copyFolder(root);

  function copyFolder(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (LEFT_OUT.has(entry.name)) continue;
      if (entry.isSymbolicLink()) copyLink(path);
      else if (entry.isDirectory()) {
        mkdirSync(copyOf(path));
        if (entry.name === 'node_modules') linkPackages(path);
        else copyFolder(path);
      } else if (entry.isFile()) copyFileSync(path, copyOf(path), constants.COPYFILE_FICLONE);
    }
  }

  /** `node_modules`, or a scope in it. */
  function linkPackages(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) copyLink(path);
      else if (entry.isDirectory() && entry.name.startsWith('@')) {
        mkdirSync(copyOf(path));
        linkPackages(path);
      } else symlinkSync(path, copyOf(path));
    }
  }

  function copyLink(path: string): void {
    const leadsTo = targetOf(path);
    symlinkSync(isOwn(leadsTo) ? relative(dirname(path), leadsTo) || '.' : leadsTo, copyOf(path));
  }

  /** Code of the project, which the copy has too; what is installed is not copied. */
  function isOwn(path: string): boolean {
    const inside = relative(root, path).split(sep);
    return inside[0] !== '..' && !inside.includes('node_modules');
  }

  function copyOf(path: string): string {
    return join(target, relative(root, path));
  }
}

/** Where a link leads in the end, or would. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(dirname(path), readlinkSync(path));
  }
}
