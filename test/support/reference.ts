import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { afterAll } from 'vitest';

import { CLEAN_ENV, CLI } from './cli.js';

/** A reference that runs in a process of its own. */
export interface Running {
  readonly url: string;
  readonly token: string;
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Answers the exit code once its output is closed; null when the signal ended it. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

/**
 * Starts `akepa-migrate reference`, and waits for its URL and token.
 *
 * @param largestFile KiB that it may write into one file; default: any
 */
export async function startReference(
  args: readonly string[],
  cwd: string,
  largestFile?: number,
): Promise<Running> {
  const limit = largestFile === undefined ? '' : `trap '' XFSZ; ulimit -f ${largestFile}; `;
  const command = [`${limit}exec "$0" "$@"`, process.execPath, CLI, 'reference', ...args];
  const child = spawn('bash', ['--norc', '--noprofile', '-c', ...command], { cwd, env: CLEAN_ENV });
  children.push(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const closed = once(child, 'close').then(() => child.exitCode);
  const started = /^CONNECTFI_BASE_URL=(\S+)\nCONNECTFI_TOKEN=(\S+)\n/;
  while (!started.test(out)) {
    const code = await Promise.race([once(child.stdout, 'data'), closed]);
    if (!Array.isArray(code)) throw new Error(`The reference ended with ${code}: ${err}`);
  }
  const [, url = '', token = ''] = started.exec(out) ?? [];
  return {
    url,
    token,
    child,
    out: () => out,
    err: () => err,
    stop(signal) {
      child.kill(signal);
      return closed;
    },
  };
}

/** What a reference answers: the handler of `createApp`, or `fetch`. */
export type Send = (request: Request) => Promise<Response>;

export interface Answered {
  readonly status: number;
  readonly body: {
    readonly code: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly message: string;
  };
}

/** Posts JSON, or nothing, to a reference. */
export async function post(
  { url, token, send = fetch }: { url: string; token: string; send?: Send },
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const response = await send(
    new Request(url + path, {
      method: 'POST',
      headers: { 'x-connectfi-token': token, 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  // JSON.parse knows no type; tests look at what is in it.
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}

/** Posts a file to a reference. */
export async function upload(
  { url, token, send = fetch }: { url: string; token: string; send?: Send },
  path: string,
  content: Uint8Array<ArrayBuffer>,
  name = 'front.jpg',
): Promise<Answered> {
  const body = new FormData();
  body.append('file', new Blob([content], { type: 'image/jpeg' }), name);
  const headers = { 'x-connectfi-token': token };
  const response = await send(new Request(url + path, { method: 'POST', headers, body }));
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}
