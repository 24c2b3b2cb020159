/** Source text as a code span; in one line, whatever it holds. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A span may not begin or end with a backtick of its own.
  const pad = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A sentence of ours, which has names in backticks; nothing else of it is taken for markup. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\`*_[\]<>#~|&]/g, String.raw`\$&`)))
    .join('');
}

/** A GFM table, its columns aligned so that it reads as text too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => (row[column] ?? '').length)));
  const [names = [], ...rest] = cells.map((row) =>
    row.map((text, column) => text.padEnd(widths[column] ?? 0)),
  );
  return [names, widths.map((width) => '-'.repeat(width)), ...rest]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** A GFM table for what can be long: nothing is spent on aligning it. */
export function compactTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '-'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

/** A pipe ends a cell, also within a code span. */
function cell(text: string): string {
  return text.replaceAll(/(?<!\\)\|/g, String.raw`\|`);
}
