import { join } from 'node:path';

import type { Lines } from '../../gate/policy.js';
import { nameIn } from '../../project/name.js';
import { gitText } from './git.js';
import type { MergeBase } from './merge-base.js';

/** First and last line, 1-based. */
type Span = readonly [first: number, last: number];

const EVERY_LINE: readonly Span[] = [[1, Infinity]];

/**
 * Whether one of the lines that something stands on was added since the merge base.
 *
 * @param files those of the merge base, from the repository's folder
 * @param renames old names and new ones
 * @param root absolute folder that places are named from
 */
export function addedLines(
  { commit, top }: MergeBase,
  files: ReadonlySet<string>,
  renames: ReadonlyMap<string, string>,
  root: string,
): (place: Lines) => boolean {
  const known = new Map<string, readonly Span[]>();
  const oldNames = new Map([...renames].map(([from, to]) => [to, from]));
  const spansOf = (file: string): readonly Span[] => {
    const old = oldNames.get(file) ?? file;
    if (!files.has(old)) return EVERY_LINE;
    const args = ['diff', '--unified=0', '--find-renames', '--no-color', '--no-ext-diff', commit];
    return spansIn(gitText(top, [...args, '--', ...new Set([old, file])]));
  };
  return ({ file, line, endLine }) => {
    const name = nameIn(top, join(root, file));
    const spans = known.get(name) ?? spansOf(name);
    known.set(name, spans);
    return spans.some(([first, last]) => first <= endLine && line <= last);
  };
}

/** `@@ -3,2 +3,4 @@`: four lines from the third on. */
function spansIn(diff: string): Span[] {
  return [...diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, length = '1']) => {
    const first = Number(start);
    return [first, first + Number(length) - 1];
  });
}
