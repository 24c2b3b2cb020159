import { spawnSync } from 'node:child_process';

import { UsageError } from '../errors.js';

/** What git answered. */
export interface GitAnswer {
  readonly isDone: boolean;
  readonly out: Buffer;
  /** The first line of what it complains of. */
  readonly problem: string;
}

/**
 * Runs git.
 *
 * @throws {UsageError} when there is none
 */
export function askGit(cwd: string, args: readonly string[], input?: string): GitAnswer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    input,
    maxBuffer: Infinity,
    // Its messages are shown.
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error) throw new UsageError(`git can not be run (${error.message})`, { cause: error });
  const [problem = ''] = stderr.toString().trim().split('\n');
  return { isDone: status === 0, out: stdout, problem };
}

/**
 * What git prints, without the last line's end.
 *
 * @throws {UsageError} when it fails
 */
export function gitText(cwd: string, args: readonly string[]): string {
  return gitBytes(cwd, args).toString().replace(/\n$/, '');
}

/** @throws {UsageError} when git fails */
export function gitBytes(cwd: string, args: readonly string[], input?: string): Buffer {
  const { isDone, out, problem } = askGit(cwd, args, input);
  if (!isDone) throw new UsageError(`git ${args[0]} failed: ${problem}`);
  return out;
}
