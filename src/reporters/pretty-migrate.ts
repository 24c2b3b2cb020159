import { createColors } from 'picocolors';

import type { MigrateReport } from '../migrate.js';
import { verifiedBy } from './verified.js';
import { count, snapshotText } from './words.js';

export interface PrettyMigrateOptions {
  readonly colors: boolean;
  /** The files were written; otherwise a diff was shown. */
  readonly written: boolean;
  /** The command that formats what was written. */
  readonly format?: string | undefined;
}

/** What is left and why, what is worth knowing, and a summary line. */
export function prettyMigrate(report: MigrateReport, options: PrettyMigrateOptions): string {
  const { colors, written } = options;
  const color = createColors(colors);
  const left = report.calls.filter(({ outcome }) => outcome !== 'rewritten');
  const lines = left.map(
    ({ file, line, endpoint, reason }) => `  ${file}:${line}  ${endpoint}\n    ${color.yellow(reason ?? '')}`,
  );
  const leftovers = left.length > 0 ? `${color.underline('Left to do')}\n${lines.join('\n')}\n` : '';
  const lastLines = [summary(report, written, color.bold), ...verified(report), ...next(report, options)];
  return [
    leftovers,
    notes(report, color.underline),
    snapshots(report, color.underline),
    `${lastLines.join('\n')}\n`,
  ]
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

function snapshots({ snapshots: files }: MigrateReport, heading: (text: string) => string): string {
  const lines = files.map(({ file, sign }) => `  ${file}\n    ${snapshotText(sign)}\n`);
  return lines.length > 0 ? `${heading('Snapshots to update')}\n${lines.join('')}` : '';
}

function summary(
  { calls, files, stats, verification }: MigrateReport,
  written: boolean,
  strong: (text: string) => string,
): string {
  const of = (outcome: string): number => calls.filter((call) => call.outcome === outcome).length;
  const edits = files.reduce((sum, file) => sum + file.edits, 0);
  const done = written ? 'Wrote' : 'Would write';
  const isTakenBack = verification.comparison?.scenarios.some(({ verdict }) => verdict === 'regression');
  const nothing = isTakenBack ? 'Nothing was written' : 'Nothing to change';
  const changes =
    files.length === 0 ? nothing : `${done} ${count(edits, 'edit')} in ${count(files.length, 'file')}`;
  const outcome = `${count(calls.length, 'legacy call')}: ${of('rewritten')} rewritten, ${of('todo')} with a TODO, ${of('left')} left.`;
  return `${strong(`${outcome} ${changes}.`)} ${(stats.ms / 1000).toFixed(1)} s`;
}

function verified(report: MigrateReport): string[] {
  const ways = verifiedBy(report);
  return ways.length > 0 ? ['Verified', ...ways.map(({ words }) => `  ${words}`)] : [];
}

/** What to do now. */
function next({ files }: MigrateReport, { written, format }: PrettyMigrateOptions): string[] {
  if (files.length === 0) return [];
  if (!written) return ['Nothing was changed; --write writes it.'];
  return [
    'npx akepa-migrate undo gives the files back.',
    ...(format === undefined ? [] : [`Format them with: ${format}`]),
  ];
}
