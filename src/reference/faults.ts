import { setTimeout as delay } from 'node:timers/promises';

import { Refusal, unauthorized } from './refusal.js';

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

/** Milliseconds of one disturbance. */
export const MOST_LATENCY = 60_000;

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
    // First, so that a mistake in it uses no `nth` up.
    const asked = header === null ? undefined : parseFaultHeader(header);
    const due = faults.filter((fault, index) => {
      if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
      if (fault.path !== undefined && !path.includes(fault.path)) return false;
      const count = (seen[index] ?? 0) + 1;
      seen[index] = count;
      return fault.nth === undefined || fault.nth === count;
    });
    for (const fault of due) await disturb(fault);
    if (asked) await disturb(asked);
  };
}

/**
 * Reads `latency=200, status=503, expired-token, reset`.
 *
 * @throws {Refusal} 400 for anything else: a fault that does not happen would make a test pass that tests nothing
 */
export function parseFaultHeader(text: string): Disturbance {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  return words
    .filter((word) => word !== '')
    .reduce<Disturbance>((disturbance, word) => ({ ...disturbance, ...disturbanceOf(word) }), {});
}

function disturbanceOf(word: string): Disturbance {
  if (word === 'reset') return { reset: true };
  if (word === 'expired-token') return { expiredToken: true };
  const [, name, digits] = /^(latency|status)=(\d{1,5})$/.exec(word) ?? [];
  const value = Number(digits);
  if (name === 'latency' && value <= MOST_LATENCY) return { latencyMs: value };
  if (name === 'status' && value >= 400 && value <= 599) return { status: value };
  throw new Refusal(400, 'unknownFault', {
    message: `x-reference-fault takes latency=MS (to ${MOST_LATENCY}), status=CODE (400 to 599), expired-token and reset, not ${word}`,
  });
}

async function disturb({ latencyMs, status, expiredToken, reset }: Disturbance): Promise<void> {
  if (latencyMs) await delay(latencyMs);
  if (reset) throw new ConnectionReset();
  if (expiredToken) throw unauthorized();
  if (status !== undefined) throw new InjectedAnswer(status);
}
