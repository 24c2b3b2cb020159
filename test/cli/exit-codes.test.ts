import { appendFileSync, cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { akepa, ROOT } from '../support/cli.js';
import { folder } from '../support/folder.js';
import { CALLER, CLEAN, CONFIG, minified, STUCK } from '../support/sources.js';

const BROKEN = 'const document = (';

test.each([
  ['check', 0, { 'a.ts': CLEAN }, []],
  ['check', 1, { 'a.ts': CALLER }, []],
  ['check', 1, { 'a.ts': '// TODO(akepa-migrate AK301): gone. Gone.\n' }, []],
  ['check', 2, { 'a.ts': CALLER }, ['--confidence', 'sure']],
  ['check', 2, { 'a.ts': CALLER, 'akepa.config.json': '{"valeus":{}}' }, []],
  ['check', 2, { 'a.md': CALLER }, []],
  ['check', 2, { 'a.js': minified() }, []],
  ['check', 3, { 'a.ts': CALLER, 'b.ts': BROKEN }, []],
  ['check', 3, { 'a.ts': CLEAN, 'b.ts': BROKEN }, []],
  ['check', 3, { 'a.ts': CLEAN }, ['a.ts', 'b.ts']],
  ['migrate', 0, { 'a.ts': CLEAN }, []],
  ['migrate', 1, { 'a.ts': CALLER, 'akepa.config.json': CONFIG }, []],
  ['migrate', 0, { 'a.ts': CALLER, 'akepa.config.json': CONFIG }, ['--write']],
  ['migrate', 1, { 'a.ts': STUCK }, ['--write']],
  ['migrate', 2, { 'a.ts': CALLER }, ['--wirte']],
  ['migrate', 2, {}, []],
  ['migrate', 2, { 'a.js': minified() }, []],
  ['migrate', 3, { 'a.ts': CALLER, 'b.ts': BROKEN }, ['--write']],
])('%s answers %i: %o %o', async (verb, expected, files, args) => {
  const { code, err } = await akepa([verb, ...args], { cwd: folder(files) });
  expect(code).toBe(expected);
  // What went wrong is said; what went well is not.
  expect(err === '').toBe(expected < 2);
});

test('a defect of ours answers 4, with the stack, and says that it is one', async () => {
  const package_ = folder();
  cpSync(join(ROOT, 'dist'), join(package_, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(package_, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(package_, 'node_modules'));
  // The defect: a module that every analysis loads ends in a reference to nothing.
  appendFileSync(join(package_, 'dist/src/analysis/analyse.js'), '\nnothingOfThatName();\n');
  const cli = join(package_, 'dist/src/cli/main.js');
  const cwd = folder({ 'a.ts': CALLER });
  for (const verb of ['check', 'migrate']) {
    const { code, out, err } = await akepa([verb], { cwd, cli });
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toMatch(
      /^akepa-migrate: internal error, please report it: ReferenceError: nothingOfThatName/,
    );
    expect(err).toContain('analyse.js');
  }
});
