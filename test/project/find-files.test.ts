import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { findFiles } from '../../src/project/find-files.js';
import { type Files, folder } from '../support/folder.js';
import { found } from './found.js';

/** Empty files. */
const empty = (...names: string[]): Files => Object.fromEntries(names.map((name) => [name, '']));

test('JavaScript and TypeScript in all their spellings, what holds scripts, and nothing else', async () => {
  const scripts = ['a.cjs', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.mts', 'a.ts', 'a.tsx'];
  const sources = [...scripts, 'a.astro', 'a.htm', 'a.html', 'a.svelte', 'a.vue'].toSorted();
  const others = [
    'a.json',
    'a.md',
    'a.mdx',
    'vue',
    'a.vue.txt',
    'js',
    'a.d.ts',
    'a.d.mts',
    'a.d.cts',
    'a.min.js',
    'a.min.mjs',
  ];
  expect(await found(folder(empty(...sources, ...others)))).toEqual(sources);
});

test('node_modules is left out at every depth', async () => {
  const cwd = folder(
    empty('a.ts', 'node_modules/x/a.ts', 'packages/p/node_modules/x/a.js', 'my_node_modules/b.ts'),
  );
  expect(await found(cwd)).toEqual(['a.ts', 'my_node_modules/b.ts']);
});

test('build output lies beside a package.json; a source folder of that name does not', async () => {
  const cwd = folder(
    empty(
      'package.json',
      ...['dist', 'build', 'out', 'coverage', '.next', '.output'].map((name) => `${name}/a.js`),
      'src/build/a.ts',
      'src/out/deep/b.ts',
      'packages/p/package.json',
      'packages/p/dist/a.js',
      'tools/build/c.ts',
    ),
  );
  expect(await found(cwd)).toEqual(['src/build/a.ts', 'src/out/deep/b.ts', 'tools/build/c.ts']);
});

test('what lies above the working directory says nothing of it', async () => {
  const parent = folder(empty('package.json', 'build/app/a.ts', 'build/.hidden/deep/b.ts'));
  expect(await found(join(parent, 'build/app'))).toEqual(['a.ts']);
  expect(await found(join(parent, 'build/.hidden'))).toEqual(['deep/b.ts']);
});

test('folders that begin with a dot hold sources too, except for tools that keep copies there', async () => {
  const cwd = folder(
    empty('.storybook/a.ts', '.github/b.mjs', '.eslintrc.cjs', '.git/c.js', '.yarn/d.cjs', '.pnp.cjs'),
  );
  expect(await found(cwd)).toEqual(['.eslintrc.cjs', '.github/b.mjs', '.storybook/a.ts']);
});

test('files, folders and globs; each file once, by name', async () => {
  const cwd = folder(empty('b/z.ts', 'b/a.ts', 'a/deep/x.ts', 'a/y.js', 'c.ts', 'd.ts'));
  expect(await found(cwd, ['c.ts', 'b', 'a/**/*.ts', './b/z.ts', 'b/'])).toEqual([
    'a/deep/x.ts',
    'b/a.ts',
    'b/z.ts',
    'c.ts',
  ]);
  expect(await found(join(cwd, 'b'), ['../a', '.'])).toEqual(['../a/deep/x.ts', '../a/y.js', 'a.ts', 'z.ts']);
  expect(await found(cwd, [join(cwd, 'd.ts'), join(cwd, 'b')])).toEqual(['b/a.ts', 'b/z.ts', 'd.ts']);
  expect(await found(cwd, ['{a,b}'])).toEqual(['a/deep/x.ts', 'a/y.js', 'b/a.ts', 'b/z.ts']);
});

test('a name that looks like a glob is a name first', async () => {
  const cwd = folder(empty('pages/[id].ts', 'pages/i.ts', '(group)/a.ts', 'group/b.ts'));
  expect(await found(cwd, ['pages/[id].ts'])).toEqual(['pages/[id].ts']);
  expect(await found(cwd, ['(group)'])).toEqual(['(group)/a.ts']);
  expect(await found(join(cwd, '(group)'))).toEqual(['a.ts']);
});

test('a glob leaves out the same as a folder does', async () => {
  const cwd = folder(empty('package.json', 'a.ts', 'a.d.ts', 'a.css', 'dist/a.js', 'node_modules/x/a.ts'));
  expect(await found(cwd, ['**/*'])).toEqual(['a.ts']);
});

test('a file given by its path is taken, wherever it lies and whatever its name', async () => {
  const files = empty(
    'package.json',
    'dist/a.js',
    'node_modules/x/b.js',
    'c.min.js',
    'ignored/d.ts',
    'e.d.ts',
  );
  const cwd = folder({ ...files, '.gitignore': 'ignored/\n' });
  const paths = ['dist/a.js', 'node_modules/x/b.js', 'c.min.js', 'ignored/d.ts', 'e.d.ts'];
  expect(await found(cwd, paths, { exclude: ['**'] })).toEqual(paths.toSorted());
  const { files: all } = await findFiles(['dist/a.js', '*.ts'], { cwd, root: cwd, config: {} });
  expect(all.map(({ explicit }) => explicit)).toEqual([true]);
});

test('include says where to look when no path is given, from the config file on', async () => {
  const root = folder(empty('src/a.ts', 'lib/b.ts', 'lib/c.js', 'app/d.ts', 'app/src/e.ts'));
  const cwd = join(root, 'app');
  const config = { include: ['src', 'lib/*.ts'] };
  expect(await found(cwd, [], config, root)).toEqual(['../lib/b.ts', '../src/a.ts']);
  expect(await found(cwd, ['.'], config, root)).toEqual(['d.ts', 'src/e.ts']);
});

test('exclude holds for folders and globs, from the config file on', async () => {
  const root = folder(empty('app/a.ts', 'app/gen/b.ts', 'app/gen/deep/c.ts', 'app/x.gen.ts', 'gen/d.ts'));
  const at = (...exclude: string[]): Promise<string[]> => found(join(root, 'app'), [], { exclude }, root);
  expect(await at('app/gen/**')).toEqual(['a.ts', 'x.gen.ts']);
  expect(await at('app/gen')).toEqual(['a.ts', 'x.gen.ts']);
  expect(await at('./app/gen/')).toEqual(['a.ts', 'x.gen.ts']);
  expect(await at('gen')).toEqual(['a.ts', 'gen/b.ts', 'gen/deep/c.ts', 'x.gen.ts']);
  expect(await at('**/*.gen.ts', '**/deep/**')).toEqual(['a.ts', 'gen/b.ts']);
  expect(await at('**')).toEqual([]);
});

test('links are not followed while scanning', async () => {
  const cwd = folder(empty('a/x.ts'));
  symlinkSync('a', join(cwd, 'b'));
  symlinkSync('..', join(cwd, 'a/up'));
  symlinkSync('x.ts', join(cwd, 'a/y.ts'));
  expect(await found(cwd)).toEqual(['a/x.ts']);
  expect(await found(cwd, ['b'])).toEqual(['b/x.ts']);
});

test('two names of one file are one file', async () => {
  const cwd = folder(empty('a/x.ts'));
  symlinkSync('a', join(cwd, 'b'));
  symlinkSync('a/x.ts', join(cwd, 'link.ts'));
  expect(await found(cwd, ['a', 'b', 'link.ts'])).toEqual(['a/x.ts']);
  expect(await found(cwd, ['link.ts', 'b/x.ts'])).toEqual(['b/x.ts']);
});
