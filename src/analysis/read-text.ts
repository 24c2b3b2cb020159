import { readFileSync, statSync } from 'node:fs';

/** Larger files are no hand-written modules of paths and clients. */
const MOST_BYTES = 1_000_000;

/** The text of a module without a byte order mark; undefined for what can be none. */
export function readText(path: string): string | undefined {
  try {
    // Most of what is asked for is not there, and to throw takes longer than to look.
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > MOST_BYTES) return undefined;
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
