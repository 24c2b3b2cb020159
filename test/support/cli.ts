import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The command line as it is built. */
export const CLI = `${ROOT}dist/src/cli/main.js`;

/** What a run answered. */
export interface Answer {
  /** Null when it had to be killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of the built command line. */
  readonly cli?: string;
  /** The user and group to run as; only root may choose. */
  readonly uid?: number | undefined;
}

/** A run that takes longer hangs. */
const PATIENCE_MS = 45_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Runs the command line as a user does: a process of its own, its output in pipes. */
export function akepa(args: readonly string[], options: RunOptions): Promise<Answer> {
  const { cwd, env, cli = CLI, uid } = options;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      {
        cwd,
        env: { ...CLEAN_ENV, ...env },
        maxBuffer: MOST_OUTPUT,
        timeout: PATIENCE_MS,
        killSignal: 'SIGKILL',
        ...(uid === undefined ? {} : { uid, gid: uid }),
      },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });
}

/** Runs `args` and parses what it prints. */
export async function akepaJson<T>(args: readonly string[], options: RunOptions): Promise<T> {
  const { out, err } = await akepa([...args, '--format', 'json'], options);
  try {
    // The caller says what the verb prints; the schema tests check it.
    return JSON.parse(out) as T;
  } catch {
    throw new Error(`No JSON on standard output: ${out}\n${err}`);
  }
}

/** The lines of a text that are not empty. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** Neither the colours nor the git settings of whoever runs the tests. */
export const CLEAN_ENV: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};
