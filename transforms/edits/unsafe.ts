import type { Payload } from '../../src/clients/client.js';

/** Ends the making of a call's edits: names the part that can't be edited, and why. */
export class Unsafe extends Error {
  constructor(
    readonly part: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Why the body can't be replaced. */
export function reasonOf(payload: Payload): string {
  return ('why' in payload ? payload.why : undefined) ?? 'a later statement writes it';
}
