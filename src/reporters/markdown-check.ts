import type { Finding } from '../../transforms/result.js';
import type { CheckResult } from '../check.js';
import { codeUrl } from '../codes/docs-url.js';
import { legacyEndpoint, successorText } from '../endpoints/lookup.js';
import { byFile } from './by-file.js';
import { hostedName, type ReportContext } from './context.js';
import { byImportance } from './level.js';
import { code, compactTable, prose } from './markdown.js';
import { notOpen, openFindings, staleTodos } from './open.js';
import { count } from './words.js';

/** The most characters of a comment on GitHub; a step summary takes 1 MiB. */
const LIMIT = 65_536;
/** More rows than fit, however short they are. */
const MOST_ROWS = 1500;
/** The most entries of a list, and the most characters of an entry. */
const MOST_ENTRIES = 20;
const MOST_CHARACTERS = 400;
const LINK = /(?<!\\)\[(AK\d+)\]/g;

/** The open findings, a table for each file, for a step summary or a comment on a pull request. */
export function markdownCheck(result: CheckResult, context: ReportContext): string {
  // The files that matter most are first, and each file's findings in the order of their places.
  const open = openFindings(result);
  const inPlace = byFile(open);
  const findings = [...byFile(byImportance(open)).keys()].flatMap((file) => inPlace.get(file) ?? []);
  let [fits, tooMany] = [0, Math.min(findings.length, MOST_ROWS) + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (render(result, findings, middle, context).length <= LIMIT) fits = middle;
    else tooMany = middle;
  }
  return render(result, findings, fits, context);
}

function render(
  result: CheckResult,
  findings: readonly Finding[],
  most: number,
  context: ReportContext,
): string {
  const shown = findings.slice(0, most);
  const missing = findings.length - shown.length;
  const parts = [
    "## connectFi's deprecated endpoints",
    headline(findings, result),
    ...result.gate.limits.map((limit) => `**Failed**: ${words(limit)}.`),
    ...(missing > 0
      ? [`**${count(missing, 'finding')} more not shown**: the report would be longer than GitHub takes.`]
      : []),
    ...[...byFile(shown)].flatMap(([file, own]) => [`### ${code(hostedName(file, context))}`, tableOf(own)]),
    ...section('TODOs that no longer fit', todosOf(result, context)),
    ...section(
      'Files that could not be processed',
      result.errors.map(({ file, message }) => `${code(hostedName(file, context))}: ${words(message)}`),
    ),
    ...section(
      'Suppressions and baseline',
      result.notices.map(
        ({ code: id, file, line, message }) =>
          `${code(`${hostedName(file, context)}:${line}`)} ${link(id)} ${words(message)}`,
      ),
    ),
    ...section('Requests that could not be followed', blindSpotsOf(result, context)),
  ];
  return `${[...parts, ...addresses(parts.join('\n'))].join('\n\n')}\n`;
}

function headline(findings: readonly Finding[], result: CheckResult): string {
  const { stats } = result;
  const of = (disposition: Finding['disposition']): number =>
    findings.filter((finding) => finding.disposition === disposition).length;
  const counts = notOpen(result);
  const rest = counts === '' ? '' : ` Besides: ${counts}.`;
  if (findings.length === 0) return `Nothing found in ${count(stats.files, 'file')}.${rest}`;
  return (
    `**${count(findings.length, 'finding')}** in ${count(new Set(findings.map(({ file }) => file)).size, 'file')} ` +
    `of ${stats.files}: ${of('rewrite')} can be rewritten, ${of('todo')} need a decision, ${of('report')} are only reported.${rest}`
  );
}

function tableOf(findings: readonly Finding[]): string {
  return compactTable(
    ['line', 'deprecated', 'successor', 'seen as', 'migrate'],
    findings.map((finding) => {
      const endpoint = legacyEndpoint(finding.endpoint);
      const successor = successorText(endpoint);
      return [
        String(finding.line),
        `${link(finding.code)} ${inCell(`${endpoint.method ?? 'any'} ${endpoint.path}`)}`,
        successor === '' ? 'none' : inCell(successor),
        seenAs(finding),
        next(finding),
      ];
    }),
  );
}

function seenAs({ kind, client, confidence }: Finding): string {
  const what = {
    request: `${client} call`,
    mock: `${client} test double`,
    definition: 'path without a call',
  };
  return `${prose(what[kind])}, ${confidence}`;
}

function next({ disposition, todos, notes }: Finding): string {
  const first = {
    rewrite: 'rewrites it',
    todo: `leaves a TODO: ${todos.map((todo) => `${link(todo.code)} ${words(todo.text)}`).join('<br>')}`,
    report: 'leaves it',
  };
  return [first[disposition], ...notes.map(words)].join('<br>');
}

function todosOf(result: CheckResult, context: ReportContext): string[] {
  return staleTodos(result).map(
    ({ file, line, code: id, text }) =>
      `${code(`${hostedName(file, context)}:${line}`)} ${link(id)} ${words(text)}`,
  );
}

function blindSpotsOf({ blindSpots }: CheckResult, context: ReportContext): string[] {
  return blindSpots.map(
    ({ file, line, client, why }) =>
      `${code(`${hostedName(file, context)}:${line}`)} ${client === 'none' ? '' : `${prose(client)}: `}${words(why)}`,
  );
}

function section(title: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  const more = entries.length - MOST_ENTRIES;
  const list = [...entries.slice(0, MOST_ENTRIES), ...(more > 0 ? [`and ${more} more`] : [])];
  return [`### ${title}`, list.map((entry) => `- ${entry}`).join('\n')];
}

/** The addresses are at the end, once for each code. */
function link(id: string): string {
  return `[${id}]`;
}

function addresses(text: string): string[] {
  const ids = [...new Set([...text.matchAll(LINK)].map(([, id = '']) => id))].sort();
  return ids.length === 0 ? [] : [ids.map((id) => `[${id}]: ${codeUrl(id)}`).join('\n')];
}

/** A code span in a table: what escapes a pipe there is no part of the span. */
function inCell(text: string): string {
  return code(text.replaceAll('|', String.raw`\|`));
}

/** A sentence in one line. */
function words(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return prose(line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line);
}
