import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

import type { Exchange } from '../exchange.js';
import { KnownError, systemReason } from '../known-error.js';
import { entryText } from './entry.js';

/** A HAR 1.2 file that grows by a call at a time. */
export interface Har {
  /** Nothing is added after `close`. */
  add(exchange: Exchange): void;
  close(): void;
}

const CREATOR = { name: 'akepa-migrate reference', version: '1' };
const HEAD = Buffer.from(`{"log":{"version":"1.2","creator":${JSON.stringify(CREATOR)},"entries":[\n`);
const TAIL = '\n]}}\n';

/**
 * Starts a trace. After every call the file is a whole HAR: an entry is written over the brackets that close the file,
 * together with new ones, so that a call costs the same however long the trace is.
 *
 * @param path absolute; an earlier trace is replaced
 * @param onError told of the first failure, after which nothing more is written
 * @throws {KnownError} when the file is something else than an earlier trace, or can't be written
 */
export function createHar(path: string, onError: (error: KnownError) => void): Har {
  const file = open(path);
  let end = HEAD.length;
  let isEmpty = true;
  let isOpen = true;

  function close(): void {
    if (isOpen) closeSync(file);
    isOpen = false;
  }

  return {
    close,
    add(exchange) {
      if (!isOpen) return;
      const entry = `${isEmpty ? '' : ',\n'}${entryText(exchange)}`;
      try {
        write(file, `${entry}${TAIL}`, end);
        end += Buffer.byteLength(entry);
        isEmpty = false;
      } catch (error) {
        mend(file, end);
        close();
        onError(new KnownError(`${path}: the trace ends here: ${systemReason(error)}`, { cause: error }));
      }
    },
  };
}

function open(path: string): number {
  try {
    // Not emptied before it is known to be a trace.
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    const head = Buffer.alloc(HEAD.length);
    const isTrace =
      fstatSync(file).isFile() && isHead(head.subarray(0, readSync(file, head, 0, head.length, 0)));
    if (isTrace) {
      ftruncateSync(file);
      write(file, `${HEAD.toString()}${TAIL}`, 0);
      return file;
    }
    closeSync(file);
  } catch (error) {
    throw new KnownError(`${path}: ${systemReason(error)}`, { cause: error });
  }
  throw new KnownError(`${path}: it is there, and it is no trace of the reference`);
}

/** A new file is as good as a trace. */
function isHead(bytes: Buffer): boolean {
  return bytes.length === 0 || bytes.equals(HEAD);
}

/** In one piece, so that who reads at the same time sees the file before or after; a full disk takes a part of it. */
function write(file: number, text: string, position: number): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
}

/** Takes back what a full disk took of an entry. */
function mend(file: number, end: number): void {
  try {
    ftruncateSync(file, end);
    write(file, TAIL, end);
  } catch {
    // Nothing more can be done for it, and the failure that led here is told.
  }
}
