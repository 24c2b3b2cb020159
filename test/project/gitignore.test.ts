import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { type Files, folder, git } from '../support/folder.js';
import { found } from './found.js';

interface Tree {
  readonly name: string;
  /** The `.gitignore` files. */
  readonly rules: Files;
  /** All other files. */
  readonly files: readonly string[];
}

const TREES: readonly Tree[] = [
  { name: 'a file at the root', rules: { '.gitignore': '/a.ts\n' }, files: ['a.ts', 'b/a.ts'] },
  {
    name: 'a name at every depth',
    rules: { '.gitignore': 'gen\n*.gen.ts\n' },
    files: ['gen/a.ts', 'b/gen/a.ts', 'b/x.gen.ts', 'b/a.ts'],
  },
  {
    name: 'only folders',
    rules: { '.gitignore': 'gen/\n' },
    files: ['gen/a.ts', 'b/gen.ts', 'c/gen/x/a.ts'],
  },
  {
    name: 'negation',
    rules: { '.gitignore': '*.ts\n!keep.ts\n' },
    files: ['a.ts', 'keep.ts', 'b/keep.ts', 'b/c.ts'],
  },
  {
    name: 'negation below an ignored folder',
    rules: { '.gitignore': 'gen/\n!gen/keep.ts\n' },
    files: ['gen/keep.ts', 'a.ts'],
  },
  {
    name: 'negation below an ignored glob',
    rules: { '.gitignore': 'gen/*\n!gen/keep.ts\n' },
    files: ['gen/keep.ts', 'gen/a.ts'],
  },
  {
    name: 'nested rules',
    rules: { 'b/.gitignore': '/a.ts\nx/\n' },
    files: ['a.ts', 'b/a.ts', 'b/c/a.ts', 'b/c/x/d.ts'],
  },
  {
    name: 'a nested negation',
    rules: { '.gitignore': '*.gen.ts\n', 'b/.gitignore': '!*.gen.ts\n' },
    files: ['a.gen.ts', 'b/a.gen.ts'],
  },
  {
    name: 'a nested negation in an ignored folder',
    rules: { '.gitignore': 'gen/\n', 'gen/.gitignore': '!*.ts\n' },
    files: ['gen/a.ts', 'a.ts'],
  },
  {
    name: 'a negation of a deeper folder in an ignored one',
    rules: { '.gitignore': 'gen/\n', 'gen/b/.gitignore': '!a.ts\n' },
    files: ['gen/b/a.ts'],
  },
  {
    name: 'a nested rule after a negation',
    rules: { '.gitignore': 'b/*\n!b/a.ts\n', 'b/.gitignore': 'a.ts\n' },
    files: ['b/a.ts', 'a.ts'],
  },
  {
    name: 'a folder that is had back further in',
    rules: { '.gitignore': 'gen\n', 'b/.gitignore': '!gen\n' },
    files: ['gen/a.ts', 'b/gen/a.ts', 'b/gen/c/d.ts'],
  },
  {
    name: 'everything but one folder',
    rules: { '.gitignore': '/*\n!/src\n' },
    files: ['a.ts', 'src/a.ts', 'src/b/c.ts'],
  },
  {
    name: 'comments, spaces and CRLF',
    rules: { '.gitignore': '# a.ts\r\nb.ts\r\n\r\n c.ts\r\n' },
    files: ['a.ts', 'b.ts', 'c.ts', ' c.ts'],
  },
  {
    name: 'globs',
    rules: { '.gitignore': 'a/**/z.ts\n**/logs\n?.js\n[xy].ts\n' },
    files: ['a/z.ts', 'a/b/c/z.ts', 'b/logs/a.ts', 'a.js', 'ab.js', 'x.ts', 'z.ts'],
  },
];

test.each(TREES)('as git has it: $name', async ({ rules, files }) => {
  const cwd = folder({ ...rules, ...Object.fromEntries(files.map((file) => [file, ''])) });
  git(cwd, 'init', '--quiet');
  const seen = git(cwd, '-c', 'core.quotePath=false', 'ls-files', '--others', '--exclude-standard');
  const expected = seen.split('\n').filter((file) => /\.[jt]s$/.test(file));
  expect(await found(cwd)).toEqual(expected.toSorted());
  // The rules above the working directory hold too.
  for (const inner of new Set(
    files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''),
  )) {
    const below = expected.filter((file) => file.startsWith(`${inner}/`));
    expect(await found(join(cwd, inner))).toEqual(
      below.map((file) => file.slice(inner.length + 1)).toSorted(),
    );
  }
});

test('rules end at the root of a repository', async () => {
  const parent = folder({ '.gitignore': '*.ts\n', 'repo/a.ts': '', 'plain/a.ts': '' });
  git(join(parent, 'repo'), 'init', '--quiet');
  expect(await found(join(parent, 'repo'))).toEqual(['a.ts']);
  expect(await found(join(parent, 'plain'))).toEqual([]);
});

test('rules hold without git, and a folder of that name is no rule', async () => {
  const cwd = folder({ '.gitignore': 'b.ts\n', 'a.ts': '', 'b.ts': '', 'c/a.ts': '' });
  mkdirSync(join(cwd, 'c/.gitignore'));
  expect(await found(cwd)).toEqual(['a.ts', 'c/a.ts']);
});
