import type { FileError } from '../project/sources.js';
import type { Io } from './io.js';

/** The command line can't be used as it is; the message is one line for people. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Names each file that could not be processed, a line each. */
export function printFileErrors(errors: readonly FileError[], io: Io): void {
  for (const { file, message } of errors) io.err(`akepa-migrate: ${file}: ${message}\n`);
}

/**
 * A run that looked at nothing must not pass for a clean one.
 *
 * @throws {UsageError} when every file was left out
 */
export function expectFiles({ files, minified }: { files: number; minified: number }, done: string): void {
  if (files > minified) return;
  throw new UsageError(`${files === 0 ? 'no file' : 'only minified files'} matched, so nothing was ${done}`);
}
