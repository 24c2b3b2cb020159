import { createTwoFilesPatch } from 'diff';
import { createColors } from 'picocolors';

/** A file before and after, as `migrate` has them. */
export interface ChangedText {
  readonly source: { readonly file: string; readonly text: string };
  readonly text: string;
}

/** The change of one file as a unified diff that `git apply` takes. */
export function unifiedDiff({ source, text }: ChangedText, { colors }: { readonly colors: boolean }): string {
  const patch = createTwoFilesPatch(`a/${source.file}`, `b/${source.file}`, source.text, text, '', '', {
    context: 3,
  });
  // The first line is a ruler, and the names end in a tab for dates that we don't have.
  const lines = patch
    .split('\n')
    .slice(1)
    .map((line) => (/^(?:---|\+\+\+) /.test(line) ? line.trimEnd() : line));
  return lines.map((line) => paint(line, createColors(colors))).join('\n');
}

function paint(line: string, color: ReturnType<typeof createColors>): string {
  if (line.startsWith('---') || line.startsWith('+++')) return color.bold(line);
  if (line.startsWith('@@')) return color.cyan(line);
  if (line.startsWith('+')) return color.green(line);
  return line.startsWith('-') ? color.red(line) : line;
}
