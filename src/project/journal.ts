import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

import { messageOf } from '../message-of.js';
import { findJournal, JOURNAL_FILE, type JournalHome } from './journal-home.js';
import { isAlive, type Owner, self } from './lock.js';
import { nameIn } from './name.js';

/** What gives a file back, and what tells whether it is still as the run left it. */
export interface JournalEntry {
  /** Absolute; no link. */
  readonly path: string;
  readonly mode: number;
  /** The whole old text, with its byte order mark. Only UTF-8 is ever migrated, so that the text is the bytes. */
  readonly before: string;
  /** sha256 of the new bytes. */
  readonly after: string;
}

/** A run that wrote, or was about to. */
export interface Journal {
  readonly startedAt: string;
  readonly entries: readonly JournalEntry[];
  /** Otherwise the run was killed, or is still under way. */
  readonly isFinished: boolean;
  /** Its process is still there, as far as one can know. */
  readonly isUnderWay: boolean;
}

/** There is no telling what a run did, or it can't be noted; the message is one line for people. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

interface Head extends Owner {
  readonly version: 1;
  readonly startedAt: string;
}

/** A line for one file; `file` is relative to the journal's root. */
interface Line extends Omit<JournalEntry, 'path'> {
  readonly file: string;
}

/**
 * Notes what a run is about to write, in place of the last run's journal. It is on disk before this returns.
 *
 * @returns to be called when the run is over
 * @throws {JournalError} when it can't be written; the last run's journal is then as it was
 */
export function beginJournal(home: JournalHome, entries: readonly JournalEntry[]): () => void {
  const file = join(home.folder, JOURNAL_FILE);
  try {
    mkdirSync(home.folder, { recursive: true });
    if (!home.isInGit) writeFileSync(join(home.folder, '.gitignore'), '*\n');
    const head: Head = { version: 1, startedAt: new Date().toISOString(), ...self() };
    // Other users may not read the sources, so they may not read this.
    const temporary = openSync(`${file}.tmp`, 'w', 0o600);
    try {
      // Not `writeSync`, which may write a part only.
      writeFileSync(temporary, lineOf(head));
      for (const { path, ...rest } of entries)
        writeFileSync(temporary, lineOf({ file: nameIn(home.root, path), ...rest }));
      fsyncSync(temporary);
    } finally {
      closeSync(temporary);
    }
    renameSync(`${file}.tmp`, file);
    syncFolder(home.folder);
  } catch (error) {
    const reason = messageOf(error);
    throw new JournalError(
      `nothing was written, since the journal for \`undo\` can not be written (${reason})`,
      {
        cause: error,
      },
    );
  }
  return () => appendFileSync(file, lineOf({ end: new Date().toISOString() }), { flush: true });
}

/**
 * The journal of the last run that was started in `cwd`, or in a folder around it.
 *
 * @throws {JournalError} when it can't be read
 */
export function lastJournal(cwd: string): Journal | undefined {
  const home = findJournal(cwd);
  if (!home) return undefined;
  const file = join(home.folder, JOURNAL_FILE);
  try {
    return parse(readFileSync(file), home.root);
  } catch (error) {
    const reason = messageOf(error);
    throw new JournalError(`${file}: the journal can not be read (${reason})`, { cause: error });
  }
}

/** The hash by which the journal knows a text. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function parse(bytes: Buffer, root: string): Journal {
  // Line by line: all of it may be longer than a string can be.
  const lines: unknown[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf('\n', start);
    // The run was killed while it noted its end.
    if (end === -1) break;
    lines.push(JSON.parse(bytes.toString('utf8', start, end)));
    start = end + 1;
  }
  // The lines are our own: see beginJournal.
  const [head, ...rest] = lines as [Head, ...(Line | { readonly end: string })[]];
  if ((head as Head | undefined)?.version !== 1) throw new Error('it was written by another version');
  const isFinished = rest.some((line) => 'end' in line);
  return {
    startedAt: head.startedAt,
    entries: rest.flatMap((line) =>
      'end' in line
        ? []
        : [
            {
              path: resolve(root, line.file),
              mode: line.mode,
              before: line.before,
              after: line.after,
            },
          ],
    ),
    isFinished,
    isUnderWay: !isFinished && isAlive(head),
  };
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** So that the rename survives a power cut; some systems can't. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // A killed process loses nothing by it.
  }
}
