import { spawn } from 'node:child_process';
import { clearInterval, setInterval } from 'node:timers';
import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory of the processes is looked at; the kernel keeps the peak of each by itself. */
const EVERY_MS = 5;
/** Clock ticks of `/proc` in a second. */
const TICKS = 100;

/**
 * Runs a command and measures it; CPU and memory only where there is a `/proc`.
 *
 * @param {readonly string[]} command program and arguments
 * @param {{ cwd: string, env?: Record<string, string> }} options
 * @returns {Promise<{ wall: number, cpu: number | undefined, peak: number | undefined, code: number | null, out: string, err: string }>}
 *   `wall` and `cpu` in milliseconds, with the start of the process; `peak` in MiB, of all its processes together
 */
export async function measured([program, ...args], { cwd, env = {} }) {
  const before = childTicks();
  const started = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out = textOf(child.stdout);
  const err = textOf(child.stderr);
  const peaks = new Map();
  const timer = setInterval(() => {
    for (const pid of familyOf(child.pid)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)));
  }, EVERY_MS);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  const wall = performance.now() - started;
  const after = childTicks();
  const peak = [...peaks.values()].reduce((sum, kib) => sum + kib, 0) / 1024;
  return {
    wall,
    cpu: before === undefined || after === undefined ? undefined : ((after - before) * 1000) / TICKS,
    peak: peak > 0 ? peak : undefined,
    code,
    out: await out,
    err: await err,
  };
}

async function textOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** User and system time of the children that have ended, and of theirs. */
function childTicks() {
  const fields = read('/proc/self/stat')?.split(') ')[1]?.split(' ');
  return fields && Number(fields[13]) + Number(fields[14]);
}

function familyOf(pid) {
  const found = [pid];
  for (const parent of found)
    for (const thread of list(`/proc/${parent}/task`))
      found.push(
        ...(read(`/proc/${parent}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).map(Number),
      );
  return found;
}

/** KiB of memory that a process had at most. */
function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Ended meanwhile, or no Linux.
    return undefined;
  }
}
