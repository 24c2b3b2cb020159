import { lstatSync, readFileSync, rmSync } from 'node:fs';

import { messageOf } from '../message-of.js';
import { hashOf, type Journal, type JournalEntry } from './journal.js';
import { temporaryOf, writeAtomically } from './write.js';

/** What became of the files of a run; absolute paths. */
export interface Undone {
  readonly restored: readonly string[];
  /** As before the run already. */
  readonly unchanged: readonly string[];
  /** Left alone, and why. */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
}

/** How a file stands to a run: as before it, as the run left it, or neither. */
export type EntryState = 'old' | 'new' | 'changed' | 'gone';

/** Gives back every file that is still as the run left it; what was changed since is left alone. */
export function undo({ entries }: Pick<Journal, 'entries'>): Undone {
  const restored: string[] = [];
  const unchanged: string[] = [];
  const refused: { path: string; why: string }[] = [];
  for (const entry of entries) {
    const { path, before, mode } = entry;
    try {
      removeTemporary(path);
      const state = stateOf(entry);
      if (state === 'new') writeAtomically(path, before, { mode });
      if (state === 'new') restored.push(path);
      else if (state === 'old') unchanged.push(path);
      else refused.push({ path, why: WHY[state] });
    } catch (error) {
      refused.push({ path, why: messageOf(error) });
    }
  }
  return { restored, unchanged, refused };
}

const WHY = { changed: 'it was changed since, so it is left alone', gone: 'it is gone' } as const;

/** @throws the file system's error when the file can't be read */
export function stateOf({ path, before, after }: JournalEntry): EntryState {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return 'gone';
  // A run replaces what links lead to, and no link.
  if (!stats.isFile()) return 'changed';
  const bytes = readFileSync(path);
  if (bytes.equals(Buffer.from(before))) return 'old';
  return hashOf(bytes) === after ? 'new' : 'changed';
}

function removeTemporary(path: string): void {
  const temporary = temporaryOf(path);
  if (lstatSync(temporary, { throwIfNoEntry: false })?.isFile()) rmSync(temporary);
}
