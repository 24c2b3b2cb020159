import { hasMarker } from '../endpoints/markers.js';
import type { SourcePath } from './find-files.js';
import { importedStems } from './importers.js';
import { isMinified } from './minified.js';
import type { SourceBytes } from './read.js';

/** What a run has to know of a file before it parses one. */
export interface FileFacts {
  /** `candidate`: its text holds a marker. */
  readonly kind: 'candidate' | 'minified' | 'other';
  /** Of one without a marker: what it imports, as {@link importedStems} gives it. */
  readonly imports: readonly string[];
}

/** What earlier runs learned of files. */
export interface KnownFacts {
  /** Undefined when the file may have changed since, and has to be read. */
  of(source: SourcePath): FileFacts | undefined;
  /** Called with what was read; `bytes` are valid while it runs. */
  learn(source: SourcePath, bytes: SourceBytes, facts: FileFacts): void;
}

/** The facts of a file's bytes. */
export function factsOf({ latin1 }: SourceBytes): FileFacts {
  if (isMinified(latin1)) return { kind: 'minified', imports: [] };
  if (hasMarker(latin1)) return { kind: 'candidate', imports: [] };
  return { kind: 'other', imports: importedStems(latin1) };
}
