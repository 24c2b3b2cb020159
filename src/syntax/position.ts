import { firstIndex } from './first-index.js';

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The 1-based line that `offset` lies in. */
export function lineAt(text: string, offset: number): number {
  return indexIn(startsOf(text), offset) + 1;
}

/** The offset of the first character of the line that `offset` lies in. */
export function lineStart(text: string, offset: number): number {
  const starts = known.get(text);
  return starts ? (starts[indexIn(starts, offset)] ?? 0) : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The line that `offset` lies in, without the space around it; of one without end its beginning. */
export function lineText(text: string, offset: number): string {
  const starts = startsOf(text);
  const index = indexIn(starts, offset);
  const start = starts[index] ?? 0;
  const line = text.slice(start, starts[index + 1]).trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

export function positionAt(text: string, offset: number): Position {
  return { line: lineAt(text, offset), column: offset - lineStart(text, offset) + 1 };
}

/** A minified file is one line, which nobody wants to see for each of its calls. */
const LONGEST = 1000;
/** Whoever asks for a place in a text asks for many, by turns in a few texts. */
const KEPT = 4;
const known = new Map<string, readonly number[]>();

/** Where the lines of a text start. */
function startsOf(text: string): readonly number[] {
  const before = known.get(text);
  if (before) return before;
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1))
    starts.push(index + 1);
  for (const oldest of known.keys()) if (known.size >= KEPT) known.delete(oldest);
  known.set(text, starts);
  return starts;
}

/** The last of the lines that start at `offset` or before. */
function indexIn(starts: readonly number[], offset: number): number {
  return Math.max(firstIndex(starts, (start) => start > offset) - 1, 0);
}
