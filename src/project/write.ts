import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
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
 * @throws the file system's error; the file is then as it was
 */
export function writeAtomically(path: string, text: string): void {
  const target = realpathSync(path);
  const { mode, uid, gid } = statSync(target);
  const temporary = join(dirname(target), `.${basename(target)}.akepa-migrate.tmp`);
  // A run that was killed may have left one.
  rmSync(temporary, { force: true });
  const file = openSync(temporary, 'wx');
  try {
    try {
      own(file, uid, gid);
      // Not with `open`, where the umask would have its say.
      fchmodSync(file, mode);
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A new file belongs to who makes it; root gives it back to the owner. */
function own(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Others may not give files away. Whoever may write to the folder may replace what is in it.
  }
}
