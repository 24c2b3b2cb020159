import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { Program } from '../../src/compare/index.js';

export type Context = Parameters<Program>[0];

/** What a refused call throws, as a client of the user's would. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly answer: { readonly code: string; readonly message?: string },
  ) {
    super(`${answer.code}: ${answer.message}`);
  }
}

/** `data` of an answer: programs read it without a type. */
export interface Data {
  readonly id: string;
  readonly applicationId: string;
  readonly customerId: string;
  readonly token: string;
  readonly status: string;
  readonly outcome?: string;
  readonly kyc: { readonly status: string };
  readonly kycDocumentList: readonly { readonly id: string }[];
}

export type Call = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Data>;

/** A client of the context's server. */
export function client({ fetch, baseUrl, token }: Context): Call {
  return async (method, path, body) => {
    const isForm = body instanceof FormData;
    const response = await fetch(baseUrl + path, {
      method,
      headers: {
        'x-connectfi-token': token,
        ...(body && !isForm && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    });
    // The reference answers JSON; the shape is the caller's business.
    const answer = (await response.json()) as { code: string; message?: string; data: Data };
    if (!response.ok) throw new ApiError(response.status, answer);
    return answer.data;
  };
}

/** One file as a multipart body. */
export function form(file: string, bytes: Uint8Array = readFileSync(file)): FormData {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), basename(file));
  return body;
}

/** What a legacy flow may do in another way. */
export interface LegacyParts {
  /** Puts one file into one slot. */
  place(context: Context, call: Call, slot: string, file: string): Promise<unknown>;
  /** What the program returns. */
  report(context: Context, call: Call): Promise<unknown>;
}

/** Generate, upload and link each file, then read the status; the double link and the missing upload where asked for. */
export function legacyFlow(parts: Partial<LegacyParts> = {}): Program {
  const { place = separately, report = legacyStatus } = parts;
  return async (context) => {
    const { scenario, customerId, slotIds, files } = context;
    const call = client(context);
    const [front = '', back = ''] = files;
    const [slot = '', other = ''] = slotIds;
    if (scenario === 'link-before-upload' || scenario === 'double-link') {
      const { id } = await call('POST', '/document/generate');
      if (scenario === 'double-link') await call('POST', `/document/upload/${id}`, form(front));
      const link = { customerId, documentId: slot, separateDocumentId: id };
      await call('POST', '/customer/kyc/document-link', link);
      if (scenario === 'double-link') await call('POST', '/customer/kyc/document-link', link);
    } else {
      await place(context, call, slot, front);
      await place(context, call, other, back);
    }
    return report(context, call);
  };
}

/** The deprecated way in one call. */
export function intoSlot({ customerId }: Context, call: Call, slot: string, file: string): Promise<Data> {
  return call('POST', `/customer/kyc/upload/${customerId}/${slot}`, form(file));
}

export async function separately(
  { customerId }: Context,
  call: Call,
  documentId: string,
  file: string,
): Promise<void> {
  const { id } = await call('POST', '/document/generate');
  await call('POST', `/document/upload/${id}`, form(file));
  await call('POST', '/customer/kyc/document-link', { customerId, documentId, separateDocumentId: id });
}

/** What an akepa flow may do in another way, wrong ones included. */
export interface AkepaParts {
  /** The files to place, front first. */
  files(context: Context): readonly string[];
  bytes(file: string): Uint8Array;
  /** Body of generate. */
  document(file: string): object;
  /** Body of update for some documents. */
  attach(context: Context, ids: readonly string[]): object;
  /** Before anything else. */
  start(context: Context, call: Call): unknown;
  /** Both documents in one update. */
  readonly isBatched: boolean;
  report(context: Context, call: Call): Promise<unknown>;
}

/** The migrated counterpart of {@link legacyFlow}. */
export function akepaFlow(parts: Partial<AkepaParts> = {}): Program {
  const {
    files = (context) => context.files,
    bytes = (file) => readFileSync(file),
    document = license,
    attach = attachment,
    start = () => undefined,
    isBatched = false,
    report = akepaStatus,
  } = parts;
  return async (context) => {
    const { scenario } = context;
    const call = client(context);
    await start(context, call);
    const make = async (file: string): Promise<string> => {
      const { id } = await call('POST', '/akepa/document/generate', document(file));
      if (scenario !== 'link-before-upload')
        await call('POST', `/akepa/document/upload/${id}`, form(file, bytes(file)));
      return id;
    };
    const update = (...ids: string[]): Promise<Data> => call('POST', '/akepa/update', attach(context, ids));
    const [front = '', ...others] = files(context);
    const first = await make(front);
    if (!isBatched) await update(first);
    if (scenario === 'double-link') await update(first);
    else if (scenario === 'link-before-upload') return report(context, call);
    else if (isBatched) await update(first, ...(await Promise.all(others.map(make))));
    else for (const file of others) await update(await make(file));
    return report(context, call);
  };
}

/** Body of generate for a licence. */
export function license(): object {
  return { workflow: 'PERSONAL', name: 'license', extension: 'jpg', type: 'license' };
}

/** Body of update. */
export function attachment({ customerId, applicationId, entityId }: Context, ids: readonly string[]): object {
  return { customerId, applicationId, documents: ids.map((documentId) => ({ entityId, documentId })) };
}

async function legacyStatus({ customerId }: Context, call: Call): Promise<string> {
  return (await call('GET', `/customer/kyc/status/${customerId}`)).kyc.status;
}

async function akepaStatus({ customerId, applicationId }: Context, call: Call): Promise<string> {
  const { status, outcome } = await call('POST', '/akepa/status', { customerId, applicationId });
  return outcome ?? status;
}
