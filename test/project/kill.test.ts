import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, test, vi } from 'vitest';

import { loadConfig } from '../../src/config/load.js';
import { migrateFiles } from '../../src/migrate.js';
import { lastJournal } from '../../src/project/journal.js';
import { undo } from '../../src/project/undo.js';
import { CLEAN_ENV, CLI } from '../support/cli.js';
import { type Files, git, repository } from '../support/folder.js';
import { randomFrom } from '../support/random.js';
import { CALLER, CONFIG, MOVED } from '../support/sources.js';

const FILES = 2000;
const KILLS = 50;
const SEED = 20240806;
/** Of the kills, those in which the whole command line is run, and run again; the others run what writes. */
const WHOLE_RUNS = 2;
/** Some 40 s on two idle cores. */
const PATIENCE_MS = 600_000;

const names = Array.from({ length: FILES }, (_, index) => `src/${index % 40}/f${index}.ts`);
const NEW = CALLER.replace(/^ {2}await.*\n/m, MOVED);
const sources: Files = Object.fromEntries(names.map((name) => [name, CALLER]));
const KILL_AT = fileURLToPath(new URL('kill/kill-at.mjs', import.meta.url));
const WRITE = fileURLToPath(new URL('kill/write.mjs', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly err: string;
}

/** Runs node in `cwd`, without a limit of time: a machine that is busy is no defect. */
async function node(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...CLEAN_ENV, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode, err };
}

/** A run that is killed at a call, and says how many there were when it is not. */
function killedAt(call: number, args: readonly string[], cwd: string): Promise<Ended> {
  return node(['--import', KILL_AT, ...args], cwd, { KILL_AT: String(call) });
}

/** How many files are new, when each is wholly old or wholly new. */
function countNew(root: string): number {
  let count = 0;
  for (const name of names) {
    const text = readFileSync(join(root, name), 'utf8');
    if (text === NEW) count++;
    else if (text !== CALLER) throw new Error(`${name} is neither old nor new: ${text}`);
  }
  return count;
}

/** What lies in the tree beside git's own files. */
function listing(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).toSorted();
}

describe(`kill -9 at ${KILLS} random file operations of a run that writes ${FILES} files`, () => {
  let root = '';
  let before: string[] = [];
  let calls = 0;
  let points: number[] = [];
  let pendingFile = '';

  beforeAll(async () => {
    // Where there is a file system in memory: thousands of flushes to a disk take minutes, and change nothing here.
    if (existsSync('/dev/shm')) vi.stubEnv('TMPDIR', '/dev/shm');
    root = repository({ ...sources, 'akepa.config.json': CONFIG });
    before = listing(root);
    const { report, pending } = await migrateFiles([], { cwd: root, loaded: await loadConfig(root) });
    pendingFile = join(root, '.git/pending.json');
    writeFileSync(pendingFile, JSON.stringify({ report, pending }));
    // Once to the end, to know how many operations there are.
    const { signal, err } = await killedAt(Infinity, [WRITE, pendingFile], root);
    expect({ signal, count: countNew(root) }).toEqual({ signal: null, count: FILES });
    calls = Number(/^calls: (\d+)$/m.exec(err)?.[1]);
    expect(calls).toBeGreaterThan(FILES * 6);
    giveBack();
    const next = randomFrom(SEED);
    points = Array.from({ length: KILLS }, () => 1 + Math.floor(next() * calls));
  }, PATIENCE_MS);

  function giveBack(): void {
    const journal = lastJournal(root);
    if (journal) expect(undo(journal).refused).toEqual([]);
    expect(countNew(root)).toBe(0);
    expect(listing(root)).toEqual(before);
  }

  test(
    'every file is wholly old or wholly new, and undo gives the tree back bit for bit',
    { timeout: PATIENCE_MS },
    async () => {
      const counts: number[] = [];
      // Before the journal, in it, in the last file, and when the end is noted, too.
      for (const point of [...points.slice(WHOLE_RUNS), 1, 5, calls - 3, calls]) {
        rmSync(join(root, '.git/akepa-migrate'), { recursive: true, force: true });
        const { signal } = await killedAt(point, [WRITE, pendingFile], root);
        expect({ point, signal }).toEqual({ point, signal: 'SIGKILL' });
        counts.push(countNew(root));
        giveBack();
      }
      // The kills are spread over the run.
      expect(Math.min(...counts)).toBe(0);
      expect(Math.max(...counts)).toBeGreaterThan(FILES - 3);
      expect(counts.filter((count) => count > 0 && count < FILES).length).toBeGreaterThan(KILLS / 2);
      expect(git(root, 'status', '--porcelain')).toBe('');
    },
  );

  test(
    'run again, the whole command line finishes the work on the tree that a kill left',
    { timeout: PATIENCE_MS },
    async () => {
      for (const point of points.slice(0, WHOLE_RUNS)) {
        const { signal } = await killedAt(point, [CLI, 'migrate', '--write'], root);
        expect({ point, signal }).toEqual({ point, signal: 'SIGKILL' });
        const written = countNew(root);
        const { code, err } = await node([CLI, 'migrate', '--write'], root);
        expect({ point, code, new: countNew(root) }).toEqual({ point, code: 0, new: FILES });
        expect(err).toBe(
          written === 0 ? '' : `akepa-migrate: an earlier run was killed; took back ${written} files first\n`,
        );
        expect(listing(root)).toEqual(before);
        expect((await node([CLI, 'undo'], root)).code).toBe(0);
        giveBack();
        expect(git(root, 'status', '--porcelain')).toBe('');
      }
    },
  );
});
