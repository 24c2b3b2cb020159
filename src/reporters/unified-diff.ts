import { createTwoFilesPatch } from 'diff';
import { createColors } from 'picocolors';

/** The lines that name the file before and after; a line of code may look like one. */
const HEADER = 2;

/**
 * The change of one file as a unified diff that `git apply` takes.
 *
 * @param before the whole file, with its byte order mark
 */
export function unifiedDiff(
  file: string,
  before: string,
  after: string,
  { colors }: { readonly colors: boolean },
): string {
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, '', '', { context: 3 });
  // The first line is a ruler, and the names end in a tab for dates that we don't have.
  const lines = patch
    .split('\n')
    .slice(1)
    .map((line, index) => (index < HEADER ? line.trimEnd() : line));
  return lines.map((line, index) => paint(line, index < HEADER, createColors(colors))).join('\n');
}

function paint(line: string, isHeader: boolean, color: ReturnType<typeof createColors>): string {
  if (isHeader) return color.bold(line);
  if (line.startsWith('@@')) return color.cyan(line);
  if (line.startsWith('+')) return color.green(line);
  return line.startsWith('-') ? color.red(line) : line;
}
