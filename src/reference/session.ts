import { setTimeout as delay } from 'node:timers/promises';

import { createApp, type ReferenceApp, type ReferenceOptions } from './app.js';
import { KnownError } from './known-error.js';
import { readScenarioFile } from './scenario-file.js';
import { findScenario } from './scenarios.js';
import { type Subject } from './subjects.js';
import { serveApp } from './serve.js';
import { openStateFile } from './state-file.js';
import { createHar, type Har } from './trace/har.js';

export interface SessionOptions extends Pick<ReferenceOptions, 'clock' | 'strictDocumented' | 'olderStatus'> {
  /** Default: any free one. */
  readonly port?: number;
  /** Absolute path of a state file. */
  readonly state?: string | undefined;
  /** Absolute path of a HAR file. */
  readonly trace?: string | undefined;
  /** Name of a built-in scenario, or absolute path of a scenario file; it wins over the options. */
  readonly scenario?: string | undefined;
  /** Told of what goes wrong while the session runs. */
  readonly onError: (error: unknown) => void;
}

/** A reference on a socket, with what it keeps in files. */
export interface Session {
  readonly url: string;
  readonly token: string;
  /** Whom a built-in scenario is about. */
  readonly subject: Subject | undefined;
  /**
   * Ends connections and webhooks, and brings the files up to date.
   *
   * @throws {KnownError} when the state can't be written
   */
  stop(): Promise<void>;
}

/** Webhooks that take longer are given up when the session is stopped. */
const WEBHOOK_GRACE_MS = 2_000;

/**
 * Starts a reference for other programs.
 *
 * @throws {KnownError} when the port or one of the files can't be used
 */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { port = 0, state, trace, scenario, onError, ...wanted } = options;
  const builtIn = scenario === undefined ? undefined : findScenario(scenario);
  const settings = builtIn
    ? { faults: builtIn.faults ?? [] }
    : scenario === undefined
      ? {}
      : readScenarioFile(scenario);
  const file = state === undefined ? undefined : openStateFile(state);
  let har: Har | undefined;
  const app = createApp({
    ...wanted,
    ...settings,
    ...(file && { store: file.store, persist: () => file.persist() }),
    ...(trace !== undefined && { onExchange: (exchange) => har?.add(exchange) }),
  });
  if (builtIn && app.world.store.customers.size > 0)
    throw new KnownError(
      `the scenario ${builtIn.name} starts with an empty state, and ${state} has customers`,
    );
  const served = await serveApp(app, { port, onError });

  async function stop(): Promise<void> {
    await served.close();
    await settled(app);
    har?.close();
    await file?.persist();
  }

  try {
    // After the port: a second session by mistake must not wipe the trace of the first one.
    if (trace !== undefined) har = createHar(trace, onError);
    const subject = builtIn?.prepare(app.world);
    const token = builtIn?.hasExpiredToken ? app.issueExpiredToken() : app.issueToken();
    await file?.persist();
    return { url: served.url, token, subject, stop };
  } catch (error) {
    await served.close();
    throw error;
  }
}

async function settled(app: ReferenceApp): Promise<void> {
  const grace = new AbortController();
  const given = delay(WEBHOOK_GRACE_MS, undefined, { signal: grace.signal }).catch(() => undefined);
  await Promise.race([app.settled(), given]);
  grace.abort();
}
