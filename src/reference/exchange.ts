import type { Place } from './behaviours/types.js';
import type { ReadBody } from './body.js';

/** One call and its answer, as the trace and the comparison see it. */
export interface Exchange {
  /** `undefined` for a path that the reference does not have. */
  endpoint: Place | undefined;
  readonly method: string;
  readonly url: string;
  /** Without query, as sent. */
  readonly path: string;
  /** As sent: the token is in it. */
  readonly requestHeaders: Headers;
  body: ReadBody;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds. */
  duration: number;
  /** 0 for a connection that was reset. */
  status: number;
  responseHeaders: Headers;
  /** JSON. */
  responseText: string;
}
