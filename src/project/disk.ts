import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';

import type { Walked } from './walk-files.js';

/** What the listing of a project's files asks of the disk; paths are absolute. */
export interface Disk {
  /** Throws the file system's error. */
  readonly entriesOf: (folder: string) => readonly Dirent[];
  readonly exists: (path: string) => boolean;
  /** The text of a regular file; undefined when there is none. */
  readonly textOf: (path: string) => string | undefined;
  /** Whether a link leads to a regular file. */
  readonly leadsToFile: (link: string) => boolean;
  /** Where a file or folder lies; the path itself when it has gone. */
  readonly realPathOf: (path: string) => string;
  /** The files that match a glob, which starts from `cwd`; folders of the names `never` are not looked into. */
  readonly match: (pattern: string, cwd: string, never: Iterable<string>) => Promise<Walked>;
}

/** The disk itself. It is synchronous where it can be: promises take twice the time. */
export const DISK: Disk = {
  entriesOf: (folder) => readdirSync(folder, { withFileTypes: true }),
  exists: existsSync,
  textOf(path) {
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    return isFile ? readFileSync(path, 'utf8') : undefined;
  },
  leadsToFile(link) {
    try {
      return statSync(link).isFile();
    } catch {
      return false;
    }
  },
  realPathOf(path) {
    try {
      return realpathSync.native(path);
    } catch {
      // Gone since it was listed; whoever reads it will say so.
      return path;
    }
  },
  async match(pattern, cwd, never) {
    // What globs take is loaded for globs.
    const { matchFiles } = await import('./match-files.js');
    return matchFiles(pattern, cwd, never);
  },
};
