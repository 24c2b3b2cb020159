import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

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

/** What a look at a file's bytes needs; the text is decoded only for what is parsed. */
export interface SourceBytes {
  /** The bytes as Latin-1: what is ASCII reads as it is. */
  readonly latin1: string;
  /** Of the file as it was opened. */
  readonly stats: Stats;
  /** Valid until the next file is read. */
  readonly bytes: Uint8Array;
  /** Valid until the next file is read. */
  decoded(): SourceText;
}

/** Without waiting for whoever writes into a FIFO; Windows has neither. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** Most sources fit. */
let buffer: Buffer = Buffer.allocUnsafe(256 * 1024);

/**
 * Reads a source file.
 *
 * @param path absolute
 * @throws {ReadError} when it can't be read, is binary or is not UTF-8
 */
export function readSource(path: string): SourceText {
  return readSourceBytes(path).decoded();
}

/**
 * Reads a source file's bytes.
 *
 * @param path absolute
 * @throws {ReadError} when it can't be read, is binary or is not UTF-8
 */
export function readSourceBytes(path: string): SourceBytes {
  const { bytes, stats } = openedBytes(path);
  if (bytes.includes(0)) throw new ReadError('it is binary');
  if (!isUtf8(bytes)) throw new ReadError('it is not UTF-8');
  return { latin1: bytes.toString('latin1'), stats, bytes, decoded: () => decode(bytes) };
}

/** The bytes that a text is written as. */
export function withBom(text: string, hasBom: boolean): string {
  return hasBom ? BOM + text : text;
}

/** The bytes of a regular file, in a buffer that the next call fills anew. */
function openedBytes(path: string): { bytes: Buffer; stats: Stats } {
  let file: number | undefined;
  try {
    file = openSync(path, OPEN_FLAGS);
    const stats = fstatSync(file);
    // A device has no end.
    if (!stats.isFile()) throw new ReadError('it is not a regular file');
    return { bytes: contentOf(file, stats.size), stats };
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(readProblem(error), { cause: error });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function contentOf(file: number, size: number): Buffer {
  let length = 0;
  for (;;) {
    // One byte more than its size tells that it has not grown.
    if (buffer.length <= Math.max(size, length)) buffer = enlarged(Math.max(size, length) + 1, length);
    const count = readSync(file, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    // All of it came, and `size` is what it was a moment ago.
    if (length === size) return buffer.subarray(0, length);
  }
}

function enlarged(size: number, used: number): Buffer {
  const larger = Buffer.allocUnsafe(size * 2);
  buffer.copy(larger, 0, 0, used);
  return larger;
}

/** The file system's error in a few words. */
export function readProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read (permission denied)';
  if (code === 'ENOENT') return 'there is no such file or folder';
  return code === 'ELOOP' ? 'the link leads in a circle' : `it can not be read (${code})`;
}

function decode(bytes: Buffer): SourceText {
  const text = bytes.toString('utf8');
  const hasBom = text.startsWith(BOM);
  return { text: hasBom ? text.slice(1) : text, hasBom };
}
