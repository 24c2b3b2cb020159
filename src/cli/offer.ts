import { ChangedError } from '../init/write.js';
import type { Decide, Decision } from './decide.js';
import type { Io } from './io.js';

/** Something that may be written. */
export interface Offer {
  readonly file: string;
  /** What is written, and why. */
  readonly heading: string;
  /** A diff, or what takes its place. */
  readonly detail: string;
  /** @throws when it can't be written; nothing is changed then */
  readonly write: () => void | Promise<void>;
}

export type Outcome = Exclude<Decision, 'quit'> | 'failed';

/** Shows one offer after the other and writes what is decided to be written; `quit` leaves all that would follow. */
export async function offerAll(offers: AsyncIterable<Offer>, decide: Decide, io: Io): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const offer of offers) {
    io.out(`\n${offer.heading}\n${offer.detail}`);
    const decision = await decide();
    if (decision === 'quit') return [...outcomes, 'leave'];
    outcomes.push(decision === 'write' ? await outcomeOf(offer, io) : decision);
  }
  return outcomes;
}

async function outcomeOf({ file, write }: Offer, { err }: Io): Promise<Outcome> {
  try {
    await write();
    return 'write';
  } catch (error) {
    err(`akepa-migrate: ${file}: ${problemOf(error)}\n`);
    return 'failed';
  }
}

function problemOf(error: unknown): string {
  if (error instanceof ChangedError) return error.message;
  if (error instanceof Error && 'code' in error) return `it can not be written (${String(error.code)})`;
  throw error;
}
