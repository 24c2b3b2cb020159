import type { Dirent } from 'node:fs';
import { sep } from 'node:path';

import type { Disk } from './disk.js';
import type { LeftOut } from './left-out.js';
import { readProblem } from './read.js';

/** What is in a folder and below it. */
export interface Walked {
  /** Absolute; links to files are among them, links to folders are not followed. */
  readonly files: readonly string[];
  /** Those of the files that are links, or may be. */
  readonly links: ReadonlySet<string>;
  /** Absolute folders that can't be looked into. */
  readonly closed: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Lists the files below a folder; what is left out is not looked into.
 *
 * @param folder absolute
 * @param isWanted takes the name of a file
 * @param isSkipped takes the name of a folder
 */
export function walkFiles(
  folder: string,
  isWanted: (name: string) => boolean,
  isSkipped: (name: string) => boolean,
  isLeftOut: LeftOut,
  disk: Disk,
): Walked {
  const files: string[] = [];
  const links = new Set<string>();
  const closed: { path: string; message: string }[] = [];
  walk(folder);
  return { files, links, closed };

  function walk(parent: string): void {
    if (isLeftOut.folder(parent)) return;
    const start = parent.endsWith(sep) ? parent : parent + sep;
    for (const entry of entriesOf(parent)) {
      const { name } = entry;
      if (entry.isDirectory()) {
        if (!isSkipped(name)) walk(start + name);
      } else if (isWanted(name) && !isLeftOut.file(parent, name) && isFile(entry, start + name)) {
        files.push(start + name);
        if (entry.isSymbolicLink()) links.add(start + name);
      }
    }
  }

  function entriesOf(path: string): readonly Dirent[] {
    try {
      return disk.entriesOf(path);
    } catch (error) {
      closed.push({ path, message: readProblem(error) });
      return [];
    }
  }

  /** A file, or a link to one: no FIFO, and no link that leads to a folder, to nothing or in a circle. */
  function isFile(entry: Dirent, path: string): boolean {
    return entry.isSymbolicLink() ? disk.leadsToFile(path) : entry.isFile();
  }
}
