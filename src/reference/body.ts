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

const MULTIPART_TYPE = /^multipart\/form-data\b/i;
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
 * Reads the files of a multipart body; anything that is no whole multipart body has none.
 *
 * @param limit bytes of one file
 * @throws {Refusal} 413 above the limit, after the body was read to its end
 */
export async function readFiles(request: Request, limit: number): Promise<ReadBody> {
  const contentType = request.headers.get('content-type') ?? '';
  const parser = request.body ? createParser(contentType, limit) : undefined;
  if (!request.body || !parser) return { kind: 'none' };
  const files: FilePart[] = [];
  let isTooLarge = false;
  // Parts may have neither of the names.
  parser.on('file', (name: string | undefined, stream, fileName: string | undefined, _encoding, type) => {
    stream.on('limit', () => (isTooLarge = true));
    // A body that ends within a file is an error of the parser, too.
    stream.on('error', () => undefined);
    readPart(stream, (content) => {
      files.push({ name: name ?? '', contentType: type, extension: extensionOf(fileName ?? ''), ...content });
    });
  });
  const isWhole = await feed(parser, request.body);
  if (isTooLarge) throw tooLarge(limit);
  return isWhole ? { kind: 'multipart', files } : { kind: 'none' };
}

/** Whether the parser read a whole body, to its end: a client that still writes would see a reset, not the answer. */
async function feed(parser: BusboyInstance, body: AsyncIterable<Uint8Array>): Promise<boolean> {
  let isBroken = false;
  const finished = new Promise<boolean>((resolve) => {
    parser.on('finish', () => resolve(true));
    parser.on('error', () => {
      isBroken = true;
      resolve(false);
    });
  });
  try {
    for await (const chunk of body) if (!isBroken) parser.write(Buffer.from(chunk));
  } catch {
    // The client went away.
    return false;
  }
  if (!isBroken) parser.end();
  return finished;
}

function readPart(
  stream: NodeJS.ReadableStream,
  onEnd: (content: Pick<FilePart, 'sha256' | 'size' | 'signature'>) => void,
): void {
  const hash = createHash('sha256');
  let size = 0;
  let head = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    size += chunk.length;
    if (head.length < HEAD) head = Buffer.concat([head, chunk]).subarray(0, HEAD);
  });
  stream.on('end', () => {
    const start = head.toString('hex');
    const signature = SIGNATURES.find(([, bytes]) => start.startsWith(bytes))?.[0];
    onEnd({ sha256: hash.digest('hex'), size, signature });
  });
}

function createParser(contentType: string, fileSize: number): BusboyInstance | undefined {
  // The parser would read URL-encoded fields, too.
  if (!MULTIPART_TYPE.test(contentType)) return undefined;
  const headers: BusboyHeaders = { 'content-type': contentType };
  try {
    return new Busboy({
      headers,
      // Parts that are skipped are read by nobody: with a limit, a large one would stop the parser for good.
      fileHwm: Number.MAX_SAFE_INTEGER,
      limits: { fileSize, files: 4, fields: 100, fieldSize: 65_536, parts: 100 },
    });
  } catch {
    // No boundary.
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
