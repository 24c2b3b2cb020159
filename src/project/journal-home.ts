import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where the journal of a run lies. */
export interface JournalHome {
  /** Absolute folder of the journal; it may not be there yet. */
  readonly folder: string;
  /** Absolute folder that the journal's paths are relative to, so that a moved project can still be undone. */
  readonly root: string;
  /** Outside of a git directory the folder has to keep itself out of commits. */
  readonly isInGit: boolean;
}

/** The journal's file in its folder. */
export const JOURNAL_FILE = 'journal.jsonl';

/** Where a run that is started in `cwd` keeps its journal: in the git directory, else beside the package.json. */
export function journalHome(cwd: string): JournalHome {
  const folders = upwards(cwd);
  const package_ = folders.find((folder) => existsSync(join(folder, 'package.json')));
  return inGit(folders) ?? plainHome(package_ ?? cwd);
}

/** Where the journal lies that a run in `cwd` or in a folder around it left. */
export function findJournal(cwd: string): JournalHome | undefined {
  const folders = upwards(cwd);
  const home = inGit(folders);
  return (home ? [home] : folders.map(plainHome)).find(({ folder }) =>
    existsSync(join(folder, JOURNAL_FILE)),
  );
}

function inGit(folders: readonly string[]): JournalHome | undefined {
  return folders.map(gitHome).find((home) => home !== undefined);
}

function plainHome(root: string): JournalHome {
  return { folder: join(root, '.akepa-migrate'), root, isInGit: false };
}

function gitHome(root: string): JournalHome | undefined {
  const git = gitDirectory(join(root, '.git'));
  return git === undefined ? undefined : { folder: join(git, 'akepa-migrate'), root, isInGit: true };
}

function gitDirectory(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return stats && path;
  // Worktrees and submodules: `gitdir: ../.git/worktrees/name`
  const [, target] = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(path, 'utf8')) ?? [];
  const directory = target === undefined ? undefined : resolve(dirname(path), target);
  return directory !== undefined && existsSync(directory) ? directory : undefined;
}

/** `start` and the folders around it, from the inside. */
function upwards(start: string): string[] {
  const folders = [start];
  for (let folder = start; dirname(folder) !== folder; folder = dirname(folder))
    folders.push(dirname(folder));
  return folders;
}
