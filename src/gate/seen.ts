import type { Identified } from '../analysis/fingerprint.js';
import type { Suppression } from './suppressions.js';

/** What a run saw, of every confidence; files are named from the working directory. */
export interface Seen<F extends SeenFinding = SeenFinding, T extends SeenTodo = SeenTodo> {
  readonly findings: readonly F[];
  readonly todos: readonly T[];
  readonly suppressions: readonly Suppression[];
  readonly blindSpots: number;
  /** Whether the confidence of a finding is enough for it to be shown. */
  readonly isShown: (finding: F) => boolean;
  /** Names a file from the project's folder. */
  readonly nameOf: (file: string) => string;
}

/** A finding, as the gate takes it. */
export interface SeenFinding extends Identified {
  readonly line: number;
  readonly endLine: number;
  readonly notes: readonly string[];
  readonly todos: readonly { readonly text: string }[];
}

/** An annotation, as the gate takes it. */
export interface SeenTodo extends Omit<Identified, 'endpoint' | 'method'> {
  readonly line: number;
  readonly code: string;
  readonly text: string;
}
