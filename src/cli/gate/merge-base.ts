import { resolve } from 'node:path';

import { UsageError } from '../errors.js';
import { askGit, gitText } from './git.js';

/** The commit that a change began at. */
export interface MergeBase {
  /** As the user named the other side. */
  readonly revision: string;
  /** Its hash. */
  readonly commit: string;
  /** Absolute folder of the repository. */
  readonly top: string;
}

/**
 * The merge base of what is checked out and a revision.
 *
 * @throws {UsageError} that says how to fetch what is missing, or that there is no repository
 */
export function mergeBaseWith(revision: string, cwd: string): MergeBase {
  const up = askGit(cwd, ['rev-parse', '--show-cdup']);
  if (!up.isDone) throw new UsageError(`--since needs a git repository: ${up.problem}`);
  const top = resolve(cwd, up.out.toString().trim());
  if (!isCommit('HEAD', cwd)) throw new UsageError('--since needs a commit, and there is none yet');
  if (!isCommit(revision, cwd))
    throw new UsageError(`--since ${revision}: there is no such commit here; ${fetchText(revision, cwd)}`);
  const base = askGit(cwd, ['merge-base', 'HEAD', `${revision}^{commit}`]);
  if (base.isDone) return { revision, commit: base.out.toString().trim(), top };
  if (isShallow(cwd))
    throw new UsageError(
      `--since ${revision}: the history here ends before it meets HEAD's; ${fetchText(revision, cwd)}`,
    );
  throw new UsageError(`--since ${revision}: it has no commit in common with HEAD`);
}

function isCommit(revision: string, cwd: string): boolean {
  return askGit(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).isDone;
}

function isShallow(cwd: string): boolean {
  return gitText(cwd, ['rev-parse', '--is-shallow-repository']) === 'true';
}

/** The command that brings a revision, and the history that a shallow clone lacks. */
function fetchText(revision: string, cwd: string): string {
  const remotes = gitText(cwd, ['remote']).split('\n').filter(Boolean);
  const [first, ...branch] = revision.split('/');
  const remote = remotes.find((name) => name === first && branch.length > 0);
  const source = remote ?? (remotes.includes('origin') ? 'origin' : remotes[0]);
  if (source === undefined) return 'this repository has no remote to fetch it from';
  const depth = isShallow(cwd) ? ['--unshallow'] : [];
  const what =
    remote === undefined ? named(revision) : [`+refs/heads/${branch.join('/')}:refs/remotes/${revision}`];
  return `run \`${['git', 'fetch', ...depth, source, ...what].join(' ')}\``;
}

function named(revision: string): string[] {
  if (/^[0-9a-f]{40,}$/.test(revision)) return [revision];
  // `HEAD~20`, or the beginning of a hash: whatever has it comes with the history.
  if (/[~^@:]|^HEAD$|^[0-9a-f]{7,}$/.test(revision)) return [];
  const name = revision.replace(/^refs\/(?:heads|tags)\//, '');
  if (/^refs\/tags\/|^v?\d+\./.test(revision)) return [`+refs/tags/${name}:refs/tags/${name}`];
  return [`+refs/heads/${name}:refs/heads/${name}`];
}
