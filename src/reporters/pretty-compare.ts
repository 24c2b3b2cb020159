import { createColors } from 'picocolors';

import type { Comparison, Row, ScenarioResult, Step, Verdict } from '../compare/types.js';
import { count } from './words.js';

export interface PrettyCompareOptions {
  readonly colors: boolean;
}

/** Between the two call sequences. */
const GAP = '   ';

/** One line a scenario, then its calls side by side with what differs, then the listed differences and a summary. */
export function prettyCompare(comparison: Comparison, { colors }: PrettyCompareOptions): string {
  const color = createColors(colors);
  const paint = (verdict: Verdict, text: string): string =>
    verdict === 'regression'
      ? color.red(text)
      : verdict === 'documented'
        ? color.yellow(text)
        : color.green(text);
  const { scenarios, differences } = comparison;
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  const overview = scenarios.map((result) => {
    const reason = because(result);
    const name = result.name.padEnd(width);
    if (reason === '') return `${name}  ${paint(result.verdict, result.verdict)}`;
    return `${name}  ${paint(result.verdict, result.verdict.padEnd(10))}  ${reason}`;
  });
  const details = scenarios.map((result) =>
    [
      color.underline(`${result.name}: ${result.title}`),
      ...sideBySide(result),
      '',
      ...rows(result, paint),
    ].join('\n'),
  );
  const listed = differences.map(({ id, title, mark, page }) => `  ${id} (${mark}): ${title}\n    ${page}`);
  return [
    overview.join('\n'),
    ...details,
    ...(listed.length > 0
      ? [[color.underline('Listed differences of the two APIs'), ...listed].join('\n')]
      : []),
    `${color.bold(summary(scenarios))}\n`,
  ].join('\n\n');
}

function because({ rows, isExercised }: ScenarioResult): string {
  const regressions = rows.filter(({ verdict }) => verdict === 'regression');
  const ids = [...new Set(rows.flatMap(({ differences }) => differences))];
  const reason =
    regressions.length > 0
      ? `${regressions.map(({ observable }) => observable).join(', ')} changed`
      : ids.join(', ');
  return isExercised ? reason : [reason, 'not exercised by the program'].filter(Boolean).join('; ');
}

function sideBySide({ before, after, isExercised, task }: ScenarioResult): string[] {
  const left = ['before', ...before.map(textOf)];
  const right = ['after', ...after.map(textOf)];
  const width = Math.max(...left.map((text) => text.length));
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `  ${(left[index] ?? '').padEnd(width)}${GAP}${right[index] ?? ''}`.trimEnd(),
  );
  return isExercised
    ? lines
    : [...lines, `  The legacy program did not go through it. What it would do: ${task}`];
}

function textOf({ method, path, status, code }: Step): string {
  return `${method} ${path}  ${status === 0 ? '' : status}${code === undefined ? '' : ` ${code}`}`.trimEnd();
}

function rows({ rows }: ScenarioResult, paint: (verdict: Verdict, text: string) => string): string[] {
  const same = rows.filter(({ verdict }) => verdict === 'same').map(({ observable }) => observable);
  const others = rows.filter(({ verdict }) => verdict !== 'same');
  return [
    ...(same.length > 0 ? [`  ${paint('same', 'same')}  ${same.join(', ')}`] : []),
    ...others.map((row) => `  ${paint(row.verdict, row.verdict)}  ${row.observable}${changed(row)}`),
  ];
}

/** From the first line that differs. */
function changed({ before, after, differences }: Row): string {
  const cause = differences.length > 0 ? `  [${differences.join(', ')}]` : '';
  const own = before.split('\n');
  const others = after.split('\n');
  const from = own.findIndex((line, index) => line !== others[index]);
  const start = from < 0 ? own.length : from;
  return `${cause}\n      before  ${firstOf(own.slice(start))}\n      after   ${firstOf(others.slice(start))}`;
}

/** The first line, and how many follow. */
function firstOf([first = '', ...more]: readonly string[]): string {
  if (first === '' && more.length === 0) return 'nothing';
  const shown = first.length > 160 ? `${first.slice(0, 160)}…` : first;
  return more.length === 0 ? shown : `${shown} (and ${count(more.length, 'more line')})`;
}

function summary(scenarios: readonly ScenarioResult[]): string {
  const of = (verdict: Verdict): number => scenarios.filter((result) => result.verdict === verdict).length;
  const idle = scenarios.filter(({ isExercised }) => !isExercised).length;
  const unseen = idle > 0 ? ` ${count(idle, 'scenario')} not exercised.` : '';
  return `${count(scenarios.length, 'scenario')}: ${of('same')} the same, ${of('documented')} with documented differences, ${count(of('regression'), 'regression')}.${unseen}`;
}
