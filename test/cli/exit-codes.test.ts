import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { akepa, CLEAN_ENV, CLI, ROOT } from '../support/cli.js';
import { type Files, folder } from '../support/folder.js';
import { CALLER, CLEAN, CONFIG, minified, STUCK } from '../support/sources.js';

const BROKEN = 'const kyc = (';

/** A request to somewhere; the word kyc makes it a candidate. */
const BLIND = 'fetch(kyc);\n';
const MOVABLE = { 'a.ts': CALLER, 'akepa.config.json': CONFIG };

test.concurrent.each<[string, number, string, Files, string[]]>([
  ['check', 0, 'nothing to find', { 'a.ts': CLEAN }, []],
  ['check', 1, 'a call', { 'a.ts': CALLER }, []],
  ['check', 1, 'a legacy path without a call', { 'a.ts': "export const INIT = '/customer/kyc/init';\n" }, []],
  [
    'check',
    0,
    "a path that may be another service's",
    { 'a.ts': "export const G = '/document/generate';\n" },
    [],
  ],
  ['check', 1, 'an annotation', { 'a.ts': '// TODO(akepa-migrate AK301): gone. Gone.\n' }, []],
  ['check', 0, 'as many blind spots as there may be', { 'a.ts': BLIND }, ['--max-blind-spots', '1']],
  ['check', 2, 'no number', { 'a.ts': BLIND }, ['--max-blind-spots', 'few']],
  ['check', 2, 'an unknown word', { 'a.ts': CALLER }, ['--confidence', 'sure']],
  ['check', 2, 'a bad config', { 'a.ts': CALLER, 'akepa.config.json': '{"valeus":{}}' }, []],
  ['check', 2, 'no source file', { 'a.md': CALLER }, []],
  ['check', 2, 'only minified files', { 'a.js': minified() }, []],
  ['check', 3, 'a bad file beside findings', { 'a.ts': CALLER, 'b.ts': BROKEN }, []],
  ['check', 3, 'a bad file beside nothing', { 'a.ts': CLEAN, 'b.ts': BROKEN }, []],
  ['check', 3, 'a path that leads nowhere', { 'a.ts': CLEAN }, ['a.ts', 'b.ts']],
  ['migrate', 0, 'nothing to do', { 'a.ts': CLEAN }, []],
  ['migrate', 1, 'a diff', MOVABLE, []],
  ['migrate', 0, 'all written', MOVABLE, ['--write']],
  ['migrate', 1, 'something left', { 'a.ts': STUCK }, ['--write']],
  ['migrate', 2, 'an unknown option', MOVABLE, ['--wirte']],
  ['migrate', 2, 'no file', {}, []],
  ['migrate', 2, 'only minified files', { 'a.js': minified() }, []],
  ['migrate', 3, 'a bad file', { ...MOVABLE, 'b.ts': BROKEN }, ['--write']],
])('%s answers %i: %s', async (verb, expected, _, files, args) => {
  const { code, err } = await akepa([verb, ...args], { cwd: folder(files) });
  expect(code).toBe(expected);
  // What went wrong is said; what went well is not.
  expect(err === '').toBe(expected < 2);
});

test.concurrent('more blind spots than there may be answer 1, and say how many there are', async () => {
  const cwd = folder({ 'a.ts': BLIND, 'b.ts': BLIND.replace('kyc', 'url') });
  const few = await akepa(['check', '--max-blind-spots', '0'], { cwd });
  expect({ code: few.code, err: few.err }).toEqual({
    code: 1,
    err: 'akepa-migrate: 1 blind spot, and --max-blind-spots is 0\n',
  });
  const whole = await akepa(['check', '--blind-spots', '--max-blind-spots', '1'], { cwd });
  expect({ code: whole.code, err: whole.err }).toEqual({
    code: 1,
    err: 'akepa-migrate: 2 blind spots, and --max-blind-spots is 1\n',
  });
});

test.concurrent('too many blind spots are said of beside a bad file, too', async () => {
  const cwd = folder({ 'a.ts': BLIND, 'b.ts': BROKEN });
  const { code, err } = await akepa(['check', '--max-blind-spots', '0'], { cwd });
  expect(code).toBe(3);
  expect(err).toMatch(
    /^akepa-migrate: b\.ts: .*\nakepa-migrate: 1 blind spot, and --max-blind-spots is 0\n$/,
  );
});

test.skipIf(!existsSync('/dev/full'))('an answer that can not be written is no answer (needs Linux)', () => {
  const cwd = folder(MOVABLE);
  for (const verb of ['check', 'check --format json', 'migrate']) {
    const env = { ...CLEAN_ENV, NODE: process.execPath, CLI };
    const { status, stderr } = spawnSync('sh', ['-c', `"$NODE" "$CLI" ${verb} > /dev/full`], {
      cwd,
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(4);
    expect(stderr).toMatch(/^akepa-migrate: standard output: ENOSPC.*\n$/);
  }
});

test.concurrent('a defect of ours answers 4, with the stack, and says that it is one', async () => {
  const package_ = folder();
  cpSync(join(ROOT, 'dist'), join(package_, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(package_, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(package_, 'node_modules'));
  // The defect: a file that every analysis loads ends in a reference to nothing.
  const chunks = join(package_, 'dist/chunks');
  const [chunk = ''] = readdirSync(chunks).filter((name) =>
    /^function analyse\(/m.test(readFileSync(join(chunks, name), 'utf8')),
  );
  appendFileSync(join(chunks, chunk), '\nnothingOfThatName();\n');
  const cli = join(package_, 'dist/src/cli/main.js');
  const cwd = folder({ 'a.ts': CALLER });
  for (const verb of ['check', 'migrate']) {
    const { code, out, err } = await akepa([verb], { cwd, cli });
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toMatch(
      /^akepa-migrate: internal error, please report it: ReferenceError: nothingOfThatName/,
    );
    expect(err).toContain(`/chunks/${chunk}:`);
  }
});
