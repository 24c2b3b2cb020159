import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll } from 'vitest';

import { CLEAN_ENV } from './cli.js';

/** Files by their path in a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const folders: string[] = [];
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

/** A new folder with `files`, which goes when the tests of the file are done. */
export function folder(files: Files = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'akepa-test-')));
  // Other users may look into it, as into a checkout.
  chmodSync(path, 0o755);
  folders.push(path);
  put(path, files);
  return path;
}

/** Writes `files` below `root`. */
export function put(root: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
}

/** A new git repository in which `files` are committed. */
export function repository(files: Files): string {
  const root = folder(files);
  git(root, 'init', '--quiet');
  commit(root);
  return root;
}

/** Commits everything. */
export function commit(root: string): void {
  git(root, 'add', '--all');
  git(root, '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'x');
}

/** Runs git and answers what it prints. */
export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', env: CLEAN_ENV });
}

/** The bytes of some files, as comparable text. */
export function bytesOf(root: string, files: Iterable<string>): Record<string, string> {
  return Object.fromEntries(
    [...files].map((file) => [file, readFileSync(join(root, file)).toString('latin1')]),
  );
}

/** The text of a file. */
export function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
