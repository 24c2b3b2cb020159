import type { CheckResult } from '../check.js';
import { legacyEndpoint } from '../endpoints/lookup.js';
import { byFile } from './by-file.js';
import { hostedName, type ReportContext } from './context.js';
import { messageOf } from './message.js';
import { staleTodos } from './open.js';
import { element, textElement, XML_HEAD } from './xml.js';

/** A test case: the same name as long as the call is there, wherever in its file it stands. */
interface Case {
  readonly file: string;
  readonly name: string;
  readonly verdict: 'passed' | 'failure' | 'error' | 'skipped';
  /** What failed. */
  readonly type: string;
  readonly text: string;
}

/** JUnit XML: a suite for each file, a case for each finding; those that don't fail are skipped. */
export function junit(result: CheckResult, context: ReportContext): string {
  const found = casesOf(result).map((item) =>
    item.file === OVERALL ? item : { ...item, file: hostedName(item.file, context) },
  );
  const cases = found.length > 0 ? found : [CLEAN];
  const suites = [...byFile(cases)].map(([file, own]) => suiteOf(file, own));
  const counts = { tests: cases.length, ...countsOf(cases) };
  const time = seconds(result.stats.ms);
  return `${XML_HEAD}${element('testsuites', { name: 'akepa-migrate check', ...counts, time }, suites)}\n`;
}

/** What is about no file. */
const OVERALL = 'akepa-migrate';

/** Some readers take a report without a test for a failure. */
const CLEAN: Case = {
  file: OVERALL,
  name: 'no call of a deprecated endpoint',
  verdict: 'passed',
  type: '',
  text: '',
};

function casesOf(result: CheckResult): Case[] {
  const { findings, errors, gate } = result;
  return [
    ...findings.map((finding) => ({
      file: finding.file,
      name: nameOf(finding),
      verdict: finding.fails ? ('failure' as const) : ('skipped' as const),
      type: finding.code,
      text: `${finding.file}:${finding.line}:${finding.column} ${messageOf(finding)}`,
    })),
    ...staleTodos(result).map(({ file, line, code, text }) => ({
      file,
      name: `TODO ${code}`,
      verdict: 'failure' as const,
      type: code,
      text: `${file}:${line} ${text}`,
    })),
    ...errors.map(({ file, message }) => ({
      file,
      name: 'can be processed',
      verdict: 'error' as const,
      type: 'unprocessed-file',
      text: `${file}: ${message}`,
    })),
    ...gate.limits.map((limit) => ({
      file: OVERALL,
      name: 'limits',
      verdict: 'failure' as const,
      type: 'limit',
      text: limit,
    })),
  ];
}

function nameOf({ endpoint, kind, client, identity }: CheckResult['findings'][number]): string {
  const { method, path } = legacyEndpoint(endpoint);
  const what = `${method ?? 'any'} ${path}`;
  const where = identity.symbol === '' ? '' : ` in ${identity.symbol}`;
  return kind === 'definition' ? `path of ${what}${where}` : `${client} ${kind} ${what}${where}`;
}

function suiteOf(file: string, cases: readonly Case[]): string {
  const times = new Map<string, number>();
  const elements = cases.map((item) => {
    const time = (times.get(item.name) ?? 0) + 1;
    times.set(item.name, time);
    // Readers tell cases apart by their names.
    return caseOf(time === 1 ? item : { ...item, name: `${item.name} (${time})` });
  });
  const skipped = cases.filter(({ verdict }) => verdict === 'skipped').length;
  return element(
    'testsuite',
    { name: file, tests: cases.length, ...countsOf(cases), skipped, time: 0 },
    elements,
  );
}

function caseOf({ file, name, verdict, type, text }: Case): string {
  const attributes = { name, classname: file, time: 0 };
  if (verdict === 'passed') return element('testcase', attributes);
  const inside =
    verdict === 'skipped'
      ? textElement('skipped', {}, text)
      : textElement(verdict, { type, message: text }, text);
  return element('testcase', attributes, [inside]);
}

function countsOf(cases: readonly Case[]): { failures: number; errors: number } {
  const of = (verdict: Case['verdict']): number => cases.filter((item) => item.verdict === verdict).length;
  return { failures: of('failure'), errors: of('error') };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
