import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file's text so that at every moment the file is wholly old or wholly new.
 *
 * @param path absolute; a link is followed and stays a link
 * @param options `mode`: the file's own by default; `expected`: the text that the file must still have
 * @throws the file system's error; the file is then as it was
 */
export function writeAtomically(
  path: string,
  text: string,
  { mode, expected }: { readonly mode?: number; readonly expected?: string } = {},
): void {
  const target = realpathSync(path);
  const stats = statSync(target);
  const temporary = temporaryOf(target);
  // A run that was killed may have left one.
  rmSync(temporary, { force: true });
  const file = openSync(temporary, 'wx');
  try {
    try {
      own(file, stats.uid, stats.gid);
      // Not with `open`, where the umask would have its say.
      fchmodSync(file, mode ?? stats.mode);
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // As late as can be: whoever edited it while the run was going on would lose the edit.
    if (expected !== undefined && !readFileSync(target).equals(Buffer.from(expected)))
      throw new Error('it was changed in the meantime; run again');
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Where the new text of a file is written before it takes the file's place. */
export function temporaryOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.akepa-migrate.tmp`);
}

/** A new file belongs to who makes it; root gives it back to the owner. */
function own(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Others may not give files away. Whoever may write to the folder may replace what is in it.
  }
}
