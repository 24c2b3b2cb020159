import type { Dirent } from 'node:fs';
import { basename, dirname } from 'node:path';

import { DISK, type Disk } from '../project/disk.js';
import { hashOf } from '../project/journal.js';
import { nameIn } from '../project/name.js';

/** What a run asked of the disk to list its files, and was told; names are relative to the folder of the project. */
export interface Listing {
  /** With all that lies in it, as {@link printed} has it. */
  readonly folders: readonly (readonly [folder: string, entries: string])[];
  readonly exists: readonly (readonly [name: string, exists: boolean])[];
  /** With the hashes of the texts. */
  readonly texts: readonly (readonly [name: string, hash: string | null])[];
  readonly links: readonly (readonly [name: string, leadsToFile: boolean])[];
  readonly places: readonly (readonly [name: string, place: string])[];
}

/** A disk that notes what a listing asks of it. */
export interface NotedDisk extends Disk {
  /** Undefined for what can't be asked again with less work than it took. */
  listing(): Listing | undefined;
}

/** @param root absolute folder that names are relative to */
export function notedDisk(root: string): NotedDisk {
  const folders = new Map<string, string>();
  const exists = new Map<string, boolean>();
  const texts = new Map<string, string | null>();
  const links = new Map<string, boolean>();
  const places = new Map<string, string>();
  let hasGlobs = false;

  function note<T, N>(
    answers: Map<string, N>,
    ask: (path: string) => T,
    noted: (told: T) => N,
  ): (path: string) => T {
    return (path) => {
      const told = ask(path);
      answers.set(nameIn(root, path), noted(told));
      return told;
    };
  }
  return {
    entriesOf: note(folders, DISK.entriesOf, printed),
    exists: note(exists, DISK.exists, (told) => told),
    textOf: note(texts, DISK.textOf, hashed),
    leadsToFile: note(links, DISK.leadsToFile, (told) => told),
    realPathOf: note(places, DISK.realPathOf, (told) => nameIn(root, told)),
    match(...args) {
      hasGlobs = true;
      return DISK.match(...args);
    },
    listing() {
      if (hasGlobs) return undefined;
      return {
        folders: [...folders],
        exists: [...exists],
        texts: [...texts],
        links: [...links],
        places: [...places],
      };
    },
  };
}

/** Whether the disk would answer the same today. */
export function isSameListing({ folders, exists, texts, links, places }: Listing, root: string): boolean {
  // Windows takes either slash.
  const pathOf = (name: string): string => (name === '' ? root : `${root}/${name}`);
  try {
    return (
      places.every(([name, place]) => nameIn(root, DISK.realPathOf(pathOf(name))) === place) &&
      folders.every(([folder, entries]) => printed(DISK.entriesOf(pathOf(folder))) === entries) &&
      exists.every(([name, told]) => DISK.exists(pathOf(name)) === told) &&
      texts.every(([name, hash]) => hashed(DISK.textOf(pathOf(name))) === hash) &&
      links.every(([name, told]) => DISK.leadsToFile(pathOf(name)) === told)
    );
  } catch {
    // A folder that has gone, or may not be read any more.
    return false;
  }
}

/** Whether the entries of listed folders tell that there is nothing of a name. */
export function absentFrom(folders: ReadonlyMap<string, string>): (name: string) => boolean {
  return (name) => folders.get(folderOf(name))?.includes(basename(name)) === false;
}

/** The folder of a name, as a name. */
export function folderOf(name: string): string {
  const folder = dirname(name);
  return folder === '.' ? '' : folder;
}

/** `dsrc/fa.ts/llatest`: what each entry is, and its name. */
function printed(entries: readonly Dirent[]): string {
  let text = '';
  for (const entry of entries) text += `${kindOf(entry)}${entry.name}/`;
  return text;
}

function kindOf(entry: Dirent): string {
  if (entry.isFile()) return 'f';
  if (entry.isDirectory()) return 'd';
  return entry.isSymbolicLink() ? 'l' : 'o';
}

function hashed(text: string | undefined): string | null {
  return text === undefined ? null : hashOf(text);
}
