import type { ReferenceOptions } from '../../../src/reference/app.js';
import type { BehaviourId, UnknownId } from '../../../src/reference/behaviours/index.js';
import type { Stage } from './stage.js';

/** A behaviour of the reference, or a question that it refuses. */
export type Basis = BehaviourId | UnknownId;

/** One step of what happened before the call: a call that has to succeed, or a seed. */
export type Step = (stage: Stage) => Promise<void> | void;

/** `METHOD /path`, and what goes with it; `{name}` in any text is what a step has called so. */
export interface Call {
  readonly line: string;
  /** Sent as JSON, with its content type. */
  readonly json?: unknown;
  /** Sent as it is, with no content type but that of `headers`. */
  readonly text?: string;
  /** Sent as multipart/form-data. */
  readonly parts?: readonly Part[];
  /** Beside the token; `undefined` takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A file of a multipart body. */
export interface Part {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: string;
}

export interface Answer {
  readonly status: number;
  /** Compared exactly; only a generated `requestId` or id is a matcher. */
  readonly body: unknown;
}

/** A webhook that the call causes. */
export interface Announced {
  readonly url: string;
  /** `undefined`: none. */
  readonly body: unknown;
}

/** One line of the contract: after these steps, this call has this answer. */
export interface Row {
  readonly title: string;
  /** Exactly what the answer rests on. */
  readonly shows: readonly Basis[];
  readonly options?: Omit<
    ReferenceOptions,
    'store' | 'clock' | 'strictDocumented' | 'onBehaviour' | 'persist' | 'post'
  >;
  readonly given?: readonly Step[];
  readonly call: Call;
  readonly answer: Answer;
  /** Default: none. */
  readonly announced?: readonly Announced[];
}
