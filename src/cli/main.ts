#!/usr/bin/env node
import { isatty } from 'node:tty';

import { asker } from './ask.js';
import { EXIT } from './io.js';
import { run } from './run.js';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `akepa-migrate check | head` closes the pipe early: no error, and the verdict stands.
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) process.stderr.write(`akepa-migrate: standard output: ${error.message}\n`);
    process.exit(EXIT.internal);
  });
}

let isStopped = false;

/** Only a command that asks for it takes the signals over: the others end at once. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      isStopped = true;
      resolve();
    };
    // Once: a user who can't wait ends the process with a second one.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  });
}

const { NO_COLOR, FORCE_COLOR } = process.env;
const isForced = Boolean(FORCE_COLOR) && FORCE_COLOR !== '0';
const { ask, close } = asker(() => process.stdin, process.stdout);
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colors: !NO_COLOR && (isForced || (FORCE_COLOR !== '0' && process.stdout.isTTY)),
  interactive: process.stderr.isTTY,
  ask: isatty(0) && process.stdout.isTTY ? ask : undefined,
  stopped,
});
close();
// A command that was stopped has given up what is still under way, such as a call to another server.
if (isStopped) process.exit();
