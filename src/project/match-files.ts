import { type Dirent, readdir } from 'node:fs';

import { glob } from 'tinyglobby';

import { readProblem } from './read.js';
import type { Walked } from './walk-files.js';

type ListOptions = { readonly withFileTypes: true };
type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

/**
 * Lists the files that match a glob.
 *
 * @param cwd absolute folder that the glob starts from
 * @param never folders of these names are not looked into
 */
export async function matchFiles(pattern: string, cwd: string, never: Iterable<string>): Promise<Walked> {
  const closed: { path: string; message: string }[] = [];
  const files = await glob(pattern, {
    cwd,
    absolute: true,
    dot: true,
    // Links may lead in circles; what they lead to is found where it lies.
    followSymbolicLinks: false,
    ignore: Array.from(never, (name) => `**/${name}/**`),
    fs: { readdir: readdirAndTell((path, error) => closed.push({ path, message: readProblem(error) })) },
  });
  // It does not say which of them are links.
  return { files, links: new Set(files), closed };
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
