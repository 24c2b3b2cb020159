import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { akepa } from '../support/cli.js';
import { folder, git, put, read, repository } from '../support/folder.js';
import { CALLER, CLEAN, CONFIG, MOVED } from '../support/sources.js';

const FILES = { 'src/a.ts': CALLER, 'other.txt': 'x\n', 'akepa.config.json': CONFIG };

test.concurrent('a clean tree is written', async () => {
  const cwd = repository(FILES);
  const { code, err } = await akepa(['migrate', '--write'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(read(cwd, 'src/a.ts')).toContain(MOVED);
});

test.concurrent.each<[string, string, (root: string) => void]>([
  ['a changed file', 'other.txt', (root) => put(root, { 'other.txt': 'y\n' })],
  ['a staged file', 'other.txt', (root) => (put(root, { 'other.txt': 'y\n' }), git(root, 'add', '.'))],
  ['a new file', 'new.ts', (root) => put(root, { 'new.ts': CLEAN })],
  ['a deleted file', 'other.txt', (root) => git(root, 'rm', '--quiet', 'other.txt')],
  ['a renamed file', 'renamed.txt', (root) => git(root, 'mv', 'other.txt', 'renamed.txt')],
])('with %s it refuses, names it, and writes nothing', async (_, named, change) => {
  const cwd = repository(FILES);
  change(cwd);
  const { code, out, err } = await akepa(['migrate', '--write'], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(
    `akepa-migrate: git has uncommitted changes (${named}); commit them first, or use --force\n`,
  );
  expect(read(cwd, 'src/a.ts')).toBe(CALLER);
});

test.concurrent('several changes are counted', async () => {
  const cwd = repository(FILES);
  put(cwd, { 'other.txt': 'y\n', 'x.txt': '', 'y.txt': '' });
  const { err } = await akepa(['migrate', '--write'], { cwd });
  expect(err).toContain('(other.txt and 2 more)');
});

test.concurrent('a status longer than a megabyte is a dirty tree too', async () => {
  const cwd = repository(FILES);
  const name = 'n'.repeat(200);
  put(cwd, Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`${name}${index}.txt`, ''])));
  const { code } = await akepa(['migrate', '--write'], { cwd });
  expect(code).toBe(2);
  expect(read(cwd, 'src/a.ts')).toBe(CALLER);
});

test.concurrent('--force writes all the same', async () => {
  const cwd = repository(FILES);
  put(cwd, { 'other.txt': 'y\n' });
  const { code } = await akepa(['migrate', '--write', '--force'], { cwd });
  expect(code).toBe(0);
  expect(read(cwd, 'src/a.ts')).toContain(MOVED);
  expect(read(cwd, 'other.txt')).toBe('y\n');
});

test.concurrent('a dirty tree is no obstacle to a dry run, nor where nothing is to be written', async () => {
  const cwd = repository(FILES);
  put(cwd, { 'other.txt': 'y\n' });
  expect((await akepa(['migrate'], { cwd })).code).toBe(1);
  await akepa(['migrate', '--write', '--force'], { cwd });
  const { code, err } = await akepa(['migrate', '--write'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test.concurrent('the tree that counts is that of the files, not that of the working directory', async () => {
  const parent = folder({ 'akepa.config.json': CONFIG });
  const dirty = join(parent, 'dirty');
  put(parent, { 'dirty/a.ts': CALLER, 'clean/a.ts': CALLER, 'clean/akepa.config.json': CONFIG });
  for (const name of ['clean', 'dirty']) git(join(parent, name), 'init', '--quiet');
  git(join(parent, 'clean'), 'add', '.');
  git(join(parent, 'clean'), '-c', 'user.name=t', '-c', 'user.email=t@e', 'commit', '--quiet', '-m', 'x');
  expect((await akepa(['migrate', '--write', 'dirty'], { cwd: parent })).code).toBe(2);
  expect(read(dirty, 'a.ts')).toBe(CALLER);
  expect((await akepa(['migrate', '--write', '../clean'], { cwd: dirty })).code).toBe(0);
  expect(read(parent, 'clean/a.ts')).toContain(MOVED);
});

test.concurrent('a link into a dirty tree is refused', async () => {
  const elsewhere = repository({ 'a.ts': CALLER });
  put(elsewhere, { 'dirty.txt': '' });
  const cwd = folder({ 'akepa.config.json': CONFIG });
  symlinkSync(join(elsewhere, 'a.ts'), join(cwd, 'link.ts'));
  expect((await akepa(['migrate', '--write', 'link.ts'], { cwd })).code).toBe(2);
  expect(read(elsewhere, 'a.ts')).toBe(CALLER);
});

test.concurrent('where git can not say whether the tree is clean, --force is needed', async () => {
  const cwd = repository(FILES);
  writeFileSync(join(cwd, '.git/HEAD'), 'nonsense');
  const { code, out, err } = await akepa(['migrate', '--write'], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^akepa-migrate: git can not say whether .+ has uncommitted changes; .*--force\n$/);
  expect(read(cwd, 'src/a.ts')).toBe(CALLER);
  expect((await akepa(['migrate', '--write', '--force'], { cwd })).code).toBe(0);
});

test.concurrent('without a repository there is nothing to refuse', async () => {
  const cwd = folder(FILES);
  expect((await akepa(['migrate', '--write'], { cwd })).code).toBe(0);
});
