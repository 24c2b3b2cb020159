import { behaviour, type BehaviourId, unknown, type UnknownId } from './behaviours/index.js';

export type RefusalStatus = 400 | 401 | 404 | 413 | 501;

/** What a refusal says besides its code. */
export interface RefusalDetail {
  readonly message?: string;
  /** An array only for `requestValidateError`. */
  readonly context?: Readonly<Record<string, unknown>> | readonly unknown[];
}

/** A call that is answered with an error of the API. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: RefusalStatus,
    readonly code: string,
    readonly detail: RefusalDetail = {},
  ) {
    super(code);
  }
}

/** No `requestId` in this one. */
export function unauthorized(): Refusal {
  return new Refusal(401, 'unauthorized', { message: 'Authentication error' });
}

export function customerNotFound(customerId: string): Refusal {
  return new Refusal(400, 'customerNotFound', { message: 'Customer not found.', context: { customerId } });
}

/** The only refusal of the API that is a 404. */
export function applicationNotFound(applicationId: string): Refusal {
  return new Refusal(404, 'applicationNotFound', {
    message: 'Application not found.',
    context: { applicationId },
  });
}

/** The id stands in the message for legacy clients, in the context for akepa's. */
export function legacyDocumentNotFound(id: string): Refusal {
  return new Refusal(400, 'documentNotFound', { message: `Document ${id} not found` });
}

export function documentNotFound(documentId: string): Refusal {
  return new Refusal(400, 'documentNotFound', { message: 'Document not found.', context: { documentId } });
}

/** `do not uploaded` is the vendor's wording. */
export function documentNotUploaded(id: string): Refusal {
  return new Refusal(400, 'documentNotUploaded', { message: `Document ${id} do not uploaded` });
}

export function fileNotFound(): Refusal {
  return new Refusal(400, 'fileNotFound', { message: 'File not found.' });
}

export function referenceExists(reference: string, entityId: string): Refusal {
  return new Refusal(400, 'referenceExists', {
    message: 'Reference already exists.',
    context: { reference, entityId },
  });
}

/** @param items in ajv's form; this refusal has no message */
export function requestValidateError(items: readonly unknown[]): Refusal {
  return new Refusal(400, 'requestValidateError', { context: items });
}

export function tooLarge(limit: number): Refusal {
  return new Refusal(413, 'payloadTooLarge', {
    message: `More than ${limit} bytes`,
    context: { limit },
  });
}

/** What `--strict-documented` answers instead of an inferred behaviour. */
export function onlyInferred(id: BehaviourId): Refusal {
  const { says, source } = behaviour(id);
  return new Refusal(501, 'notDocumented', {
    message: `Only inferred: ${says} Inferred from: ${source}.`,
    context: { behaviour: id },
  });
}

/** The answer where no page says what connectFi would do. */
export function notDocumented(id: UnknownId, isStrict: boolean): Refusal {
  return new Refusal(isStrict ? 501 : 400, 'notDocumented', {
    message: `connectFi documents nothing about ${unknown(id).asks}. The reference does not guess.`,
    context: { unknown: id },
  });
}
