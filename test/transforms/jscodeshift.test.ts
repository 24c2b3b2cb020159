import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import type { Transform } from 'jscodeshift';
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest';

import { loadConfig } from '../../src/config/load.js';
import { migrateFiles } from '../../src/migrate.js';
import { writePending } from '../../src/write-pending.js';
import type transform from '../../transforms/jscodeshift.js';
import { akepa, ROOT } from '../support/cli.js';
import { bytesOf, type Files, folder, put, read } from '../support/folder.js';
import { BOM, countsOf, crlf, jscodeshift, sampleProjects } from './jscodeshift.js';

const VALUES = { applicationId: { expression: 'applicationOf({customerId})' } };
const CONFIG = JSON.stringify({
  values: {
    applicationId: {
      ...VALUES.applicationId,
      import: { name: 'applicationOf', from: './src/applications.js' },
    },
  },
});
const STATUS = [
  "import axios from 'axios';",
  '',
  'export async function heartbeat(customerId: string): Promise<void> {',
  '  await axios.get(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${customerId}`);',
  '}',
  '',
].join('\n');
const STUCK = "fetch(`${process.env.CONNECTFI_BASE_URL}/document/generate`, { method: 'POST' });\n";
const OURS = 'await fetch(`${process.env.CONNECTFI_BASE_URL}/card/list/${id}`);\n';
const PROJECT: Files = {
  'akepa.config.json': CONFIG,
  'src/kyc/status.ts': STATUS,
  'src/crlf.ts': crlf(STATUS),
  'src/bom.ts': BOM + STATUS,
  'src/script.js': `#!/usr/bin/env node\n${STATUS.replace(/: \w+(?:<void>)?(?=[)\s])/g, '')}`,
  'src/stuck.ts': STUCK,
  'src/left.mjs': OURS,
  'src/other.ts': 'export const a = 1;\n',
};
const NAMES = Object.keys(PROJECT);

test('it is a transform in the eyes of jscodeshift', () => {
  // Checked by the compiler.
  expectTypeOf<typeof transform>().toExtend<Transform>();
});

const PROJECTS = sampleProjects();
const [LARGEST] = PROJECTS.toSorted((a, b) => Object.keys(b.after).length - Object.keys(a.after).length);

describe.each(PROJECTS)('samples with one config', (project) => {
  const { files, after } = project;
  const names = Object.keys(after);

  test('become what migrate --write makes of each file alone, and stay so', async () => {
    const [alone, together] = [folder(files), folder(files)];
    for (const file of names) await migrateAlone(alone, file);

    const first = await jscodeshift(together, ['--run-in-band', 'src']);
    expect(bytesOf(together, names)).toEqual(bytesOf(alone, names));
    expect(Object.fromEntries(names.map((file) => [file, read(together, file)]))).toEqual(after);
    expect(countsOf(first)).toMatchObject({
      errors: 0,
      ok: names.filter((file) => files[file] !== after[file]).length,
    });

    // A process takes seconds, and the second run of every sample is tested in samples.test.ts.
    if (project !== LARGEST) return;
    const again = await jscodeshift(together, ['--run-in-band', 'src']);
    expect(countsOf(again)).toMatchObject({ errors: 0, ok: 0 });
    expect(bytesOf(together, names)).toEqual(bytesOf(alone, names));
  });
});

describe('runs', () => {
  /** The bytes that the command line makes of each file alone. */
  let migrated: Record<string, string>;
  beforeAll(async () => {
    const cwd = folder(PROJECT);
    for (const file of NAMES.filter((name) => name.startsWith('src/')))
      await akepa(['migrate', '--write', file], { cwd });
    migrated = bytesOf(cwd, NAMES);
  });

  test.concurrent.each([
    ['in workers', ['--cpus=3'], /Spawning 3 workers/],
    ['in band', ['--run-in-band'], /^Processing 7 files/],
    ['without Babel', ['--no-babel'], /Spawning 3 workers/],
  ])('%s: what the command line writes', async (_, args, said) => {
    const cwd = folder(PROJECT);
    const answer = await jscodeshift(cwd, [...args, 'src']);
    expect(answer.out).toMatch(said);
    expect(countsOf(answer)).toEqual({ errors: 0, ok: 5, unmodified: 1, skipped: 1 });
    expect(answer.err).toBe('');
    expect(bytesOf(cwd, NAMES)).toEqual(migrated);
    expect(read(cwd, 'src/kyc/status.ts')).toContain("import { applicationOf } from '../applications.js';");
  });

  test.concurrent('dry: counts, and no file is touched', async () => {
    const cwd = folder(PROJECT);
    for (const file of NAMES) utimesSync(join(cwd, file), 1, 1);
    const answer = await jscodeshift(cwd, ['--run-in-band', '--dry', 'src']);
    expect(countsOf(answer)).toEqual({
      errors: 0,
      ok: 5,
      unmodified: 1,
      skipped: 1,
      rewritten: 4,
      todo: 1,
      left: 1,
    });
    expect(NAMES.map((file) => statSync(join(cwd, file)).mtimeMs)).toEqual(NAMES.map(() => 1000));
    expect(bytesOf(cwd, NAMES)).toEqual(bytesOf(folder(PROJECT), NAMES));
  });

  test.concurrent('print: the new text', async () => {
    const cwd = folder(PROJECT);
    const { out } = await jscodeshift(cwd, ['--dry', '--print', 'src/crlf.ts']);
    await akepa(['migrate', '--write', 'src/crlf.ts'], { cwd });
    expect(out).toContain(`\n${read(cwd, 'src/crlf.ts')}\n`);
  });

  test.concurrent('a second run changes nothing', async () => {
    const cwd = folder(PROJECT);
    await jscodeshift(cwd, ['--run-in-band', 'src']);
    const after = bytesOf(cwd, NAMES);
    const again = await jscodeshift(cwd, ['--run-in-band', '--dry', 'src']);
    expect(countsOf(again)).toEqual({ errors: 0, ok: 0, unmodified: 2, skipped: 5, todo: 1, left: 1 });
    expect(bytesOf(cwd, NAMES)).toEqual(after);
  });

  test.concurrent('every call that is not rewritten is reported, with its line', async () => {
    const cwd = folder(PROJECT);
    const { out } = await jscodeshift(cwd, ['--run-in-band', 'src']);
    expect(out).toMatch(/ REP src\/stuck\.ts \(line 1\) document-generate todo: AK301: POST .* requires /);
    expect(out).toContain(' REP src/left.mjs (line 1) card-list left: akepa has no counterpart\n');
    expect(out).toMatch(/ REP src\/kyc\/status\.ts \(line 4\) kyc-status rewritten: GET becomes POST: /);
  });
});

describe('other files', () => {
  const FILES = {
    'src/api.ts': [
      "import axios from 'axios';",
      'export const send = (path: string) => axios.get(process.env.CONNECTFI_BASE_URL + path);',
      '',
    ].join('\n'),
    'src/caller.ts': "import { send } from './api.js';\n\nawait send(`/customer/kyc/status/${id}`);\n",
    'akepa.config.json': CONFIG,
  };

  test('what needs them gets the TODO that a run over one file gives', async () => {
    const [one, other] = [folder(FILES), folder(FILES)];
    await akepa(['migrate', '--write', 'src/caller.ts'], { cwd: one });
    const { out } = await jscodeshift(other, ['--run-in-band', 'src']);
    expect(out).toMatch(/src\/caller\.ts \(line 3\) kyc-status todo: AK317: .*`send` \(src\/api\.ts\)/);
    expect(read(other, 'src/caller.ts')).toContain('// TODO(akepa-migrate AK317): ');
    expect(bytesOf(other, Object.keys(FILES))).toEqual(bytesOf(one, Object.keys(FILES)));
  });
});

describe('config', () => {
  const moved = /applicationId: applicationOf\(customerId\)/;

  test.concurrent('is found from the working directory upwards', async () => {
    const root = folder({ ...PROJECT, 'app/src/status.ts': STATUS });
    const cwd = join(root, 'app');
    await jscodeshift(cwd, ['--run-in-band', 'src']);
    expect(read(cwd, 'src/status.ts')).toMatch(moved);
    expect(read(cwd, 'src/status.ts')).toContain("from '../../src/applications.js'");
  });

  test.concurrent('is the one that --config names', async () => {
    const cwd = folder({ 'src/status.ts': STATUS, 'config/kyc.config.json': CONFIG });
    await jscodeshift(cwd, ['--config=config/kyc.config.json', 'src']);
    expect(read(cwd, 'src/status.ts')).toMatch(moved);
    expect(read(cwd, 'src/status.ts')).toContain("from '../config/src/applications.js'");
  });

  test.concurrent('excludes files', async () => {
    const config = JSON.stringify({ ...(JSON.parse(CONFIG) as object), exclude: ['src/old'] });
    const cwd = folder({ 'akepa.config.json': config, 'src/old/a.ts': STATUS, 'src/b.ts': STATUS });
    expect(countsOf(await jscodeshift(cwd, ['--run-in-band', 'src']))).toEqual({
      errors: 0,
      ok: 1,
      unmodified: 0,
      skipped: 1,
    });
    expect(read(cwd, 'src/old/a.ts')).toBe(STATUS);
  });

  test.concurrent.each([
    ['a config that is missing', ['--config=none.json'], 'none.json: there is no such config file'],
    ['a config with a wrong key', ['--config=wrong.json'], 'unknown key `value`; did you mean `values`?'],
    ['a --config without a file', ['--config'], '--config takes a file'],
  ])('%s is an error of each file', async (_, args, message) => {
    const cwd = folder({ 'src/status.ts': STATUS, 'wrong.json': '{ "value": {} }' });
    const answer = await jscodeshift(cwd, ['src', ...args, '--fail-on-error']);
    expect(countsOf(answer)).toEqual({ errors: 1, ok: 0, unmodified: 0, skipped: 0 });
    expect(answer.out).toContain(message);
    expect(answer.code).toBe(1);
    expect(read(cwd, 'src/status.ts')).toBe(STATUS);
  });
});

describe('files that can not be processed', () => {
  const latin1 = new Uint8Array([...Buffer.from(`// `), 0xe9, ...Buffer.from(`\n${STATUS}`)]);

  test('are errors by name, and stay byte for byte', async () => {
    const files: Files = {
      'akepa.config.json': CONFIG,
      'src/broken.ts': `${STATUS}const x = (;\n`,
      'src/latin1.ts': latin1,
      'src/binary.js': `${STUCK}\0`,
      'src/fine.ts': STATUS,
    };
    const cwd = folder(files);
    const before = bytesOf(cwd, ['src/broken.ts', 'src/latin1.ts', 'src/binary.js']);
    const answer = await jscodeshift(cwd, ['--run-in-band', 'src']);
    expect(countsOf(answer)).toEqual({ errors: 3, ok: 1, unmodified: 0, skipped: 0 });
    expect(answer.out).toMatch(/ERR src\/broken\.ts Transformation error \(.*\(line 6\)\)/);
    expect(answer.out).toContain('ERR src/latin1.ts Transformation error (it is not UTF-8)');
    expect(answer.out).toContain('ERR src/binary.js Transformation error (it is binary)');
    expect(bytesOf(cwd, Object.keys(before))).toEqual(before);
  });

  test('a replacement character that somebody typed is no error', async () => {
    const cwd = folder({ 'akepa.config.json': CONFIG, 'src/a.ts': `// \uFFFD\n${STATUS}` });
    expect(countsOf(await jscodeshift(cwd, ['--run-in-band', 'src']))).toMatchObject({ errors: 0, ok: 1 });
  });

  test('minified files and packages are skipped', async () => {
    const cwd = folder({
      'src/min.js': STUCK + 'x;'.repeat(20_000),
      'src/node_modules/a/index.js': STUCK,
    });
    expect(countsOf(await jscodeshift(cwd, ['--run-in-band', 'src']))).toEqual({
      errors: 0,
      ok: 0,
      unmodified: 0,
      skipped: 2,
    });
  });
});

test('the package exports it', async () => {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    exports: Record<string, { types: string; default: string }>;
  };
  const cwd = folder();
  put(cwd, { 'akepa.config.json': CONFIG, 'src/a.ts': STATUS });
  await jscodeshift(cwd, ['src'], join(ROOT, exports['./jscodeshift']?.default ?? ''));
  expect(read(cwd, 'src/a.ts')).toContain('/akepa/status');
});

async function migrateAlone(cwd: string, file: string): Promise<void> {
  const { report, pending } = await migrateFiles([file], { cwd, loaded: await loadConfig(cwd) });
  writePending(report, pending, cwd);
}
