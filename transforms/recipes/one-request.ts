import type { LegacyCall } from '../../src/analysis/call.js';
import { successorText } from '../../src/endpoints/lookup.js';
import type { Problem } from '../problem.js';
import { endpointText } from './checks.js';

/** Why a client has no place for three requests, and what to do about it. */
interface Reason {
  readonly why: string;
  readonly how: string;
}

const BY_FUNCTION = 'by a function that gives a promise';
const WITH_FETCH = `Send the three with \`fetch\`, or ${BY_FUNCTION}`;

const REASONS: Readonly<Record<string, Reason>> = {
  'axios-hooks': { why: 'a hook sends one request only', how: `Send the three ${BY_FUNCTION}` },
  cypress: {
    why: 'the answer of `cy.request` is there in the commands behind it only',
    how: 'Write the three as commands, each in the `.then` of the one before',
  },
  'node-http': {
    why: 'listeners read the answer of node:http',
    how: WITH_FETCH,
  },
  retrofit: {
    why: 'a decorator declares one request only',
    how: 'Declare the three, and call one after the other',
  },
  'rtk-query': {
    why: 'the `query` of an endpoint describes one request only',
    how: 'Give the endpoint a `queryFn` that sends the three by its `baseQuery`',
  },
  'rxjs-ajax': {
    why: 'what reads the observable is not in reach',
    how: 'Send the three one in the `switchMap` of the other',
  },
  swr: { why: 'a fetcher that others share sends it', how: `Send the three ${BY_FUNCTION}` },
  'xml-http-request': {
    why: 'listeners read the answer of an XMLHttpRequest',
    how: WITH_FETCH,
  },
};

/** The problem with a client in whose place three requests can't be written. */
export function oneRequestProblem({ client, match: { endpoint } }: LegacyCall): Problem {
  const reason = REASONS[client] ?? {
    why: `three in a row are not written for its client (${client})`,
    how: `Send them ${BY_FUNCTION}`,
  };
  return {
    id: 'AK310',
    args: { endpoint: endpointText(endpoint.id), successor: successorText(endpoint), ...reason },
  };
}
