/** An answer of connectFi, as far as the flow reads it. */
export interface Envelope {
  readonly code: string;
  readonly data: {
    readonly [key: string]: unknown;
    readonly id?: string;
    readonly token?: string;
    readonly customerId?: string;
    readonly applicationId?: string;
    readonly status?: string;
    readonly outcome?: string;
    readonly kyc?: { readonly status: string };
    readonly kycDocumentList?: readonly { readonly id: string }[];
  };
}

/** What a program needs of connectFi, written with one HTTP client. */
export interface Client {
  /** @throws {ApiError} as do the others */
  get(path: string): Promise<Envelope>;
  post(path: string, body?: unknown): Promise<Envelope>;
  /** @param file path of a file */
  upload(path: string, file: string): Promise<Envelope>;
}

/** Makes a client; without a token for getting one. */
export type Connect = (baseUrl: string, token?: string) => Client;

/** A refusal, read out of the HTTP client's own kind of error. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number | undefined,
    readonly answer: unknown,
  ) {
    super(`HTTP ${status}`);
  }
}

/** The header that carries the token. */
export function tokenHeader(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { 'x-connectfi-token': token };
}
