import { createColors } from 'picocolors';

import type { MigrateReport } from '../migrate.js';
import { count } from './words.js';

export interface PrettyMigrateOptions {
  readonly colors: boolean;
  /** The files were written; otherwise a diff was shown. */
  readonly written: boolean;
}

/** What is left and why, what is worth knowing, and a summary line. */
export function prettyMigrate(report: MigrateReport, { colors, written }: PrettyMigrateOptions): string {
  const color = createColors(colors);
  const left = report.calls.filter(({ outcome }) => outcome !== 'rewritten');
  const lines = left.map(
    ({ file, line, endpoint, reason }) => `  ${file}:${line}  ${endpoint}\n    ${color.yellow(reason ?? '')}`,
  );
  const leftovers = left.length > 0 ? `${color.underline('Left to do')}\n${lines.join('\n')}\n` : '';
  return [leftovers, notes(report, color.underline), summary(report, written, color.bold)]
    .filter(Boolean)
    .join('\n');
}

/** Each note once, with the places that it is about. */
function notes({ calls }: MigrateReport, heading: (text: string) => string): string {
  const places = new Map<string, string[]>();
  for (const { file, line, notes } of calls.filter(({ outcome }) => outcome === 'rewritten'))
    for (const note of notes) places.set(note, [...(places.get(note) ?? []), `${file}:${line}`]);
  if (places.size === 0) return '';
  const lines = [...places].map(([note, at]) => `  ${note}\n    ${at.join(', ')}`);
  return `${heading('To know')}\n${lines.join('\n')}\n`;
}

function summary(
  { calls, files, stats }: MigrateReport,
  written: boolean,
  strong: (text: string) => string,
): string {
  const of = (outcome: string): number => calls.filter((call) => call.outcome === outcome).length;
  const edits = files.reduce((sum, file) => sum + file.edits, 0);
  const done = written ? 'Wrote' : 'Would write';
  const changes =
    files.length === 0
      ? 'Nothing to change'
      : `${done} ${count(edits, 'edit')} in ${count(files.length, 'file')}`;
  const hint = !written && files.length > 0 ? '\nNothing was changed; --write writes it.' : '';
  const outcome = `${count(calls.length, 'legacy call')}: ${of('rewritten')} rewritten, ${of('todo')} with a TODO, ${of('left')} left.`;
  return `${strong(`${outcome} ${changes}.`)} ${(stats.ms / 1000).toFixed(1)} s${hint}\n`;
}
