#!/usr/bin/env node
import { EXIT } from './io.js';
import { run } from './run.js';

// `akepa-migrate check | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.clean);
});

const { NO_COLOR, FORCE_COLOR } = process.env;
process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colors: !NO_COLOR && (process.stdout.isTTY || Boolean(FORCE_COLOR)),
  interactive: process.stderr.isTTY,
});
