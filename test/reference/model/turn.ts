import type { Expected, WrongValue } from './expected.js';
import type { FileSpec } from './files.js';

/** A concrete call, and the answer that the model predicts. */
export interface Turn {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Only getting a token needs none. */
  readonly isOpen?: boolean;
  readonly json?: JsonBody;
  readonly upload?: FileSpec;
  /** Called once the call was answered: changes the model, and learns the ids that were given. */
  readonly judge: (learn: Learn) => Expected;
}

export interface JsonBody {
  readonly value: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  /** Whether unknown properties are refused. */
  readonly isClosed: boolean;
  /** The value that is refused once every property is there. */
  readonly invalid?: WrongValue;
}

/**
 * Takes a new id out of the answer's `data`.
 *
 * @param path keys, such as `kycDocumentList.0.id`
 * @param form of a new id
 */
export type Learn = (path: string, form: RegExp) => string;

/** A body of the deprecated endpoints: unknown properties are let through. */
export function open(value: JsonBody['value'], ...required: string[]): JsonBody {
  return { value, required, isClosed: false };
}

/** A body of akepa: unknown properties are refused. */
export function closed(value: JsonBody['value'], ...required: string[]): JsonBody {
  return { value, required, isClosed: true };
}
