import type { TSESTree } from '@typescript-eslint/types';

import type { Request } from '../clients/client.js';
import type { Match } from '../endpoints/match.js';
import type { Module, Node, Term } from '../syntax/module.js';
import type { PlacedPart } from '../syntax/text.js';
import type { Definition } from './definitions.js';
import type { MockCall } from './mocks.js';

/** From the least. */
export const CONFIDENCES = ['possible', 'likely', 'certain'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

export function isAtLeast(confidence: Confidence, least: Confidence): boolean {
  return CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf(least);
}

/** A call of a deprecated endpoint. */
export interface LegacyCall {
  readonly call: Term<TSESTree.CallExpression>;
  readonly kind: 'request';
  /** The client's id. */
  readonly client: string;
  readonly request: Request;
  readonly match: Match;
  /** Base and URL, unknown values as holes, with the part that each character came from. */
  readonly url: { readonly flat: string; readonly parts: readonly PlacedPart[] };
  /** The references that the URL was evaluated through. */
  readonly seen: ReadonlySet<Node>;
  /** The calls on the way from a wrapper to the client, outermost first; empty for a client's own call. */
  readonly through: readonly Term<TSESTree.CallExpression>[];
  /** Where the client is given to what the call is made on; empty where its own code has it. */
  readonly given: readonly Term[];
  /** It stands in a wrapper, and its callers may decide where it goes. */
  readonly isOpen: boolean;
  readonly confidence: Confidence;
  readonly evidence: readonly string[];
  readonly trail: readonly TrailEntry[];
  /** The URL holds `${NAME}` in plain quotes, which no program fills in. */
  readonly pseudoTemplate: boolean;
}

/** A line that the URL's text comes from, outside the call. */
export interface TrailEntry {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** A request whose URL stayed unknown. */
export interface BlindSpot {
  readonly call: Term<TSESTree.CallExpression>;
  readonly client: string;
  readonly why: string;
}

/** What one file holds. */
export interface Analysis {
  readonly module: Module;
  readonly calls: readonly LegacyCall[];
  readonly blindSpots: readonly BlindSpot[];
  /** Legacy paths that no call was seen to use. */
  readonly definitions: readonly Definition[];
  /** Test doubles of legacy endpoints. */
  readonly mocks: readonly MockCall[];
  /** Requests of known clients, legacy or not. */
  readonly httpCalls: number;
  /** Calls in wrappers that its calls go through, and the files that they stand in. */
  readonly wrapped: ReadonlyMap<Node, Module>;
}
