import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { UsageError } from './errors.js';

/**
 * The paths with uncommitted changes in the repositories that `files` lie in, relative to these; none outside of one.
 *
 * @param files absolute, links resolved
 * @throws {UsageError} when git can't say
 */
export function gitChanges(files: readonly string[]): string[] {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const roots = new Set(folders.map(rootOf).filter((root) => root !== undefined));
  return [...roots].flatMap(changesIn);
}

/** The repository that a folder lies in; undefined outside of one. */
export function rootOf(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    // No repository: nothing that git could bring back, and nothing that it could lose.
    if (dirname(folder) === folder) return undefined;
  }
}

function changesIn(root: string): string[] {
  const entries = statusOf(root)
    .split('\0')
    .filter((entry) => entry !== '');
  // The entry after a renamed file is its old name.
  return entries
    .filter((_, index) => !/^R|^.R/.test(entries[index - 1] ?? ''))
    .map((entry) => entry.slice(3));
}

function statusOf(root: string): string {
  try {
    return execFileSync('git', ['status', '--porcelain', '-z'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: Infinity,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    throw new UsageError(
      `git can not say whether ${root} has uncommitted changes; see \`git status\`, or use --force`,
      { cause: error },
    );
  }
}
