import { createHash } from 'node:crypto';

import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';

import { tooLarge } from './refusal.js';
import type { StoredFile } from './store.js';

/** Kinds that a file's first bytes tell. */
export type Signature = 'jpg' | 'png' | 'pdf';

/** One file part of an upload; its bytes are hashed and forgotten. */
export interface FilePart extends StoredFile {
  /** Of the part. */
  readonly name: string;
  readonly contentType: string;
  readonly signature: Signature | undefined;
}

/** What was read of a request's body. */
export type ReadBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly text: string; readonly value: unknown }
  | { readonly kind: 'multipart'; readonly files: readonly FilePart[] };

const JSON_TYPE = /^application\/json\b/i;
/** Deeper bodies than any schema's would only wear out the stack. */
const DEPTH = 64;
const HEAD = 8;
const SIGNATURES: readonly (readonly [Signature, string])[] = [
  ['jpg', 'ffd8ff'],
  ['png', '89504e470d0a1a0a'],
  ['pdf', '255044462d'],
];

/**
 * Reads a JSON body; one of another content type counts as none, as servers that parse by type do.
 *
 * @param limit bytes
 * @throws {Refusal} 413 above the limit
 */
export async function readJson(request: Request, limit: number): Promise<ReadBody> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) return { kind: 'none' };
  const text = await readText(request, limit);
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', text, value: isDeeper(value, DEPTH) ? undefined : value };
  } catch {
    return { kind: 'json', text, value: undefined };
  }
}

/**
 * Reads the files of a multipart body; anything that is no readable multipart body has none.
 *
 * @param limit bytes of one file
 * @throws {Refusal} 413 above the limit, after the body was read to its end
 */
export async function readFiles(request: Request, limit: number): Promise<ReadBody> {
  const contentType = request.headers.get('content-type');
  if (!request.body || !contentType) return { kind: 'none' };
  const parser = createParser(contentType, limit);
  if (!parser) return { kind: 'none' };
  const files: FilePart[] = [];
  let isTooLarge = false;
  let isBroken = false;
  parser.on('file', (name, stream, fileName, _encoding, mimeType) => {
    const hash = createHash('sha256');
    let size = 0;
    let head = Buffer.alloc(0);
    stream.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      size += chunk.length;
      if (head.length < HEAD) head = Buffer.concat([head, chunk]).subarray(0, HEAD);
    });
    stream.on('limit', () => (isTooLarge = true));
    stream.on('end', () =>
      files.push({
        name,
        contentType: mimeType,
        sha256: hash.digest('hex'),
        size,
        extension: extensionOf(fileName),
        signature: SIGNATURES.find(([, bytes]) => head.toString('hex').startsWith(bytes))?.[0],
      }),
    );
  });
  const done = new Promise<void>((resolve) => {
    parser.on('finish', resolve);
    parser.on('error', () => {
      isBroken = true;
      resolve();
    });
  });
  // Read to the end even when it is too large: a client that still writes would see a reset instead of the answer.
  for await (const chunk of request.body) if (!isBroken) parser.write(Buffer.from(chunk as Uint8Array));
  if (!isBroken) parser.end();
  await done;
  if (isTooLarge) throw tooLarge(limit);
  return isBroken ? { kind: 'none' } : { kind: 'multipart', files };
}

function createParser(contentType: string, fileSize: number): BusboyInstance | undefined {
  const headers: BusboyHeaders = { 'content-type': contentType };
  try {
    return new Busboy({
      headers,
      limits: { fileSize, files: 4, fields: 100, fieldSize: 65_536, parts: 100 },
    });
  } catch {
    // Another content type, or no boundary.
    return undefined;
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  const length = Number(request.headers.get('content-length') ?? NaN);
  if (length <= limit) return request.text();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size <= limit) chunks.push(chunk as Uint8Array);
  }
  if (size > limit) throw tooLarge(limit);
  return Buffer.concat(chunks).toString('utf8');
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

function extensionOf(fileName: string): string | undefined {
  return /\.([0-9a-z]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase();
}
