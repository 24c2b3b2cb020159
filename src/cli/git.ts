import { execFileSync } from 'node:child_process';

/** The paths with uncommitted changes in the repository around `cwd`; none outside of a repository or without git. */
export function gitChanges(cwd: string): string[] {
  try {
    const status = execFileSync('git', ['status', '--porcelain', '-z'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return status
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => entry.slice(3));
  } catch {
    // No repository: nothing that git could bring back, and nothing that it could lose.
    return [];
  }
}
