import { readFileSync, statSync } from 'node:fs';

/** The text of a file. */
export interface SourceText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly hasBom: boolean;
}

/** The file can't be processed; the message says why in a few words. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}

const BOM = '\uFEFF';
/** Above this size, lines that are this long on average were not written by people. */
const MINIFIED_SIZE = 20_000;
const MINIFIED_LINE = 500;

/**
 * Reads a source file.
 *
 * @param path absolute
 * @throws {ReadError} when it can't be read, is binary or is not UTF-8
 */
export function readSource(path: string): SourceText {
  const bytes = bytesOf(path);
  if (bytes.includes(0)) throw new ReadError('it is binary');
  const text = decode(bytes);
  const hasBom = text.startsWith(BOM);
  return { text: hasBom ? text.slice(1) : text, hasBom };
}

/** The bytes that a text is written as. */
export function withBom(text: string, hasBom: boolean): string {
  return hasBom ? BOM + text : text;
}

/** Whether a text was made by a minifier or a bundler. */
export function isMinified(text: string): boolean {
  if (text.length < MINIFIED_SIZE) return false;
  let lines = 1;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines++;
  return text.length / lines > MINIFIED_LINE;
}

function bytesOf(path: string): Buffer {
  try {
    // To open a FIFO would be to wait for whoever writes into it, and a device has no end.
    if (statSync(path).isFile()) return readFileSync(path);
  } catch (error) {
    throw new ReadError(readProblem(error), { cause: error });
  }
  throw new ReadError('it is not a regular file');
}

/** The file system's error in a few words. */
export function readProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read (permission denied)';
  if (code === 'ENOENT') return 'there is no such file or folder';
  return code === 'ELOOP' ? 'the link leads in a circle' : `it can not be read (${code})`;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new ReadError('it is not UTF-8', { cause: error });
  }
}
