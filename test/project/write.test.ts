import { chmodSync, linkSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { writeAtomically } from '../../src/project/write.js';
import { folder, read } from '../support/folder.js';

test('the text is replaced, and nothing is left beside it', () => {
  const cwd = folder({ 'a.ts': 'old' });
  writeAtomically(join(cwd, 'a.ts'), 'Zoë 👋\r\n');
  expect(read(cwd, 'a.ts')).toBe('Zoë 👋\r\n');
  expect(readdirSync(cwd)).toEqual(['a.ts']);
});

test('whoever has the old file open keeps it: the new one is another file', () => {
  const cwd = folder({ 'a.ts': 'old' });
  linkSync(join(cwd, 'a.ts'), join(cwd, 'held.ts'));
  writeAtomically(join(cwd, 'a.ts'), 'new');
  expect([read(cwd, 'a.ts'), read(cwd, 'held.ts')]).toEqual(['new', 'old']);
});

test.each(['600', '644', '664', '666', '755', '777'])('mode %s stays', (octal) => {
  const mode = Number.parseInt(octal, 8);
  const cwd = folder({ 'a.ts': 'old' });
  chmodSync(join(cwd, 'a.ts'), mode);
  writeAtomically(join(cwd, 'a.ts'), 'new');
  expect(statSync(join(cwd, 'a.ts')).mode & 0o777).toBe(mode);
});

test('a file that is gone is an error, and is not made', () => {
  const cwd = folder();
  expect(() => writeAtomically(join(cwd, 'a.ts'), 'new')).toThrow('ENOENT');
  expect(readdirSync(cwd)).toEqual([]);
});

test('an error leaves the file as it was', () => {
  const cwd = folder({ 'a.ts': 'old' });
  mkdirSync(join(cwd, '.a.ts.akepa-migrate.tmp'));
  expect(() => writeAtomically(join(cwd, 'a.ts'), 'new')).toThrow();
  expect(read(cwd, 'a.ts')).toBe('old');
  expect(readdirSync(cwd).toSorted()).toEqual(['.a.ts.akepa-migrate.tmp', 'a.ts']);
});

test('a link where the new text goes first is not written through', () => {
  const cwd = folder({ 'a.ts': 'old', 'precious.txt': 'precious' });
  symlinkSync('precious.txt', join(cwd, '.a.ts.akepa-migrate.tmp'));
  writeAtomically(join(cwd, 'a.ts'), 'new');
  expect([read(cwd, 'a.ts'), read(cwd, 'precious.txt')]).toEqual(['new', 'precious']);
});
