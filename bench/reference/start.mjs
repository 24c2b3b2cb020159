import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { quantile } from './measure.mjs';

const CLI = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const RUNS = 5;

/** Milliseconds from spawning Node to the first line on standard output, which is the URL that is listened on. */
export async function startTime() {
  await started([CLI, 'reference']);
  const list = [];
  for (let run = 0; run < RUNS; run++) list.push(await started([CLI, 'reference']));
  return quantile(list, 0.5);
}

/** Milliseconds that Node itself takes to print a line. */
export async function nodeTime() {
  const list = [];
  for (let run = 0; run < RUNS; run++) list.push(await started(['-e', 'console.log(1)']));
  return quantile(list, 0.5);
}

async function started(args) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const closed = once(child, 'close');
  const first = await Promise.race([once(child.stdout, 'data'), closed]);
  if (!Buffer.isBuffer(first[0])) throw new Error(`node ${args.join(' ')} printed nothing`);
  const ms = performance.now() - start;
  child.kill('SIGTERM');
  await closed;
  return ms;
}
