import { createColors } from 'picocolors';

import type { Finding } from '../../transforms/result.js';
import type { CheckResult } from '../check.js';
import type { BlindSpotResult } from '../look.js';
import { requirePackage } from '../packages.js';
import { NEXT } from './message.js';
import { gateLines } from './gate-lines.js';
import { openFindings, staleTodos } from './open.js';
import { count } from './words.js';

export interface PrettyOptions {
  readonly colors: boolean;
  /** The text of a file, for its code frames; undefined leaves the frame out. */
  readonly textOf: (file: string) => string | undefined;
}

/** See {@link BlindSpotResult}. */
const NO_CLIENT = 'none';

type Colors = ReturnType<typeof createColors>;

/** Findings by file with code frames, leftover annotations, and a summary line. */
export function prettyCheck(result: CheckResult, { colors, textOf }: PrettyOptions): string {
  const color = createColors(colors);
  const open = openFindings(result);
  const files = [...new Set(open.map(({ file }) => file))];
  const groups = files.map((file) => {
    const text = textOf(file);
    const findings = open.filter((finding) => finding.file === file);
    return `${color.underline(file)}\n${findings.map((finding) => describe(finding, text, color)).join('\n')}\n`;
  });
  return [...groups, todoLines(result, color), summary(result, color)]
    .filter((part) => part !== '')
    .join('\n');
}

function describe(finding: Finding, text: string | undefined, color: Colors): string {
  const { line, column, endLine, endColumn, code, client, confidence, disposition, evidence } = finding;
  const place = `${line}:${column}`;
  const lines = [
    `  ${color.bold(place)}  ${finding.message} ${color.dim(code)}`,
    color.dim(`  ${client === NO_CLIENT ? '' : `${client}, `}${confidence}: ${evidence.join('; ')}`),
    ...finding.trail.map((entry) => color.dim(`  path from ${entry.file}:${entry.line}  ${entry.text}`)),
    ...finding.notes.map((note) => `  ${color.yellow('note')} ${note}`),
    `  ${NEXT[disposition]}${finding.todos.map((todo) => `\n    ${color.yellow(todo.code)} ${todo.text}`).join('')}`,
  ];
  if (text === undefined) return lines.join('\n');
  const frame = requirePackage('@babel/code-frame').codeFrameColumns(
    text,
    {
      start: { line, column },
      end: endLine === line ? { line, column: endColumn } : { line, column: column + 1 },
    },
    { highlightCode: false, linesAbove: 1, linesBelow: 1 },
  );
  return [...lines, ...frame.split('\n').map((row) => `  ${color.dim(row)}`), ''].join('\n');
}

function todoLines(result: CheckResult, color: Colors): string {
  const stale = staleTodos(result);
  if (stale.length === 0) return '';
  const lines = stale.map(({ file, line, code, text }) => `  ${file}:${line}  ${color.yellow(code)} ${text}`);
  return `${color.underline('TODOs that no longer fit; migrate --write removes them')}\n${lines.join('\n')}\n`;
}

function summary(result: CheckResult, color: Colors): string {
  const { findings, blindSpots, todos, stats } = result;
  const others = blindSpots.filter((spot) => !isReported(spot, findings));
  const reported = blindSpots.length - others.length;
  const lines = [
    ...headline(result, color),
    `${count(stats.files, 'file')} looked at, ${stats.parsed} parsed, ${count(stats.httpCalls, 'HTTP call')} seen in them, ` +
      `the URL of ${stats.httpCalls - stats.resolvedCalls} is not known${share(stats)}. ${(stats.ms / 1000).toFixed(1)} s`,
    ...(blindSpots.length > 0
      ? [
          `${count(blindSpots.length, 'blind spot')}${reported > 0 ? `, ${reported} reported above` : ''}${others.length > 0 ? ':' : '.'}`,
        ]
      : []),
    ...others.map(({ file, line, client, why }) =>
      color.dim(`  ${file}:${line}  ${client === NO_CLIENT ? '' : `${client}: `}${why}`),
    ),
    ...(stats.belowConfidence > 0
      ? [
          `${count(stats.belowConfidence, 'less certain call')} not shown; see them with a lower --confidence.`,
        ]
      : []),
    ...(stats.minified > 0 ? [`${count(stats.minified, 'minified file')} left out.`] : []),
    ...(todos.length > 0 ? [`${count(todos.length, 'TODO')} in the code.`] : []),
    ...gateLines(result, color),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was found, in one line or two. */
function headline(result: CheckResult, color: Colors): string[] {
  const { findings: all, stats } = result;
  const findings = openFindings(result);
  if (findings.length === 0 && all.length > 0) return [color.green('No legacy call that fails.')];
  const calls = findings.filter(({ kind }) => kind !== 'definition');
  const paths = findings.length - calls.length;
  const of = (disposition: Finding['disposition']): number =>
    calls.filter((call) => call.disposition === disposition).length;
  const none = `No legacy call seen in ${count(stats.files, 'file')}.`;
  return [
    calls.length > 0
      ? color.bold(
          `${count(calls.length, 'legacy call')} in ${count(filesOf(calls), 'file')}: ` +
            `${of('rewrite')} can be rewritten, ${of('todo')} ${of('todo') === 1 ? 'needs' : 'need'} a decision, ` +
            `${of('report')} only reported.`,
        )
      : paths > 0
        ? none
        : color.green(none),
    ...(paths > 0 ? [color.bold(`${count(paths, 'legacy path')} that no call was seen to use.`)] : []),
  ];
}

function filesOf(findings: readonly Finding[]): number {
  return new Set(findings.map(({ file }) => file)).size;
}

/** A path that stands among the findings already. */
function isReported({ file, line, client }: BlindSpotResult, findings: readonly Finding[]): boolean {
  return (
    client === NO_CLIENT &&
    findings.some(
      (finding) => finding.kind === 'definition' && finding.file === file && finding.line === line,
    )
  );
}

/** The share of HTTP calls whose URL is known. */
function share({ httpCalls, resolvedCalls }: CheckResult['stats']): string {
  return httpCalls === 0 ? '' : ` (${Math.floor((100 * resolvedCalls) / httpCalls)} % resolved)`;
}
