import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';

import { variablesOf } from '../reference/subjects.js';
import { errorLines } from './printed.js';
import { CompareError, type Printed, type ProgramContext } from './types.js';

/** Standard output and error beyond this are compared by their hash: no sensible program prints more. */
const LIMIT = 1024 * 1024;
/** The longest time that a timer takes. */
const LONGEST_MS = 2 ** 31 - 1;
/** How shells say that there is no such command, or that it can't be run. */
const NOT_STARTED = new Set([126, 127]);

export interface CommandOptions {
  /** Default: this process's. */
  readonly cwd?: string;
  /** Default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds. */
  readonly timeout: number;
  /** Ends the program. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a command line in the shell, with the context in its environment.
 *
 * @throws {CompareError} when it can't be started, does not end in time, or is stopped
 */
export async function runCommand(
  command: string,
  context: ProgramContext,
  { cwd, env = process.env, timeout, signal: stop }: CommandOptions,
): Promise<Printed> {
  const child = spawn(command, {
    ...(cwd !== undefined && { cwd }),
    shell: true,
    env: { ...env, ...environmentOf(context) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts ends with it.
    detached: true,
  });
  const stdout = collect(child.stdout, context.token);
  const stderr = collect(child.stderr, context.token);
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      killGroup(child);
    },
    Math.min(timeout, LONGEST_MS),
  );
  const kill = (): void => killGroup(child);
  stop?.addEventListener('abort', kill);
  try {
    const { code, signal } = await ended(child, command);
    if (stop?.aborted) throw new CompareError('the comparison was stopped');
    if (isLate)
      throw new CompareError(
        `${context.scenario}: \`${command}\` did not end within ${timeout / 1000} s${reasonIn(stderr())}`,
      );
    if (code !== null && NOT_STARTED.has(code))
      throw new CompareError(`\`${command}\` could not be started${reasonIn(stderr())}`);
    return {
      stdout: stdout(),
      stderr: stderr(),
      exitCode: code === null ? `signal ${signal}` : String(code),
    };
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', kill);
    // What it left running would write into the next scenario.
    killGroup(child);
  }
}

/** `: ` and the line that names an error, else the last one, for the end of a message. */
export function reasonIn(stderr: string): string {
  const lines = errorLines(stderr);
  const line = (lines.find((text) => /^\w*Error\b/.test(text)) ?? lines.at(-1))?.trim();
  return line ? `: ${line.slice(0, 300)}` : '';
}

function environmentOf(context: ProgramContext): Record<string, string> {
  return {
    CONNECTFI_BASE_URL: context.baseUrl,
    CONNECTFI_TOKEN: context.token,
    ...variablesOf(context),
    CONNECTFI_FILES: JSON.stringify(context.files),
    CONNECTFI_SCENARIO: context.scenario,
  };
}

/** What was read so far, without the token: some of it ends up in messages. */
function collect(stream: NodeJS.ReadableStream, token: string): () => string {
  const chunks: Buffer[] = [];
  const rest = createHash('sha256');
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    const room = Math.max(LIMIT - size, 0);
    chunks.push(chunk.subarray(0, room));
    rest.update(chunk.subarray(room));
    size += chunk.length;
  });
  return () => {
    const text = Buffer.concat(chunks).toString('utf8').replaceAll(token, '<token>');
    return size <= LIMIT
      ? text
      : `${text}\n(${size - LIMIT} more bytes, sha256 ${rest.copy().digest('hex')})`;
  };
}

function ended(
  child: ChildProcess,
  command: string,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new CompareError(`\`${command}\` could not be started: ${error.message}`)),
    );
    child.on('close', (code, signal) => resolve({ code, signal }));
    // A child of its own that keeps the pipes open must not keep the comparison waiting.
    child.on('exit', (code, signal) => setTimeout(() => resolve({ code, signal }), 1_000).unref());
  });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
