import { statSync } from 'node:fs';
import { basename } from 'node:path';

import type { Answers } from './answers.js';
import { NEVER, type StoredFile } from './files.js';
import { absentFrom, folderOf, isSameListing, type Listing } from './listing.js';

/** What tells that nothing has changed since a run, without any of what the run worked out. */
export interface Snapshot {
  readonly listing: Listing;
  /** What the run asked, without what the listing answers. */
  readonly answers: Answers;
  /** The names of the run's files, by folder, with a slash between. */
  readonly names: readonly (readonly [folder: string, names: string])[];
  /** Size and both times of each of these, as doubles in base64: they are read in one piece. */
  readonly stats: string;
}

/**
 * @param listing of the run; undefined when it can't be asked again
 * @param files of the run, by their names
 * @returns undefined where nothing could tell
 */
export function snapshotOf(
  listing: Listing | undefined,
  { texts, ...answers }: Answers,
  files: ReadonlyMap<string, StoredFile>,
): Snapshot | undefined {
  if (!listing) return undefined;
  const listed = new Set(listing.folders.map(([folder]) => folder));
  const byFolder = new Map<string, string[]>();
  for (const [name, [, modified]] of files) {
    const folder = folderOf(name);
    // A file that was named by its path and lies elsewhere, or one that may have changed since.
    if (!listed.has(folder) || modified === NEVER) return undefined;
    const names = byFolder.get(folder);
    if (names) names.push(basename(name));
    else byFolder.set(folder, [basename(name)]);
  }
  const stats = [...byFolder].flatMap(([folder, names]) =>
    names.flatMap((name) => files.get(folder === '' ? name : `${folder}/${name}`)?.slice(0, 3) as number[]),
  );
  const isAbsent = absentFrom(new Map(listing.folders));
  return {
    listing,
    answers: { ...answers, texts: texts.filter(([name, hash]) => hash !== null || !isAbsent(name)) },
    names: Array.from(byFolder, ([folder, names]) => [folder, names.join('/')]),
    stats: Buffer.from(Float64Array.from(stats).buffer).toString('base64'),
  };
}

/** What a look at the disk told. */
export interface Seen {
  /** The same files lie there, and none has changed. */
  readonly isSame: boolean;
  /** Size and both times of the files that have not changed, by their names; none where others lie there. */
  readonly unchanged: () => ReadonlyMap<string, Times>;
}

/** Size, time of the last change of the content and of anything. */
export type Times = readonly [size: number, modified: number, changed: number];

/**
 * Looks whether the same files lie there, and which have changed.
 *
 * Every folder is listed for that. That its time is the same would not do: FAT has none that changes with the entries,
 * network and overlay file systems may tell an old one, and within a step of the clock two changes have the same.
 *
 * @param root absolute folder that names are relative to
 */
export function lookAgain({ listing, names, stats }: Snapshot, root: string): Seen {
  if (!isSameListing(listing, root)) return { isSame: false, unchanged: () => new Map() };
  const numbers = new Float64Array(Uint8Array.from(Buffer.from(stats, 'base64')).buffer);
  const changed = new Set<number>();
  let at = 0;
  for (const [folder, files] of names) {
    const start = folder === '' ? `${root}/` : `${root}/${folder}/`;
    for (const file of files.split('/')) {
      const now = statSync(start + file, { throwIfNoEntry: false });
      const isSame =
        now?.isFile() &&
        now.size === numbers[at] &&
        now.mtimeMs === numbers[at + 1] &&
        now.ctimeMs === numbers[at + 2];
      if (!isSame) changed.add(at);
      at += 3;
    }
  }
  return { isSame: changed.size === 0, unchanged: () => timesOf(names, numbers, changed) };
}

function timesOf(
  names: Snapshot['names'],
  numbers: Float64Array,
  changed: ReadonlySet<number>,
): Map<string, Times> {
  const times = new Map<string, Times>();
  let at = 0;
  for (const [folder, files] of names)
    for (const file of files.split('/')) {
      const [size = 0, modified = 0, changedAt = 0] = numbers.subarray(at, at + 3);
      if (!changed.has(at))
        times.set(folder === '' ? file : `${folder}/${file}`, [size, modified, changedAt]);
      at += 3;
    }
  return times;
}
