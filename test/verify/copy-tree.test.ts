import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { copyTree } from '../../src/verify/copy-tree.js';
import { folder, put, read } from '../support/folder.js';

test('files are copied with their modes, git and the journal are not, packages are linked', () => {
  const root = folder({
    'src/a.ts': 'a',
    'bin/run': 'x',
    '.env': 'KEY=1',
    '.git/HEAD': 'ref',
    '.akepa-migrate/journal.jsonl': '',
    'node_modules/dep/index.js': 'module.exports = 1;',
    'node_modules/@scope/dep/index.js': 'module.exports = 2;',
    'packages/p/node_modules/inner/index.js': 'module.exports = 3;',
  });
  chmodSync(join(root, 'bin/run'), 0o755);
  const copy = folder();
  copyTree(root, copy);
  expect([read(copy, 'src/a.ts'), read(copy, '.env')]).toEqual(['a', 'KEY=1']);
  expect(statSync(join(copy, 'bin/run')).mode & 0o777).toBe(0o755);
  expect([existsSync(join(copy, '.git')), existsSync(join(copy, '.akepa-migrate'))]).toEqual([false, false]);
  for (const name of ['node_modules/dep', 'node_modules/@scope/dep', 'packages/p/node_modules/inner'])
    expect(readlinkSync(join(copy, name))).toBe(join(root, name));
});

test('a package of the workspace is the copy of it, however it is linked', () => {
  const root = folder({
    'packages/kyc/package.json': '{ "name": "@app/kyc", "main": "index.js" }',
    'packages/kyc/index.js': "module.exports = 'old';",
    'main.js': "console.log(require('@app/kyc'), require('./linked'), require('dep'));",
    'node_modules/.store/dep/index.js': "module.exports = 'dep';",
  });
  mkdirSync(join(root, 'node_modules/@app'));
  symlinkSync('../../packages/kyc', join(root, 'node_modules/@app/kyc'));
  symlinkSync('.store/dep', join(root, 'node_modules/dep'));
  symlinkSync(join(root, 'packages/kyc'), join(root, 'linked'));
  const copy = folder();
  copyTree(root, copy);
  put(copy, { 'packages/kyc/index.js': "module.exports = 'new';" });
  const run = (cwd: string): string =>
    execFileSync(process.execPath, ['main.js'], { cwd, encoding: 'utf8' }).trim();
  expect([run(root), run(copy)]).toEqual(['old old dep', 'new new dep']);
});

test('links that lead nowhere, in a circle or outside do not stop it', () => {
  const outside = folder({ 'shared.txt': 'shared' });
  const root = folder({ 'a.txt': 'a' });
  symlinkSync('nowhere', join(root, 'broken'));
  symlinkSync('circle', join(root, 'circle'));
  symlinkSync('.', join(root, 'self'));
  symlinkSync(join(outside, 'shared.txt'), join(root, 'shared'));
  const copy = folder();
  copyTree(root, copy);
  expect([read(copy, 'shared'), read(copy, 'self/a.txt')]).toEqual(['shared', 'a']);
  expect(readlinkSync(join(copy, 'self'))).toBe('.');
  expect(existsSync(join(copy, 'broken'))).toBe(false);
});
