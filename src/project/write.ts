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
 * Replaces a file's content so that at every moment the file is wholly old or wholly new.
 *
 * @param path absolute; a link is followed and stays a link
 * @param options `mode`: the file's own by default; `expected`: the text that the file must still have
 * @throws the file system's error; the file is then as it was
 */
export function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { mode, expected }: { readonly mode?: number; readonly expected?: string } = {},
): void {
  const target = realpathSync(path);
  const stats = statSync(target);
  put(target, content, {
    prepare(file) {
      own(file, stats.uid, stats.gid);
      // Not with `open`, where the umask would have its say.
      fchmodSync(file, mode ?? stats.mode);
    },
    beforeRename() {
      // Whoever edited it while the run was going on would lose the edit.
      if (expected !== undefined && !readFileSync(target).equals(Buffer.from(expected)))
        throw new Error('it was changed in the meantime; run again');
    },
  });
}

/**
 * Puts a file where there is none, or one that nobody minds losing, wholly or not at all.
 *
 * @param path absolute
 * @param steps `prepare`: what is done with the file before the content is in it; `beforeRename`: as late as can be
 * @throws the file system's error
 */
export function put(
  path: string,
  content: string | Uint8Array,
  {
    prepare,
    beforeRename,
  }: { readonly prepare?: (file: number) => void; readonly beforeRename?: () => void } = {},
): void {
  const temporary = temporaryOf(path);
  // A run that was killed may have left one.
  rmSync(temporary, { force: true });
  const file = openSync(temporary, 'wx');
  try {
    try {
      prepare?.(file);
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    beforeRename?.();
    renameSync(temporary, path);
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
