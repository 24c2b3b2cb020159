import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync, chownSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import type { MigrateReport } from '../../src/migrate.js';
import { akepa, akepaJson, linesOf } from '../support/cli.js';
import { bytesOf, folder, read } from '../support/folder.js';
import { schemaErrors } from '../support/schema.js';
import { BOM, CALLER, CLEAN, CONFIG, crlf, MOVED, STUCK } from '../support/sources.js';

const PROJECT = {
  'src/a.ts': CALLER,
  'src/crlf.ts': crlf(CALLER),
  'src/bom.ts': BOM + CALLER,
  'src/both.ts': BOM + crlf(STUCK),
  'src/stuck.ts': STUCK,
  'src/clean.ts': CLEAN,
  'akepa.config.json': CONFIG,
};

test.concurrent('--write rewrites, annotates, and says how much', async () => {
  const cwd = folder(PROJECT);
  const { out, err, code } = await akepa(['migrate', '--write'], { cwd });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(read(cwd, 'src/a.ts')).toBe(CALLER.replace(/^ {2}await.*\n/m, MOVED));
  expect(read(cwd, 'src/stuck.ts')).toMatch(/^ {2}\/\/ TODO\(akepa-migrate AK307\): .+\n {2}const res = /m);
  expect(read(cwd, 'src/clean.ts')).toBe(CLEAN);
  expect(out).toMatch(/^Left to do\n {2}src\/both\.ts:2 {2}kyc-status\n {4}AK307: The code reads/);
  expect(out).toMatch(/5 legacy calls: 3 rewritten, 2 with a TODO, 0 left\. Wrote \d+ edits in 5 files\./);
  expect(out).not.toContain('@@');
});

test.concurrent('line ends and the byte order mark stay as they were', async () => {
  const cwd = folder(PROJECT);
  await akepa(['migrate', '--write'], { cwd });
  const moved = CALLER.replace(/^ {2}await.*\n/m, MOVED);
  expect(read(cwd, 'src/crlf.ts')).toBe(crlf(moved));
  expect(read(cwd, 'src/bom.ts')).toBe(BOM + moved);
  expect(read(cwd, 'src/both.ts')).toBe(BOM + crlf(read(cwd, 'src/stuck.ts')));
});

test.concurrent('a second run changes no byte, and touches no file', async () => {
  const cwd = folder(PROJECT);
  await akepa(['migrate', '--write'], { cwd });
  const files = Object.keys(PROJECT);
  const after = bytesOf(cwd, files);
  for (const file of files) utimesSync(join(cwd, file), 1, 1);
  const { out, code } = await akepa(['migrate', '--write'], { cwd });
  expect(code).toBe(1);
  expect(out).toContain('2 legacy calls: 0 rewritten, 2 with a TODO, 0 left. Nothing to change.');
  expect(bytesOf(cwd, files)).toEqual(after);
  expect(files.map((file) => statSync(join(cwd, file)).mtimeMs)).toEqual(files.map(() => 1000));
});

test.concurrent('check no longer reports what was rewritten, and still reports what was not', async () => {
  const cwd = folder(PROJECT);
  await akepa(['migrate', '--write'], { cwd });
  const { findings, todos } = await akepaJson<CheckResult>(['check'], { cwd });
  const open = ['src/both.ts', 'src/stuck.ts'];
  expect(findings.map(({ file }) => file)).toEqual(open);
  expect(todos.map(({ file, code }) => [file, code])).toEqual(open.map((file) => [file, 'AK307']));
});

test.concurrent('--format json fits the shipped schema, before and after', async () => {
  const cwd = folder(PROJECT);
  const dry = await akepaJson<MigrateReport>(['migrate'], { cwd });
  const written = await akepaJson<MigrateReport>(['migrate', '--write'], { cwd });
  for (const report of [dry, written]) {
    expect(schemaErrors('migrate', report)).toEqual([]);
    expect(report.calls.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['src/a.ts', 'rewritten'],
      ['src/bom.ts', 'rewritten'],
      ['src/both.ts', 'todo'],
      ['src/crlf.ts', 'rewritten'],
      ['src/stuck.ts', 'todo'],
    ]);
    expect(report.files.map(({ file }) => file)).toEqual(report.calls.map(({ file }) => file));
    expect(report.files.every(({ edits }) => edits > 0)).toBe(true);
    for (const { outcome, reason } of report.calls) expect(reason === null).toBe(outcome === 'rewritten');
    expect(report.stats).toMatchObject({ files: 6, minified: 0 });
  }
});

test.concurrent('the mode stays, whatever the umask', async () => {
  const cwd = folder({
    'script.ts': CALLER,
    'shared.ts': CALLER,
    'secret.ts': CALLER,
    'akepa.config.json': CONFIG,
  });
  const modes = { 'script.ts': 0o755, 'shared.ts': 0o666, 'secret.ts': 0o600 };
  for (const [file, mode] of Object.entries(modes)) chmodSync(join(cwd, file), mode);
  await akepa(['migrate', '--write'], { cwd });
  for (const [file, mode] of Object.entries(modes)) {
    expect(read(cwd, file)).toContain(MOVED);
    expect([file, statSync(join(cwd, file)).mode & 0o777]).toEqual([file, mode]);
  }
});

test.concurrent('the owner stays, also when root migrates', async () => {
  const cwd = folder({ 'a.ts': CALLER, 'akepa.config.json': CONFIG });
  const file = join(cwd, 'a.ts');
  // Only root may give a file away; for others it is theirs before and after.
  if (process.getuid?.() === 0) chownSync(file, 1234, 2345);
  const { uid, gid } = statSync(file);
  await akepa(['migrate', '--write'], { cwd });
  expect(read(cwd, 'a.ts')).toContain(MOVED);
  expect(statSync(file)).toMatchObject({ uid, gid });
});

test.concurrent('a link stays a link, and what it leads to is written once', async () => {
  const shared = folder({ 'real.ts': CALLER });
  const cwd = folder({ 'akepa.config.json': CONFIG, 'plain.ts': CLEAN });
  symlinkSync(join(shared, 'real.ts'), join(cwd, 'one.ts'));
  symlinkSync('one.ts', join(cwd, 'two.ts'));
  const report = await akepaJson<MigrateReport>(['migrate', '--write', 'one.ts', 'two.ts'], { cwd });
  expect(report.calls).toHaveLength(1);
  expect(lstatSync(join(cwd, 'one.ts')).isSymbolicLink()).toBe(true);
  expect(lstatSync(join(cwd, 'two.ts')).isSymbolicLink()).toBe(true);
  expect(read(shared, 'real.ts')).toContain(MOVED);
});

test.concurrent(
  'a file in node_modules is migrated when it is given by its path, and only then',
  async () => {
    const file = 'node_modules/x/a.ts';
    const cwd = folder({ [file]: CALLER, 'a.ts': CALLER, 'akepa.config.json': CONFIG });
    await akepa(['migrate', '--write'], { cwd });
    expect([read(cwd, file), read(cwd, 'a.ts')]).toEqual([CALLER, CALLER.replace(/^ {2}await.*\n/m, MOVED)]);
    await akepa(['migrate', '--write', file], { cwd });
    expect(read(cwd, file)).toBe(read(cwd, 'a.ts'));
  },
);

test.concurrent('nothing but the sources and the journal is left behind', async () => {
  const cwd = folder(PROJECT);
  await akepa(['migrate', '--write'], { cwd });
  const journal = ['.akepa-migrate', '.akepa-migrate/.gitignore', '.akepa-migrate/journal.jsonl'];
  expect(readdirSync(cwd, { recursive: true }).toSorted()).toEqual(
    ['src', ...journal, ...Object.keys(PROJECT)].toSorted(),
  );
});

test.concurrent('each rewritten call says how it was verified, and where it stands now', async () => {
  const stale = '// TODO(akepa-migrate AK301): gone. Gone.\n';
  const cwd = folder({ 'a.ts': stale + CALLER, 'b.ts': STUCK, 'akepa.config.json': CONFIG });
  const { calls } = await akepaJson<MigrateReport>(['migrate', '--write'], { cwd });
  expect(calls.map(({ outcome, verified, line, newLine }) => [outcome, verified, line, newLine])).toEqual([
    ['rewritten', 'parsed', 5, 4],
    ['todo', null, 2, 3],
  ]);
  const lineOf = (file: string, line: number): string => read(cwd, file).split('\n')[line - 1] ?? '';
  expect(lineOf('a.ts', 4)).toContain('await axios.post(`${process.env.CONNECTFI_BASE_URL}/akepa/status`');
  expect(lineOf('b.ts', 3)).toContain('await fetch(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status');
});

describe.concurrent("the project's own formatter is suggested, and not run", () => {
  const formatted = async (manifest: object, names: readonly string[]): Promise<string> => {
    const cwd = folder({
      'package.json': JSON.stringify(manifest),
      ...Object.fromEntries(names.map((name) => [name, CALLER])),
      'akepa.config.json': CONFIG,
    });
    const { out } = await akepa(['migrate', '--write'], { cwd });
    return linesOf(out).at(-1) ?? '';
  };
  const prettier = { devDependencies: { prettier: '3' } };

  test.each([
    ['prettier', prettier, 'npx prettier --write'],
    ['@biomejs/biome', { devDependencies: { '@biomejs/biome': '2' } }, 'npx biome format --write'],
    ['dprint', { dependencies: { dprint: '0.50' } }, 'npx dprint fmt'],
  ])('%s', async (_, manifest, command) => {
    expect(await formatted(manifest, ['src/a.ts', 'b.ts'])).toBe(
      `Format them with: ${command} b.ts src/a.ts`,
    );
  });

  test('names that a shell would take apart are quoted, and what follows them is right', async () => {
    const names = ["it's.ts", 'my app/a.ts', '[id]/$x.ts'];
    const line = await formatted(prettier, names);
    const words = line.replace('Format them with: npx prettier --write ', '');
    const echoed = execFileSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' });
    expect(linesOf(echoed).toSorted()).toEqual(names.toSorted());
  });

  test('a long list is cut', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `f${10 + index}.ts`);
    expect(await formatted(prettier, names)).toMatch(/ f10\.ts .* f19\.ts … \(and 4 more\)$/);
  });

  test('without one there is no such line', async () => {
    expect(await formatted({}, ['a.ts'])).toBe('npx akepa-migrate undo gives the files back.');
  });
});
