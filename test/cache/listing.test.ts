import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folder, put } from '../support/folder.js';
import { PROJECT, projectWithCache, seenIn } from './project.js';

const CALL = "import axios from 'axios';\nexport const s = axios.get('/customer/kyc/status/1');\n";
const FILES = {
  ...PROJECT,
  'packages/a/src/call.ts': CALL,
  'packages/a/build/made.ts': CALL,
  'packages/b/src/call.ts': CALL,
};

/** Whether people without rights are refused, which the superuser is not. */
const HAS_RIGHTS = process.getuid?.() !== 0;

describe('which files there are is looked at anew', () => {
  test.each<[string, (root: string) => void]>([
    ['an empty folder', (root) => mkdirSync(join(root, 'src/empty'))],
    ['a file that nobody looks at', (root) => put(root, { 'notes.txt': '' })],
    ['a folder that is gone', (root) => rmSync(join(root, 'packages/b'), { recursive: true })],
    ['a folder of another name', (root) => renameSync(join(root, 'packages/b'), join(root, 'packages/c'))],
    [
      'a folder that has become a link to another',
      (root) => {
        rmSync(join(root, 'packages/b'), { recursive: true });
        symlinkSync('a', join(root, 'packages/b'));
      },
    ],
    [
      'a file that has become a link to another',
      (root) => {
        rmSync(join(root, 'packages/b/src/call.ts'));
        symlinkSync('../../a/src/call.ts', join(root, 'packages/b/src/call.ts'));
      },
    ],
    [
      'a file that has become a folder',
      (root) => {
        rmSync(join(root, 'src/plain.ts'));
        put(root, { 'src/plain.ts/call.ts': CALL });
      },
    ],
    ['a link to a file', (root) => symlinkSync('link.ts', join(root, 'src/also.ts'))],
    ['what a folder ignores', (root) => put(root, { 'packages/.gitignore': 'b/\n' })],
    ['what makes a folder one of build output', (root) => put(root, { 'packages/a/package.json': '{}' })],
    ['what ends the rules above it', (root) => mkdirSync(join(root, 'packages/.git'))],
  ])('%s', async (_, change) => {
    const { root, cache } = projectWithCache(FILES);
    await seenIn(root, { cache });
    change(root);
    const { seen, isUnread } = await seenIn(root, { cache });
    expect(isUnread).toBe(false);
    expect(seen).toEqual((await seenIn(root)).seen);
    expect(await seenIn(root, { cache })).toMatchObject({ seen, isUnread: true });
  });

  test('rules of a folder above the project', async () => {
    const above = folder({ 'own/.keep': '' });
    const root = join(above, 'own');
    put(root, FILES);
    const cache = join(folder(), 'check.json');
    await seenIn(root, { cache });
    expect((await seenIn(root, { cache })).isUnread).toBe(true);
    put(above, { '.gitignore': 'packages/\n' });
    const { seen, isUnread } = await seenIn(root, { cache });
    expect(isUnread).toBe(false);
    expect(seen.files).not.toContain('packages/a/src/call.ts');
  });

  test('where a link leads', async () => {
    const { root, cache } = projectWithCache(FILES);
    const outside = folder({ 'one.ts': CALL, 'other.ts': 'export const other = 1;\n' });
    symlinkSync(join(outside, 'one.ts'), join(root, 'src/linked.ts'));
    const { seen } = await seenIn(root, { cache });
    expect(seen.findings.map(({ file }) => file)).toContain('src/linked.ts');
    expect((await seenIn(root, { cache })).isUnread).toBe(true);
    rmSync(join(root, 'src/linked.ts'));
    symlinkSync(join(outside, 'other.ts'), join(root, 'src/linked.ts'));
    const changed = await seenIn(root, { cache });
    expect(changed.isUnread).toBe(false);
    expect(changed.seen).toEqual((await seenIn(root)).seen);
  });

  test('the folder that the project lies in', async () => {
    const { root, cache } = projectWithCache(FILES);
    await seenIn(root, { cache });
    const moved = join(folder(), 'moved');
    renameSync(root, moved);
    // Nothing of it has changed, and nothing is named by where it lies.
    expect((await seenIn(moved, { cache })).isUnread).toBe(true);
    const linked = join(dirname(moved), 'linked');
    symlinkSync('moved', linked);
    expect((await seenIn(linked, { cache })).isUnread).toBe(false);
  });
});

describe('what can not be told without a look at the files is looked at', () => {
  test('files that a glob matches', async () => {
    const { root, cache } = projectWithCache(FILES);
    const paths = ['{src,gen}/*.ts'];
    await seenIn(root, { paths, cache });
    expect(await seenIn(root, { paths, cache })).toMatchObject({ isKnown: true, isUnread: false });
    put(root, { 'gen/call.ts': CALL });
    const { seen, isKnown } = await seenIn(root, { paths, cache });
    expect(isKnown).toBe(false);
    expect(seen.files).toContain('gen/call.ts');
  });

  test('a file that is named by its path, and left out otherwise', async () => {
    const { root, cache } = projectWithCache({ ...FILES, 'package.json': '{}', 'dist/call.ts': CALL });
    const paths = ['dist/call.ts', 'src'];
    const { seen } = await seenIn(root, { paths, cache });
    expect(seen.files).toContain('dist/call.ts');
    expect(await seenIn(root, { paths, cache })).toMatchObject({ seen, isKnown: true, isUnread: false });
  });

  test('a file that could not be read', async () => {
    const { root, cache } = projectWithCache({ ...FILES, 'src/binary.ts': '\u0000' });
    const { seen } = await seenIn(root, { cache });
    expect(seen.errors).toHaveLength(1);
    expect(await seenIn(root, { cache })).toMatchObject({ seen, isKnown: true, isUnread: false });
  });

  test.skipIf(!HAS_RIGHTS)('a folder that could not be listed', async () => {
    const { root, cache } = projectWithCache(FILES);
    chmodSync(join(root, 'packages/b'), 0);
    const { seen } = await seenIn(root, { cache });
    expect(seen.errors).toHaveLength(1);
    chmodSync(join(root, 'packages/b'), 0o755);
    const opened = await seenIn(root, { cache });
    expect(opened.isUnread).toBe(false);
    expect(opened.seen).toEqual((await seenIn(root)).seen);
  });
});
