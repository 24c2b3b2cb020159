import { chmodSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

import { describe, expect, test } from 'vitest';

import { akepa, linesOf } from '../support/cli.js';
import { bytesOf, commit, folder, git, put, read, repository } from '../support/folder.js';
import { BOM, CALLER, CLEAN, CONFIG, crlf, MOVED, STUCK } from '../support/sources.js';

const SOURCES = {
  'src/a.ts': CALLER,
  'src/bom.ts': BOM + crlf(CALLER),
  'src/mixed.ts': `// Zoë 👋\r\n${STUCK}`,
  'src/clean.ts': CLEAN,
};
const FILES = { ...SOURCES, 'akepa.config.json': CONFIG };
const CHANGED = ['src/a.ts', 'src/bom.ts', 'src/mixed.ts'];
const names = Object.keys(FILES);

test.concurrent.each([
  ['in a repository', repository],
  ['outside of one', folder],
])('every file is given back bit for bit, also twice, %s', async (_, make) => {
  const cwd = make(FILES);
  const before = bytesOf(cwd, names);
  await akepa(['migrate', '--write'], { cwd });
  expect(bytesOf(cwd, names)).not.toEqual(before);
  const first = await akepa(['undo'], { cwd });
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/^ {2}src\/a\.ts\n {2}src\/bom\.ts\n {2}src\/mixed\.ts\nGave back 3 files of /);
  expect(bytesOf(cwd, names)).toEqual(before);
  const second = await akepa(['undo'], { cwd });
  expect(second).toMatchObject({ code: 0, err: '' });
  expect(second.out).toMatch(/^Gave back 0 files of .+ 3 files had nothing to give back\.\n$/);
  expect(bytesOf(cwd, names)).toEqual(before);
});

test.concurrent('the journal is no part of what can be committed', async () => {
  const cwd = repository(FILES);
  await akepa(['migrate', '--write'], { cwd });
  expect(linesOf(git(cwd, 'status', '--porcelain')).map((line) => line.slice(3))).toEqual(CHANGED);
  const plain = folder(FILES);
  await akepa(['migrate', '--write'], { cwd: plain });
  git(plain, 'init', '--quiet');
  git(plain, 'add', '--all');
  expect(linesOf(git(plain, 'ls-files'))).toEqual(names.toSorted());
});

test.concurrent('in a worktree the journal lies with the worktree', async () => {
  const main = repository(FILES);
  const cwd = join(folder(), 'tree');
  git(main, 'worktree', 'add', '--quiet', cwd);
  const before = bytesOf(cwd, names);
  await akepa(['migrate', '--write'], { cwd });
  expect((await akepa(['undo'], { cwd: main })).code).toBe(2);
  expect(git(cwd, 'status', '--porcelain')).not.toContain('akepa-migrate');
  expect((await akepa(['undo'], { cwd: join(cwd, 'src') })).code).toBe(0);
  expect(bytesOf(cwd, names)).toEqual(before);
});

describe.concurrent('what was changed since is named and left alone; the others are given back', () => {
  test.each<[string, string, (file: string, cwd: string) => void]>([
    ['an edit', 'it was changed since, so it is left alone', (file, cwd) => put(cwd, { [file]: 'mine' })],
    ['a deletion', 'it is gone', (file, cwd) => rmSync(join(cwd, file))],
    [
      'a link in its place',
      'it was changed since, so it is left alone',
      (file, cwd) => {
        put(cwd, { 'elsewhere.ts': read(cwd, file) });
        rmSync(join(cwd, file));
        symlinkSync('../elsewhere.ts', join(cwd, file));
      },
    ],
  ])('%s', async (_, why, change) => {
    const cwd = repository(FILES);
    await akepa(['migrate', '--write'], { cwd });
    change('src/a.ts', cwd);
    const elsewhere = git(cwd, 'status', '--porcelain', 'src/a.ts');
    const { code, err, out } = await akepa(['undo'], { cwd });
    expect({ code, err }).toEqual({ code: 3, err: `akepa-migrate: src/a.ts: ${why}\n` });
    expect(out).toContain('Gave back 2 files');
    expect(bytesOf(cwd, ['src/bom.ts', 'src/mixed.ts'])).toEqual(
      bytesOf(repository(FILES), ['src/bom.ts', 'src/mixed.ts']),
    );
    expect(git(cwd, 'status', '--porcelain', 'src/a.ts')).toBe(elsewhere);
  });

  test('put right again, it is given back by the next undo', async () => {
    const cwd = repository(FILES);
    await akepa(['migrate', '--write'], { cwd });
    const migrated = read(cwd, 'src/a.ts');
    put(cwd, { 'src/a.ts': `${migrated}// mine\n` });
    expect((await akepa(['undo'], { cwd })).code).toBe(3);
    put(cwd, { 'src/a.ts': migrated });
    expect((await akepa(['undo'], { cwd })).code).toBe(0);
    expect(read(cwd, 'src/a.ts')).toBe(CALLER);
  });
});

test.concurrent('modes come back, read-only files too, and links stay links', async () => {
  const shared = folder({ 'real.ts': CALLER });
  const cwd = repository({ 'tool.ts': CALLER, 'fixed.ts': CALLER, 'akepa.config.json': CONFIG });
  chmodSync(join(cwd, 'tool.ts'), 0o755);
  chmodSync(join(cwd, 'fixed.ts'), 0o444);
  symlinkSync(relative(cwd, join(shared, 'real.ts')), join(cwd, 'link.ts'));
  commit(cwd);
  await akepa(['migrate', '--write', 'link.ts', 'tool.ts', 'fixed.ts'], { cwd });
  for (const file of ['link.ts', 'tool.ts', 'fixed.ts']) expect(read(cwd, file)).toContain(MOVED);
  const { out, code } = await akepa(['undo'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain(`  ${relative(cwd, join(shared, 'real.ts'))}\n`);
  expect(read(shared, 'real.ts')).toBe(CALLER);
  expect(git(cwd, 'status', '--porcelain')).toBe('');
  expect(statSync(join(cwd, 'fixed.ts')).mode & 0o777).toBe(0o444);
});

test.concurrent('a run that writes nothing keeps the last journal; one that writes replaces it', async () => {
  const cwd = repository(FILES);
  await akepa(['migrate', '--write'], { cwd });
  commit(cwd);
  await akepa(['migrate', '--write'], { cwd });
  await akepa(['migrate'], { cwd });
  put(cwd, { 'src/later.ts': CALLER });
  commit(cwd);
  await akepa(['migrate', '--write'], { cwd });
  const { out } = await akepa(['undo'], { cwd });
  expect(out).toMatch(/^ {2}src\/later\.ts\nGave back 1 file of /);
  expect(read(cwd, 'src/a.ts')).toContain(MOVED);
});

test.concurrent('a project that was moved is undone where it is now', async () => {
  const cwd = folder({ 'old/package.json': '{}', 'old/a.ts': CALLER, 'old/akepa.config.json': CONFIG });
  await akepa(['migrate', '--write'], { cwd: join(cwd, 'old') });
  mkdirSync(join(cwd, 'deep'));
  renameSync(join(cwd, 'old'), join(cwd, 'deep/new'));
  expect((await akepa(['undo'], { cwd: join(cwd, 'deep/new') })).code).toBe(0);
  expect(read(cwd, 'deep/new/a.ts')).toBe(CALLER);
});

test.concurrent('a journal that can not be read is an error in one line', async () => {
  const cwd = folder({ 'a.ts': CALLER, '.akepa-migrate/journal.jsonl': '{"version":2}\n' });
  const { code, err } = await akepa(['undo'], { cwd });
  expect(code).toBe(2);
  expect(linesOf(err)).toEqual([
    expect.stringMatching(
      /journal\.jsonl: the journal can not be read \(it was written by another version\)$/,
    ),
  ]);
});
