import { createHash } from 'node:crypto';

import { type Expected, legacyRefusal } from './expected.js';
import type { SentFile } from './state.js';

/** What an upload sends. */
export interface FileSpec {
  readonly count: 0 | 1 | 2;
  readonly part: 'file' | 'document';
  readonly kind: 'jpg' | 'png' | 'pdf' | 'text';
  /** Ending of the name; empty: a name without one. */
  readonly ending: '' | '.jpg' | '.JPEG' | '.png' | '.pdf';
  /** Makes the bytes differ. */
  readonly salt: number;
}

const HEADS: Readonly<Record<FileSpec['kind'], readonly number[]>> = {
  jpg: [0xff, 0xd8, 0xff, 0xe0],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  text: [0x68, 0x65, 0x6c, 0x6c, 0x6f],
};

/** The form that a client sends. */
export function formOf(spec: FileSpec): FormData {
  const form = new FormData();
  for (let index = 0; index < spec.count; index++)
    form.append(spec.part, new File([bytesOf(spec)], `licence${spec.ending}`));
  // Fields beside the file are nobody's business.
  form.append('side', 'front');
  return form;
}

/** The one file of a correct upload, or how another is refused. */
export function uploaded(spec: FileSpec): SentFile | Expected {
  if (spec.count !== 1 || spec.part !== 'file') return legacyRefusal('fileNotFound', 'File not found.');
  const sha256 = createHash('sha256').update(bytesOf(spec)).digest('hex');
  return { sha256, extension: spec.ending === '' ? undefined : spec.ending.slice(1).toLowerCase() };
}

/** Whether an answer was predicted instead of a file. */
export function isRefused(file: SentFile | Expected): file is Expected {
  return 'status' in file;
}

/** Whether a file is seen to be of the declared kind: by its bytes, else by its name. */
export function fits({ kind, ending }: FileSpec, declared: string): boolean {
  if (kind !== 'text') return kind === declared;
  if (ending === '') return true;
  return ending === '.JPEG' ? declared === 'jpg' : ending === `.${declared}`;
}

function bytesOf({ kind, salt }: FileSpec): Buffer<ArrayBuffer> {
  return Buffer.from([...HEADS[kind], salt & 0xff, (salt >> 8) & 0xff]);
}
