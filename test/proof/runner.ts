import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { ScenarioResult } from '../../src/compare/index.js';

/** One side of a program, as files. */
export interface Side {
  readonly folder: string;
  /** Name of the sample's module in it. */
  readonly module: string;
  /** Absolute path of the module that drives it: `(load, values) => output`. */
  readonly driver: string;
  /** What the module finds in its environment. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Where the gateway of the reference listens, and the token that it takes. */
export interface Address {
  readonly base: string;
  readonly token: string;
}

/** What a program did in some scenarios. */
export interface Run {
  readonly results: readonly ScenarioResult[];
  /** Whether each request had a token of its own. */
  readonly hasToken: Readonly<Record<'before' | 'after', readonly boolean[]>>;
}

/** Of all the scenarios of one program, in milliseconds. */
const LONGEST_MS = 30_000;
const SCRIPT = fileURLToPath(new URL('runner.mjs', import.meta.url));

/** Runs programs on the reference in a process of its own, one after the other; one that hangs is ended. */
export class Runner {
  /** What programs are to use; once it is started. */
  address: Address = { base: '', token: '' };
  #child: ChildProcess | undefined;
  #ids = 0;

  async start(): Promise<void> {
    this.#child = fork(SCRIPT, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    // The first message of the script.
    this.address = (await this.#message(() => true)) as unknown as Address;
  }

  async run(sides: Readonly<Record<'before' | 'after', Side>>, scenarios?: readonly string[]): Promise<Run> {
    const id = ++this.#ids;
    this.#child?.send({ id, sides, scenarios });
    const message = (await this.#answerTo(id)) as Partial<Run> & { error?: string };
    if (message.error !== undefined) throw new Error(message.error);
    const { results = [], hasToken = { before: [], after: [] } } = message;
    return { results, hasToken };
  }

  /** A program that hangs, or ends the process, takes no other with it. */
  async #answerTo(id: number): Promise<Record<string, unknown>> {
    try {
      return await this.#message((item) => item['id'] === id);
    } catch (error) {
      this.stop();
      await this.start();
      throw error;
    }
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
  }

  #message(isWanted: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    const child = this.#child;
    if (!child) throw new Error('The runner is not started');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => finish(() => reject(new Error('It hangs'))), LONGEST_MS);
      const finish = (then: () => void): void => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        then();
      };
      const onExit = (): void => finish(() => reject(new Error('It ended the process')));
      const onMessage = (message: Record<string, unknown>): void => {
        if (isWanted(message)) finish(() => resolve(message));
      };
      child.on('message', onMessage);
      child.on('exit', onExit);
    });
  }
}
