import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { akepa, akepaJson, linesOf } from '../support/cli.js';
import { bytesOf, type Files, folder, read } from '../support/folder.js';
import { CALLER, CONFIG, minified, MOVED } from '../support/sources.js';
import { hasUnreadableFile, unprivileged } from '../support/user.js';

/** A regular file whose read fails for everyone (Linux). */
const UNREADABLE = '/proc/self/mem';
const { uid, obstacle } = unprivileged();

interface BadInput {
  readonly name: string;
  /** The file that is bad; it lies beside `good.ts`. */
  readonly file: string;
  readonly message: RegExp;
  readonly content?: string | Uint8Array;
  readonly make?: (root: string) => unknown;
}

const BAD: readonly BadInput[] = [
  { name: 'unparsable', file: 'bad.ts', message: /^Unexpected token.* \(line 6\)$/, content: `${CALLER}} {` },
  { name: 'binary', file: 'bad.ts', message: /^it is binary$/, content: Buffer.from(`${CALLER}\0\u0001`) },
  {
    name: 'Latin-1',
    file: 'bad.js',
    message: /^it is not UTF-8$/,
    content: Buffer.from('// Zo\u00EB\n', 'latin1'),
  },
  { name: 'UTF-16', file: 'bad.ts', message: /^it is binary$/, content: Buffer.from(CALLER, 'utf16le') },
  {
    name: 'too deeply nested',
    file: 'bad.ts',
    message: /nested too deeply/,
    content: `const kyc = ${'[\n'.repeat(100_000)}${']\n'.repeat(100_000)};`,
  },
];

/** Those that only an explicit path leads to. */
const BAD_PATHS: readonly BadInput[] = [
  { name: 'a path that leads nowhere', file: 'nope.ts', message: /^there is no such file or folder$/ },
  { name: 'a glob that matches nothing', file: 'nope/**/*.ts', message: /^no file matches this pattern$/ },
  { name: 'a minified file', file: 'bad.js', message: /^it is minified or bundled$/, content: minified() },
  {
    name: 'a link to itself',
    file: 'loop.ts',
    message: /^the link leads in a circle$/,
    make: (root) => symlinkSync('loop.ts', join(root, 'loop.ts')),
  },
  {
    name: 'a link to nothing',
    file: 'dangling.ts',
    message: /^there is no such file or folder$/,
    make: (root) => symlinkSync('gone.ts', join(root, 'dangling.ts')),
  },
  {
    name: 'a FIFO, which must not hang',
    file: 'pipe.ts',
    message: /^it is not a regular file$/,
    make: (root) => execFileSync('mkfifo', [join(root, 'pipe.ts')]),
  },
  { name: 'a device, which must not hang', file: '/dev/zero', message: /^it is not a regular file$/ },
];

function project({ file, content, make }: BadInput): string {
  const files: Files = { 'a-good.ts': CALLER, 'z-good.ts': CALLER, 'akepa.config.json': CONFIG };
  const root = folder(content === undefined ? files : { ...files, [file]: content });
  make?.(root);
  return root;
}

/** One line names the file; its neighbours are checked and migrated; it stays as it is. */
async function expectNamed(bad: BadInput, args: readonly string[]): Promise<void> {
  const cwd = project(bad);
  const { code, out, err } = await akepa(['check', ...args, '--format', 'json'], { cwd });
  expect(code).toBe(3);
  const [line = '', ...more] = linesOf(err);
  expect(more).toEqual([]);
  expect(line.slice(line.lastIndexOf(`${bad.file}: `) + bad.file.length + 2)).toMatch(bad.message);
  const { findings } = JSON.parse(out) as CheckResult;
  expect(findings.map(({ file }) => file)).toEqual(['a-good.ts', 'z-good.ts']);

  const before = bad.content === undefined ? {} : bytesOf(cwd, [bad.file]);
  const migrated = await akepa(['migrate', '--write', ...args], { cwd });
  expect({ code: migrated.code, err: migrated.err }).toEqual({ code, err });
  expect(bytesOf(cwd, Object.keys(before))).toEqual(before);
  for (const file of ['a-good.ts', 'z-good.ts']) expect(read(cwd, file)).toContain(MOVED);
}

describe('one bad file is named, and never stops the others', () => {
  test.concurrent.each(BAD)('found by scanning: $name', (bad) => expectNamed(bad, []));
  test.concurrent.each([...BAD, ...BAD_PATHS])('given by its path: $name', (bad) =>
    expectNamed(bad, ['a-good.ts', bad.file, 'z-good.ts']),
  );
});

test.concurrent('an empty file is nothing bad', async () => {
  const cwd = folder({ 'empty.ts': '', 'bom.ts': '\uFEFF', 'a.ts': CALLER });
  const { code, err } = await akepa(['check'], { cwd });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect((await akepa(['check', 'empty.ts', 'bom.ts'], { cwd })).code).toBe(0);
});

test.concurrent('a minified file that is found by scanning is left out and counted', async () => {
  const cwd = folder({ 'a.ts': CALLER, 'vendor.js': minified() });
  const { findings, errors, stats } = await akepaJson<CheckResult>(['check'], { cwd });
  expect(findings.map(({ file }) => file)).toEqual(['a.ts']);
  expect({ errors, minified: stats.minified }).toEqual({ errors: [], minified: 1 });
});

test.concurrent('where all paths are bad, nothing was checked: 2', async () => {
  const { code, out, err } = await akepa(['check', 'nope.ts'], { cwd: folder() });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(linesOf(err)).toEqual([
    'akepa-migrate: nope.ts: there is no such file or folder',
    'akepa-migrate: no file matched, so nothing was checked',
  ]);
});

test.concurrent(
  'folders named like files, links to folders and links in circles are not looked into',
  async () => {
    const cwd = folder({ 'a.ts': CALLER, 'folder.ts/inner.ts': CALLER });
    symlinkSync('.', join(cwd, 'self.ts'));
    symlinkSync('loop.ts', join(cwd, 'loop.ts'));
    mkdirSync(join(cwd, 'empty.ts'));
    execFileSync('mkfifo', [join(cwd, 'pipe.ts')]);
    for (const args of [[], ['*.ts', '**/*.ts'], ['.']]) {
      const { findings, errors } = await akepaJson<CheckResult>(['check', ...args], { cwd });
      expect(findings.map(({ file }) => file)).toEqual(['a.ts', 'folder.ts/inner.ts']);
      expect(errors).toEqual([]);
    }
  },
);

test.skipIf(!hasUnreadableFile(UNREADABLE))('a read that fails half-way is named (needs Linux)', async () => {
  const cwd = folder({ 'a.ts': CALLER });
  const { code, err } = await akepa(['check', 'a.ts', UNREADABLE], { cwd });
  expect(code).toBe(3);
  expect(linesOf(err)).toEqual([expect.stringMatching(/\/proc\/self\/mem: it can not be read \(EIO\)$/)]);
});

test.concurrent('files and folders that may not be read are named', async (context) => {
  if (obstacle) context.skip(obstacle);
  const cwd = folder({
    'a.ts': CALLER,
    'b.ts': CALLER,
    'locked/c.ts': CALLER,
    '.gitignore': 'data\n',
    'data/d.ts': '',
  });
  chmodSync(join(cwd, 'b.ts'), 0o000);
  for (const name of ['locked', 'data']) chmodSync(join(cwd, name), 0o000);
  const { code, out, err } = await akepa(['check', '--format', 'json'], { cwd, uid });
  for (const name of ['locked', 'data']) chmodSync(join(cwd, name), 0o755);
  expect(code).toBe(3);
  // What is ignored need not be readable.
  expect(linesOf(err).toSorted()).toEqual([
    'akepa-migrate: b.ts: it may not be read (permission denied)',
    'akepa-migrate: locked: it may not be read (permission denied)',
  ]);
  expect((JSON.parse(out) as CheckResult).findings.map(({ file }) => file)).toEqual(['a.ts']);
});
