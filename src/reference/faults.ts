import { setTimeout as delay } from 'node:timers/promises';

import { unauthorized } from './refusal.js';

/** What goes wrong on purpose. */
export interface Disturbance {
  /** Milliseconds before the call is looked at. */
  readonly latencyMs?: number;
  /** Answered instead of the call: any 5xx, 429 or the like. */
  readonly status?: number;
  /** The token counts as expired. */
  readonly expiredToken?: boolean;
  /** The connection is reset instead of answered. */
  readonly reset?: boolean;
}

/** A disturbance and the calls that it happens to. */
export interface Fault extends Disturbance {
  /** Substring of the path, such as `/document/upload`; default: every path. */
  readonly path?: string;
  readonly method?: string;
  /** Which of the calls that match, from 1; default: all of them. */
  readonly nth?: number;
}

/** Disturbs one call, or lets it pass. */
export type Disturb = (method: string, path: string, header: string | null) => Promise<void>;

/** The connection ends without an answer. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
  readonly code = 'ECONNRESET';

  constructor() {
    super('read ECONNRESET');
  }
}

/** An answer that connectFi did not give. */
export class InjectedAnswer extends Error {
  override readonly name = 'InjectedAnswer';

  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}

/**
 * Makes the function that disturbs a call before it is handled; it counts the calls that each fault matches.
 *
 * @returns a function that throws {ConnectionReset}, {InjectedAnswer} or {Refusal}, or lets the call pass
 */
export function createFaults(faults: readonly Fault[]): Disturb {
  const seen = faults.map(() => 0);
  return async (method, path, header) => {
    const due = faults.filter((fault, index) => {
      if (fault.method !== undefined && fault.method !== method) return false;
      if (fault.path !== undefined && !path.includes(fault.path)) return false;
      const count = (seen[index] ?? 0) + 1;
      seen[index] = count;
      return fault.nth === undefined || fault.nth === count;
    });
    for (const fault of due) await disturb(fault);
    if (header !== null) await disturb(parseFaultHeader(header));
  };
}

/** Reads `latency=200, status=503, expired-token, reset`; words that it does not know are left out. */
export function parseFaultHeader(text: string): Disturbance {
  const words = new Map(text.split(',').map((part) => wordOf(part)));
  const latencyMs = Number(words.get('latency') ?? NaN);
  const status = Number(words.get('status') ?? NaN);
  return {
    ...(latencyMs >= 0 && latencyMs <= 60_000 && { latencyMs }),
    ...(Number.isInteger(status) && status >= 400 && status <= 599 && { status }),
    expiredToken: words.has('expired-token'),
    reset: words.has('reset'),
  };
}

function wordOf(part: string): [name: string, value: string | undefined] {
  const [name = '', value] = part.trim().split('=');
  return [name, value];
}

async function disturb({ latencyMs, status, expiredToken, reset }: Disturbance): Promise<void> {
  if (latencyMs) await delay(latencyMs);
  if (reset) throw new ConnectionReset();
  if (expiredToken) throw unauthorized();
  if (status !== undefined) throw new InjectedAnswer(status);
}
