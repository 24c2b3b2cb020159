import type { CallSite } from '../clients/client.js';
import type { Term } from '../syntax/module.js';
import type { Text } from '../syntax/text.js';

/** A library that answers requests in the place of a server. */
export interface MockLibrary {
  readonly id: string;
  /** Names of the functions that say what is answered; what is called by another name is none of the library's. */
  readonly names: readonly string[];
  /** What a call answers for; undefined when the call is none of this library's. */
  mock(site: CallSite): Mock | undefined;
}

/** The requests that a test double answers. */
export interface Mock {
  readonly method: MockMethod;
  /** A URL, a path or a pattern of one; undefined where it is not in reach, or for every URL. */
  readonly url: Term | undefined;
  /** What the library puts before it; empty for none. */
  readonly base: Text;
  /** Lower case, of the headers that a request must have. */
  readonly headerNames: readonly string[];
}

/** Upper case; `any` where the double answers every method. */
export type MockMethod = { readonly value: string | undefined } | 'any';
