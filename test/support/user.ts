import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

import { CLI } from './cli.js';

const NOBODY = 65_534;

/**
 * Who to run the command line as so that file permissions hold: root may read and write everything, so its tests run
 * it as nobody. The reason when nobody can't reach the command line.
 */
export function unprivileged(): { readonly uid: number | undefined; readonly obstacle?: string } {
  if (process.getuid?.() !== 0) return { uid: undefined };
  const { status } = spawnSync(process.execPath, [CLI, '--version'], { uid: NOBODY, gid: NOBODY, cwd: '/' });
  if (status === 0) return { uid: NOBODY };
  return { uid: NOBODY, obstacle: `running as root, and nobody can not run ${CLI}` };
}

/** Whether this machine has a file that is found, but that even root can't read. */
export function hasUnreadableFile(path: string): boolean {
  try {
    accessSync(path, constants.F_OK);
    return true;
  } catch {
    return false;
  }
}
