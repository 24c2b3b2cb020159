import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { MigrateReport } from '../../src/migrate.js';
import { akepa, akepaJson } from '../support/cli.js';
import { folder, read } from '../support/folder.js';
import { schemaErrors } from '../support/schema.js';
import { CALLER, CONFIG, FLOW, MOVED, STUCK } from '../support/sources.js';
import { unprivileged } from '../support/user.js';

const { uid, obstacle } = unprivileged();

/** Where the new text is written before it takes the file's place. */
const temporary = (name: string): string => `.${name}.akepa-migrate.tmp`;

test.concurrent('a file that can not be written is named, stays, and the others are written', async () => {
  const cwd = folder({ 'a.ts': CALLER, 'b.ts': CALLER, 'c.ts': CALLER, 'akepa.config.json': CONFIG });
  mkdirSync(join(cwd, temporary('b.ts')));
  const { code, out, err } = await akepa(['migrate', '--write', '--format', 'json'], { cwd });
  expect(code).toBe(3);
  expect(err).toMatch(/^akepa-migrate: b\.ts: .+\n$/);
  expect(read(cwd, 'b.ts')).toBe(CALLER);
  for (const file of ['a.ts', 'c.ts']) expect(read(cwd, file)).toContain(MOVED);
  // The report must not claim more than was done.
  const report = JSON.parse(out) as MigrateReport;
  expect(schemaErrors('migrate', report)).toEqual([]);
  expect(report.files.map(({ file }) => file)).toEqual(['a.ts', 'c.ts']);
  expect(report.calls.map(({ file, outcome }) => [file, outcome])).toEqual([
    ['a.ts', 'rewritten'],
    ['b.ts', 'left'],
    ['c.ts', 'rewritten'],
  ]);
  expect(report.calls[1]?.reason).toBe(report.errors[0]?.message);
  expect(report.errors.map(({ file }) => file)).toEqual(['b.ts']);
});

test.concurrent('the summary counts only what was written', async () => {
  const cwd = folder({ 'a.ts': CALLER, 'b.ts': CALLER, 'akepa.config.json': CONFIG });
  mkdirSync(join(cwd, temporary('b.ts')));
  const { out } = await akepa(['migrate', '--write'], { cwd });
  expect(out).toMatch(/2 legacy calls: 1 rewritten, 0 with a TODO, 1 left\. Wrote \d+ edits in 1 file\./);
});

test.concurrent('what a killed run left behind is no obstacle', async () => {
  const cwd = folder({ 'a.ts': CALLER, [temporary('a.ts')]: 'half a fi', 'akepa.config.json': CONFIG });
  const { code } = await akepa(['migrate', '--write'], { cwd });
  expect(code).toBe(0);
  expect(read(cwd, 'a.ts')).toContain(MOVED);
  expect(existsSync(join(cwd, temporary('a.ts')))).toBe(false);
});

test.concurrent(
  'a folder that may not be written to is named, and the others are written',
  async (context) => {
    if (obstacle) context.skip(obstacle);
    const cwd = folder({ 'locked/a.ts': CALLER, 'open/b.ts': CALLER, 'akepa.config.json': CONFIG });
    chmodSync(join(cwd, 'locked'), 0o555);
    // Whoever runs the command line may write here.
    for (const path of [cwd, join(cwd, 'open')]) chmodSync(path, 0o777);
    const { code, err } = await akepa(['migrate', '--write'], { cwd, uid });
    expect(code).toBe(3);
    expect(err).toMatch(/^akepa-migrate: locked\/a\.ts: .*permission denied.*\n$/);
    expect(read(cwd, 'locked/a.ts')).toBe(CALLER);
    expect(read(cwd, 'open/b.ts')).toContain(MOVED);
    expect(readdirSync(join(cwd, 'locked'))).toEqual(['a.ts']);
  },
);

test.concurrent('where no journal can be written, no file is', async (context) => {
  if (obstacle) context.skip(obstacle);
  const cwd = folder({ 'open/b.ts': CALLER, 'akepa.config.json': CONFIG });
  chmodSync(join(cwd, 'open'), 0o777);
  const { code, out, err } = await akepa(['migrate', '--write'], { cwd, uid });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(
    /^akepa-migrate: nothing was written, since the journal for `undo` can not be written \(EACCES/,
  );
  expect(read(cwd, 'open/b.ts')).toBe(CALLER);
});

test.concurrent(
  'where a file of a flow can not be written, the others of the flow are given back',
  async () => {
    const cwd = folder({ ...FLOW, 'other.ts': STUCK });
    mkdirSync(join(cwd, temporary('upload.ts')));
    const { calls, files } = await akepaJson<MigrateReport>(['migrate', '--write'], { cwd });
    for (const file of ['generate.ts', 'upload.ts'] as const) expect(read(cwd, file)).toBe(FLOW[file]);
    expect(read(cwd, 'other.ts')).not.toBe(STUCK);
    expect(files.map(({ file }) => file)).toEqual(['other.ts']);
    expect(calls.map(({ file, outcome, verified }) => [file, outcome, verified])).toEqual([
      ['generate.ts', 'left', null],
      ['other.ts', 'todo', null],
      ['upload.ts', 'left', null],
    ]);
    expect(calls[0]?.reason).toBe('A flow moves as one, and upload.ts of its flow can not be written');
  },
);

test.concurrent('a file that does not parse is named, stays, and the others are written', async () => {
  const broken = `${CALLER}export const x = (`;
  const cwd = folder({ 'a.ts': CALLER, 'b.ts': broken, 'c.ts': CALLER, 'akepa.config.json': CONFIG });
  const { code, err } = await akepa(['migrate', '--write'], { cwd });
  expect(code).toBe(3);
  expect(err).toMatch(/^akepa-migrate: b\.ts: .+ \(line 6\)\n$/);
  expect(read(cwd, 'b.ts')).toBe(broken);
  for (const file of ['a.ts', 'c.ts']) expect(read(cwd, file)).toContain(MOVED);
});
