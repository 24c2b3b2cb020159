import type { Node, Range, Term } from './module.js';
import type { Budget } from './budget.js';

/** Literal text and where it is written. */
export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  readonly module: Term['module'];
  readonly range: Range;
  /** Each character of `text` is one character of the source: an edit may go between them. */
  readonly exact: boolean;
  /** The literal or template that it is written in; none where a client or a `join` puts it in. */
  readonly node?: Node;
}

/** A value that only the running program knows. */
export interface HolePart {
  readonly kind: 'hole';
  readonly term: Term;
  /** The expression as it is written where the text is put together: `id` of `${id}`, whatever `id` is set to. */
  readonly written: Term;
  /** For people: the expression, or the environment variable. */
  readonly name: string;
  /** `${NAME}` in plain quotes, as in the vendor's snippets: the braces are literal text at run time. */
  readonly pseudo: boolean;
  /** Texts that the value may have, one after the other: `process.env.X ?? 'https://…'`, `live ? 'https://…' : 'https://…'`. */
  readonly fallback?: Text;
}

export type Part = TextPart | HolePart;

/** A string as its parts, in order. */
export type Text = readonly Part[];

/** Whether two parts are the same text from the same place, or the same value. */
export function isSamePart(left: Part, right: Part | undefined): boolean {
  if (left.kind === 'hole')
    return right?.kind === 'hole' && left.term.node === right.term.node && left.name === right.name;
  return (
    right?.kind === 'text' &&
    left.text === right.text &&
    left.module === right.module &&
    left.range[0] === right.range[0]
  );
}

/** What turns an expression into text, within what is left of the budget. */
export type Evaluate = (term: Term, budget: Budget) => Text;

/** The text with `hole` in place of each unknown value, and the part that each character came from. */
export function flatten(
  text: Text,
  hole: string,
): { readonly flat: string; readonly parts: readonly PlacedPart[] } {
  let flat = '';
  const parts: PlacedPart[] = [];
  for (const part of text) {
    const start = flat.length;
    flat += part.kind === 'text' ? part.text : hole;
    parts.push({ part, start, end: flat.length });
  }
  return { flat, parts };
}

/** A part and the half-open range that it takes in the flat text. */
export interface PlacedPart {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** The characters `from` to `to` of a part. */
export function slicePart(part: TextPart, from: number, to: number): TextPart[] {
  if (from === to) return [];
  const range: Range = part.exact ? [part.range[0] + from, part.range[0] + to] : part.range;
  return [{ ...part, text: part.text.slice(from, to), range }];
}

/** The value when nothing of it is unknown. */
export function knownText(text: Text): string | undefined {
  let known = '';
  for (const part of text) {
    if (part.kind === 'hole') return undefined;
    known += part.text;
  }
  return known;
}
