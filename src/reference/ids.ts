import { createHash, randomBytes } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Letters after the separator, as seen in the documented ids. */
const LENGTH = 22;

/** Makes the bytes of the `n`th id. */
export type ByteSource = (n: number) => Uint8Array;

/** Ids that nobody can foresee. */
export const randomIds: ByteSource = () => randomBytes(32);

/** The same ids in every run, for tests that compare outputs. */
export const countedIds: ByteSource = (n) => createHash('sha256').update(`akepa-migrate ${n}`).digest();

/** 22 letters of base 62, the form of connectFi's ids. */
export function base62(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, LENGTH)) text += DIGITS[byte % DIGITS.length] ?? '';
  return text;
}

/** 32 hex digits, the form of a `requestId`. */
export function hex32(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 16)).toString('hex');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
