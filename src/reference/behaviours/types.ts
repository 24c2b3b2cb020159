import type { AkepaId, LegacyId, Mark } from '../../endpoints/types.js';

/** Where a behaviour shows: an endpoint, the two live helpers, or every call. */
export type Place = LegacyId | AkepaId | 'auth' | 'customer-init' | 'all' | 'webhook';

/** One thing that the reference does, and how it is known that connectFi does it. */
export interface Behaviour {
  readonly id: string;
  readonly place: Place;
  /** What can be observed, in one sentence. */
  readonly says: string;
  readonly mark: Mark;
  /** Documented: the page that says so. Inferred: what it is concluded from. */
  readonly source: string;
}

/** A question that no page answers: the reference refuses instead of inventing. */
export interface Unknown {
  readonly id: string;
  readonly place: Place;
  /** What is not documented, as a noun phrase. */
  readonly asks: string;
}
