import { readFileSync } from 'node:fs';

import type { Untimed } from '../look.js';
import { hashOf } from '../project/journal.js';
import { writeReport } from '../project/write-report.js';
import type { StoredFile } from './files.js';
import type { Answers } from './answers.js';

/** What a cache file holds; names are relative to the folder of the project. */
export interface Stored {
  /** Of what it can be used by. */
  readonly tool: string;
  readonly files: Readonly<Record<string, StoredFile>>;
  /** By what was asked for, the latest last. */
  readonly runs: Readonly<Record<string, StoredRun>>;
}

/** A run, and all that its result rests on. */
export interface StoredRun {
  /** Of the files that it looked at. */
  readonly state: string;
  readonly answers: Answers;
  readonly looked: Untimed;
}

/**
 * Reads a cache file; undefined when there is none, when another version wrote it, or when it is damaged.
 *
 * @param path absolute
 */
export function readStored(path: string, tool: string): Stored | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const content = text.slice(end + 1);
    if (text.slice(0, end) !== hashOf(content)) return undefined;
    // What has the hash was written below.
    const stored = JSON.parse(content) as Stored;
    return stored.tool === tool ? stored : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param path absolute
 * @throws the file system's error
 */
export function writeStored(path: string, stored: Stored): void {
  const content = JSON.stringify(stored);
  writeReport(path, `${hashOf(content)}\n${content}`);
}
