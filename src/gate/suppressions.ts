import { nearest } from '../config/validate.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';
import type { LegacyId } from '../endpoints/types.js';
import type { Comment, Module, Range } from '../syntax/module.js';
import { lineAt } from '../syntax/position.js';

/** `// akepa-ignore-next-line kyc-status -- reason until 2027-01-31`. */
export interface Suppression {
  readonly file: string;
  readonly range: Range;
  /** 1-based, of the comment. */
  readonly line: number;
  /** The line that it speaks of. */
  readonly target: number;
  readonly meaning: Meaning;
}

/** What it says, or why that can't be known. */
export type Meaning =
  | { readonly endpoint: LegacyId; readonly reason: string; readonly until: string | undefined }
  | { readonly fault: string };

const IDS = LEGACY_ENDPOINTS.map(({ id }) => id);
const MARK = /^[\s*]*akepa-ignore-next-line\b(.*)$/s;
/** Somebody writes this who means the comment above. */
const LOOK_ALIKE = /^[\s*]*(akepa-(?:ignore|disable)[\w-]*)/;
/** At the end; `until` before a word is a part of the reason. */
const UNTIL = /\s*\buntil\s+(\S*\d\S*?)\.?$/;

/** The suppressions in a file, in order. */
export function suppressionsIn(module: Module): Suppression[] {
  const { file, text, comments } = module;
  return comments.flatMap((comment) => {
    const meaning = meaningOf(comment.value);
    if (!meaning) return [];
    const line = lineAt(text, comment.range[0]);
    return [{ file, range: comment.range, line, target: lineBelow(comment, module), meaning }];
  });
}

function meaningOf(comment: string): Meaning | undefined {
  const words = MARK.exec(comment)?.[1]
    ?.replaceAll(/\s*\n[\s*]*/g, ' ')
    .trim();
  if (words === undefined) {
    const other = LOOK_ALIKE.exec(comment)?.[1];
    return other === undefined ? undefined : { fault: `there is no ${other}; write akepa-ignore-next-line` };
  }
  // The dashes may begin a word: `--reason`.
  const [, name = '', rest = ''] = /^(.*?)(?:\s*--(?!-)\s*(.*))?$/s.exec(words) ?? [];
  const endpoint = IDS.find((id) => id === name);
  if (!endpoint) return { fault: endpointFault(name) };
  const until = UNTIL.exec(rest)?.[1];
  const reason = rest.replace(UNTIL, '').trim();
  if (!/\w/.test(reason)) return { fault: `it gives no reason; write ${endpoint} -- <reason>` };
  return { endpoint, reason, until };
}

function endpointFault(name: string): string {
  if (name === '') return `it names no endpoint; there are ${IDS.join(', ')}`;
  const meant = nearest(name, IDS);
  return `there is no endpoint ${name}; ${meant ? `did you mean ${meant}?` : `there are ${IDS.join(', ')}`}`;
}

/** The first line below that holds more than comments: several may stand above one line. */
function lineBelow({ range }: Comment, { text, comments }: Module): number {
  const starts = new Map(comments.map((comment) => [comment.range[0], comment.range[1]]));
  let end = text.indexOf('\n', range[1]);
  for (; end !== -1; end = text.indexOf('\n', end + 1)) {
    const next = commentLineEnd(text, end + 1, starts);
    if (next === undefined) return lineAt(text, end + 1);
    end = next - 1;
  }
  return lineAt(text, text.length) + 1;
}

/** Where a comment that has its lines for itself ends; undefined for any other line. */
function commentLineEnd(
  text: string,
  start: number,
  comments: ReadonlyMap<number, number>,
): number | undefined {
  // `{/* … */}`
  const [space = ''] = /^[^\S\n]*\{?[^\S\n]*/.exec(text.slice(start, start + MOST_INDENT)) ?? [];
  const end = comments.get(start + space.length);
  if (end === undefined) return undefined;
  const newline = text.indexOf('\n', end);
  return /^[^\S\n]*\}?\s*$/.test(text.slice(end, newline === -1 ? undefined : newline)) ? end : undefined;
}

const MOST_INDENT = 200;
