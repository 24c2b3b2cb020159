import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import type { MigrateReport } from '../../src/migrate.js';
import { akepa, type Answer, CLEAN_ENV, CLI } from '../support/cli.js';
import { bytesOf, folder, git, put, read, repository } from '../support/folder.js';
import { CALLER, CONFIG, FLOW, MOVED } from '../support/sources.js';

const STOP_AT = fileURLToPath(new URL('runs/stop-at.mjs', import.meta.url));
const FILES = { 'a.ts': CALLER, 'b.ts': CALLER, 'c.ts': CALLER, 'akepa.config.json': CONFIG };
const SOURCES = ['a.ts', 'b.ts', 'c.ts'];
const NEW = CALLER.replace(/^ {2}await.*\n/m, MOVED);
const ALL_OLD = Object.fromEntries(SOURCES.map((name) => [name, CALLER]));
const ALL_NEW = Object.fromEntries(SOURCES.map((name) => [name, NEW]));

/** A run that stands still where it was told to. */
interface Standing {
  readonly pid: number;
  /** Lets it go on, to its end. */
  readonly goOn: () => Promise<Answer>;
}

/** Starts a run and waits until it stands before `at`: a rename to the file of this end, or a read of it. */
async function standing(args: readonly string[], at: string, cwd: string): Promise<Standing> {
  const place = folder();
  const [AT, GO] = [join(place, 'at'), join(place, 'go')];
  const child = spawn(process.execPath, ['--import', STOP_AT, CLI, ...args], {
    cwd,
    env: { ...CLEAN_ENV, STOP_AT: at, AT, GO },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const closed = once(child, 'close');
  while (!existsSync(AT)) {
    if (child.exitCode !== null) throw new Error(`It did not stop at ${at}: ${out}${err}`);
    await pause(20);
  }
  return {
    pid: child.pid ?? 0,
    async goOn() {
      writeFileSync(GO, '');
      await closed;
      return { code: child.exitCode, out, err };
    },
  };
}

/** A run that is killed, as by `kill -9`, before it renames a file to the one of this end. */
function killed(args: readonly string[], at: string, cwd: string): Promise<Answer> {
  // The environment of `akepa` can't load a module first.
  return akepa(args, { cwd, env: { NODE_OPTIONS: `--import ${STOP_AT}`, STOP_AT: at, GO: 'kill' } });
}

function texts(cwd: string): Record<string, string> {
  return Object.fromEntries(SOURCES.map((name) => [name, read(cwd, name)]));
}

describe.concurrent.each([
  ['in a repository', repository],
  ['outside of one', folder],
])('two runs at once, %s', (_, make) => {
  test.each([
    ['reads', 'read:b.ts'],
    ['is about to note what it writes', 'journal.jsonl'],
    ['writes', '/b.ts'],
  ])('while one %s, another refuses, and so does undo; nothing is lost', async (_, at) => {
    const cwd = make(FILES);
    const first = await standing(['migrate', '--write'], at, cwd);
    const before = texts(cwd);
    const message = `akepa-migrate: another run (process ${first.pid}) is writing here; wait for it, or use --force if that process is something else\n`;
    for (const args of [['migrate', '--write', 'a.ts'], ['undo']])
      expect(await akepa(args, { cwd })).toEqual({ code: 2, out: '', err: message });
    expect(texts(cwd)).toEqual(before);
    expect(await first.goOn()).toMatchObject({ code: 0, err: '' });
    expect(texts(cwd)).toEqual(ALL_NEW);
    expect((await akepa(['undo'], { cwd })).out).toContain('Gave back 3 files');
    expect(texts(cwd)).toEqual(ALL_OLD);
  });

  test('a dry run is no obstacle, and has none', async () => {
    const cwd = make(FILES);
    const dry = await standing(['migrate'], 'read:b.ts', cwd);
    const first = await standing(['migrate', '--write'], 'journal.jsonl', cwd);
    expect((await akepa(['migrate'], { cwd })).code).toBe(1);
    expect((await first.goOn()).code).toBe(0);
    // What it shows is up to what it had read before.
    expect(await dry.goOn()).toMatchObject({ err: '' });
    expect(texts(cwd)).toEqual(ALL_NEW);
  });

  test('two that take back what a killed one wrote: the second refuses', async () => {
    const cwd = make(FILES);
    await killed(['migrate', '--write'], '/b.ts', cwd);
    expect(texts(cwd)).toEqual({ ...ALL_OLD, 'a.ts': NEW });
    const first = await standing(['migrate', '--write'], '/a.ts', cwd);
    const second = await akepa(['migrate', '--write'], { cwd });
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toContain(`another run (process ${first.pid}) is writing here`);
    const { code, err } = await first.goOn();
    expect({ code, err }).toEqual({
      code: 0,
      err: 'akepa-migrate: an earlier run was killed; took back 1 file first\n',
    });
    expect(texts(cwd)).toEqual(ALL_NEW);
  });

  test('a run that was killed, wherever, is no obstacle, and nothing of it stays behind', async () => {
    for (const at of ['journal.jsonl', '/b.ts']) {
      const cwd = make(FILES);
      await killed(['migrate', '--write'], at, cwd);
      expect((await akepa(['migrate', '--write'], { cwd })).code).toBe(0);
      expect(texts(cwd)).toEqual(ALL_NEW);
      const home = join(cwd, make === folder ? '.akepa-migrate' : '.git/akepa-migrate');
      expect(readdirSync(home).filter((name) => name !== '.gitignore')).toEqual(['journal.jsonl']);
    }
  });

  test('a run with nothing to write leaves nothing behind', async () => {
    const cwd = make({ 'akepa.config.json': CONFIG, 'a.ts': 'export {};\n' });
    const before = readdirSync(cwd, { recursive: true }).length;
    expect((await akepa(['migrate', '--write'], { cwd })).code).toBe(0);
    expect(readdirSync(cwd, { recursive: true })).toHaveLength(before);
  });
});

describe.concurrent('a file that somebody edits while a run is going on', () => {
  test.each([
    ['before its flow is written', 'journal.jsonl'],
    ['when a half of its flow is written', '/generate.ts'],
  ])('%s: it is left with its flow, and named; the others are written', async (_, at) => {
    const cwd = repository({ ...FLOW, 'z.ts': CALLER });
    const run = await standing(['migrate', '--write', '--format', 'json'], at, cwd);
    const mine = `${FLOW['upload.ts']}// mine, Zoë 👋\r\n`;
    put(cwd, { 'upload.ts': mine });
    const { code, out, err } = await run.goOn();
    const report = JSON.parse(out) as MigrateReport;
    expect({ code, err }).toEqual({
      code: 3,
      err: 'akepa-migrate: upload.ts: it can not be written (it was changed in the meantime; run again)\n',
    });
    expect(read(cwd, 'generate.ts')).toBe(FLOW['generate.ts']);
    expect(read(cwd, 'upload.ts')).toBe(mine);
    expect(read(cwd, 'z.ts')).toBe(NEW);
    expect(report.files.map(({ file }) => file)).toEqual(['z.ts']);
    expect(report.calls.map(({ file, outcome, reason }) => [file, outcome, reason])).toEqual([
      ['generate.ts', 'left', 'A flow moves as one, and upload.ts of its flow can not be written'],
      ['upload.ts', 'left', 'it can not be written (it was changed in the meantime; run again)'],
      ['z.ts', 'rewritten', null],
    ]);
    // Undo gives back what was written, and leaves the edit.
    const undone = await akepa(['undo'], { cwd });
    expect(undone).toMatchObject({
      code: 3,
      err: 'akepa-migrate: upload.ts: it was changed since, so it is left alone\n',
    });
    expect(read(cwd, 'z.ts')).toBe(CALLER);
    expect(read(cwd, 'upload.ts')).toBe(mine);
  });
});

describe.concurrent('a file that was changed since a run was killed', () => {
  const WHY = 'it was changed since, so it is left alone';

  test.each<[string, string, (cwd: string) => void, string]>([
    ['one that it had written', 'a.ts', (cwd) => put(cwd, { 'a.ts': 'mine\r\n' }), WHY],
    ['one that it had not written', 'c.ts', (cwd) => put(cwd, { 'c.ts': `${CALLER}// mine\n` }), WHY],
    ['one that is gone', 'a.ts', (cwd) => rmSync(join(cwd, 'a.ts')), 'it is gone'],
  ])('%s: undo names it and leaves it, and the next run refuses', async (_, file, change, why) => {
    const cwd = repository(FILES);
    await killed(['migrate', '--write'], '/c.ts', cwd);
    expect(texts(cwd)).toEqual({ ...ALL_NEW, 'c.ts': CALLER });
    change(cwd);
    const found = git(cwd, 'status', '--porcelain');
    const before = bytesOf(
      cwd,
      SOURCES.filter((name) => existsSync(join(cwd, name))),
    );
    const again = await akepa(['migrate', '--write', '--force'], { cwd });
    expect(again).toEqual({
      code: 2,
      out: '',
      err: `akepa-migrate: an earlier run was killed, and ${file} was changed since; \`akepa-migrate undo\` gives the other files back, then run this again\n`,
    });
    expect(git(cwd, 'status', '--porcelain')).toBe(found);
    expect(bytesOf(cwd, Object.keys(before))).toEqual(before);
    const { code, err, out } = await akepa(['undo'], { cwd });
    expect({ code, err }).toEqual({ code: 3, err: `akepa-migrate: ${file}: ${why}\n` });
    expect(out).toMatch(
      file === 'a.ts' ? /^ {2}b\.ts\nGave back 1 file / : /^ {2}a\.ts\n {2}b\.ts\nGave back 2 /,
    );
    for (const name of SOURCES) if (name !== file) expect(read(cwd, name)).toBe(CALLER);
    if (existsSync(join(cwd, file))) expect(bytesOf(cwd, [file])[file]).toBe(before[file]);
    else expect(why).toBe('it is gone');
    // What is left is no obstacle: nothing of the killed run is there any more.
    expect((await akepa(['migrate', '--write', '--force'], { cwd })).code).toBeLessThan(2);
  });
});
