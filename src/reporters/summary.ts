import type { CallResult, Verification } from '../../transforms/result.js';
import { CODES } from '../codes/page.js';
import { legacyEndpoint, successorText } from '../endpoints/lookup.js';
import type { LegacyId } from '../endpoints/types.js';
import type { MigrateReport } from '../migrate.js';
import { code, prose, table } from './markdown.js';
import { verifiedBy } from './verified.js';
import { count, snapshotText } from './words.js';

export interface SummaryOptions {
  /** The files were written. */
  readonly written: boolean;
}

/** What a run did, as Markdown for a pull request. */
export function summary(report: MigrateReport, { written }: SummaryOptions): string {
  const { calls } = report;
  const of = (outcome: CallResult['outcome']): CallResult[] =>
    calls.filter((call) => call.outcome === outcome);
  const [rewritten, todo, left] = [of('rewritten'), of('todo'), of('left')];
  const parts = [
    '## connectFi KYC: from the deprecated endpoints to akepa',
    `Of ${count(calls.length, 'legacy call')}: ${rewritten.length} rewritten, ${todo.length} with a TODO, ${left.length} left as before.`,
    ...(written ? [] : ['Nothing is written yet: this is what `akepa-migrate migrate --write` would do.']),
    ...section('Rewritten', rewritten.length > 0 ? byEndpoint(rewritten) : ''),
    ...section('How it was verified', list(verifiedBy(report).map(({ words }) => prose(words)))),
    ...section('Files', report.files.length > 0 ? fileTable(report) : ''),
    ...section('To do', todos(todo)),
    ...section('To know', list(grouped(rewritten.flatMap((call) => call.notes.map((note) => [note, call]))))),
    ...section(
      'Snapshots to update',
      list(report.snapshots.map(({ file, sign }) => `${code(file)}: ${prose(snapshotText(sign))}`)),
    ),
    ...section('Left as before', list(grouped(left.map((call) => [call.reason ?? '', call])))),
    ...section(
      'Files that could not be processed',
      list(report.errors.map(({ file, message }) => `${code(file)}: ${prose(message)}`)),
    ),
    ...(written && report.files.length > 0
      ? section(
          'How to undo it',
          '`npx akepa-migrate undo` gives back every file that was not changed since. Once it is committed, `git revert` does.',
        )
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, body: string): string[] {
  return body === '' ? [] : [`### ${title}`, body];
}

function byEndpoint(calls: readonly CallResult[]): string {
  const ids = [...new Set(calls.map(({ endpoint }) => endpoint))];
  return table(
    ['deprecated', 'successor', 'calls', 'verified'],
    ids.map((id) => {
      const own = calls.filter(({ endpoint }) => endpoint === id);
      const ways = [...new Set(own.map(({ verified }) => verified))].filter((way) => way !== null);
      const times = (way: Verification): number => own.filter(({ verified }) => verified === way).length;
      return [
        nameOf(id),
        code(successorText(legacyEndpoint(id))),
        String(own.length),
        ways.map((way) => (ways.length === 1 ? way : `${times(way)} ${way}`)).join(', '),
      ];
    }),
  );
}

function nameOf(id: LegacyId): string {
  const { method, path } = legacyEndpoint(id);
  return code(`${method ?? 'any'} ${path}`);
}

function fileTable({ files, calls }: MigrateReport): string {
  return table(
    ['file', 'rewritten', 'TODOs', 'edits'],
    files.map(({ file, edits }) => {
      const of = (outcome: CallResult['outcome']): string =>
        String(calls.filter((call) => call.file === file && call.outcome === outcome).length);
      return [code(file), of('rewritten'), of('todo'), String(edits)];
    }),
  );
}

/** By code, each text once with the places that it is about. */
function todos(calls: readonly CallResult[]): string {
  const all = calls.flatMap((call) => call.todos.map((todo) => ({ ...todo, call })));
  const codes = [...new Set(all.map((todo) => todo.code))].sort();
  return codes
    .map((id) => {
      const title = CODES.find((row) => row.code === id)?.title ?? '';
      const own = all.filter((todo) => todo.code === id);
      return `#### ${id}: ${prose(title)}\n\n${list(grouped(own.map(({ text, call }) => [text, call])))}`;
    })
    .join('\n\n');
}

/** Each text once, with the places of the calls that it is about. */
function grouped(items: readonly (readonly [text: string, call: CallResult])[]): string[] {
  const places = new Map<string, string[]>();
  for (const [text, { file, newLine, endpoint }] of items)
    places.set(text, [...(places.get(text) ?? []), `${code(`${file}:${newLine}`)} (${endpoint})`]);
  return [...places].map(([text, at]) => `${prose(text)}\n  - ${at.join(', ')}`);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
