import { createHash } from 'node:crypto';

import type { Module, Node } from '../syntax/module.js';
import { enclosingSymbol } from './enclosing-symbol.js';
import { normalised } from './normalised.js';

/** What tells a finding from the others of its file and endpoint, wherever in the file it stands. */
export interface Identity {
  /** What it stands in: `KycClient.start`; empty at the top of a file. */
  readonly symbol: string;
  /** A hash of the call without spaces, comments and kinds of quotes. */
  readonly call: string;
  /** Among calls that are equal in all of this, in their order: 1, 2, … */
  readonly ordinal: number;
}

/** All that a finding is known by. */
export interface Identified {
  /** With forward slashes. */
  readonly file: string;
  readonly endpoint: string;
  readonly method: string | null;
  readonly identity: Identity;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const CALL_LENGTH = 16;
const FINGERPRINT_LENGTH = 32;

/**
 * The identity of a call or a path; its ordinal is the first.
 *
 * @param kind of a link in a chain (`.post(…)` of a test double), what stands before it is left out
 */
export function identityOf(node: Node, module: Module, kind: 'call' | 'link' | 'definition'): Identity {
  const isLink = kind === 'link' && node.type === 'CallExpression' && node.callee.type === 'MemberExpression';
  const roots =
    isLink && node.callee.type === 'MemberExpression' ? [node.callee.property, ...node.arguments] : [node];
  return {
    symbol: enclosingSymbol(node, kind === 'definition'),
    call: callHash(normalised(roots, module.visitorKeys)),
    ordinal: 1,
  };
}

/** The hash of a text that an identity holds. */
export function callHash(text: string): string {
  return hashOf([text], CALL_LENGTH);
}

/** One name for all that a finding is known by. */
export function fingerprintOf({ file, endpoint, method, identity }: Identified): string {
  const { symbol, call, ordinal } = identity;
  return hashOf([file, endpoint, method ?? '', symbol, call, String(ordinal)]);
}

/**
 * Gives equal findings their ordinals, and each its fingerprint.
 *
 * @param findings of all confidences
 * @param nameOf names a finding's file from a folder that is the same for every run
 */
export function fingerprinted<T extends Identified & Place>(
  findings: readonly T[],
  nameOf: (file: string) => string,
): (T & { readonly fingerprint: string })[] {
  const counts = new Map<string, number>();
  const ordinals = new Map<T, number>();
  for (const finding of findings.toSorted(byPlace)) {
    const key = fingerprintOf(finding);
    const ordinal = (counts.get(key) ?? 0) + 1;
    counts.set(key, ordinal);
    ordinals.set(finding, ordinal);
  }
  return findings.map((finding) => {
    const identity = { ...finding.identity, ordinal: ordinals.get(finding) ?? 1 };
    const fingerprint = fingerprintOf({ ...finding, file: nameOf(finding.file), identity });
    return { ...finding, identity, fingerprint };
  });
}

function byPlace(left: Place, right: Place): number {
  return left.line - right.line || left.column - right.column;
}

/** A hash in hexadecimal, of a fingerprint's length by default; the parts can't run into each other. */
export function hashOf(parts: readonly (string | number)[], length = FINGERPRINT_LENGTH): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length);
}
