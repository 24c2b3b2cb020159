import type { Finding } from '../../transforms/result.js';
import type { CheckResult } from '../check.js';
import { legacyEndpoint } from '../endpoints/lookup.js';
import { hostedName, type ReportContext } from './context.js';
import { byImportance, levelOf } from './level.js';
import { messageOf } from './message.js';
import { notOpen, openFindings, staleTodos } from './open.js';
import { count } from './words.js';

/** An annotation, as the runner of GitHub Actions reads it from what a step prints. */
interface Annotation {
  readonly type: (typeof TYPES)[number];
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly title: string;
  readonly message: string;
}

const TYPES = ['error', 'warning', 'notice'] as const;
/** GitHub shows so many of a type for a step, and 50 for a job. */
const MOST = 10;
const TITLE = 'akepa-migrate';

/** Workflow commands that annotate the lines of a pull request; what matters most is first. */
export function github(result: CheckResult, context: ReportContext): string {
  const all = annotationsOf(result, context);
  const counts = notOpen(result);
  const shown = mostOf(all, MOST);
  if (shown.length === all.length && counts === '') return commandsOf(shown);
  // The note is a notice, too.
  const fitting = mostOf(all, MOST - 1);
  return commandsOf([
    ...fitting,
    { type: 'notice', title: TITLE, message: noteOf(all.length - fitting.length, counts) },
  ]);
}

function annotationsOf(result: CheckResult, context: ReportContext): Annotation[] {
  const nameOf = (file: string): string => hostedName(file, context);
  return [
    ...result.gate.limits.map((limit) => ({ type: 'error' as const, title: TITLE, message: `${limit}.` })),
    ...result.errors.map(({ file, message }) => ({
      type: 'error' as const,
      file: nameOf(file),
      title: `${TITLE} could not process this file`,
      message,
    })),
    ...byImportance(openFindings(result)).map((finding) => ({
      ...placeOf(finding),
      file: nameOf(finding.file),
    })),
    ...staleTodos(result).map(({ file, line, code, text }) => ({
      type: 'warning' as const,
      file: nameOf(file),
      line,
      title: `${code} TODO of a migration`,
      message: text,
    })),
    ...result.notices.map(({ code, file, line, message }) => ({
      type: 'notice' as const,
      file: nameOf(file),
      line,
      title: `${TITLE} ${code}`,
      message,
    })),
  ];
}

function placeOf(finding: Finding): Annotation {
  const { line, endLine, column, endpoint, code } = finding;
  const level = levelOf(finding);
  const { method, path } = legacyEndpoint(endpoint);
  return {
    type: level === 'note' ? 'notice' : level,
    line,
    endLine,
    // The runner refuses a column of what takes several lines.
    ...(endLine === line && { col: column }),
    title: `${code} ${method ?? 'any'} ${path} is deprecated`,
    message: messageOf(finding),
  };
}

/** The first of each type; one notice fewer than `MOST` leaves room for the note. */
function mostOf(annotations: readonly Annotation[], notices: number): Annotation[] {
  return TYPES.flatMap((type) =>
    annotations.filter((annotation) => annotation.type === type).slice(0, type === 'notice' ? notices : MOST),
  );
}

function noteOf(missing: number, counts: string): string {
  const cut =
    missing > 0
      ? `${count(missing, 'annotation')} more not shown: GitHub takes ${MOST} errors, ${MOST} warnings and ${MOST} notices of a step. ` +
        'See all of them with --format pretty, or with --format sarif.'
      : '';
  const rest = counts === '' ? '' : `Not annotated: ${counts}.`;
  return [cut, rest].filter(Boolean).join(' ');
}

function commandsOf(annotations: readonly Annotation[]): string {
  return annotations.map((annotation) => `${command(annotation)}\n`).join('');
}

function command({ type, message, ...properties }: Annotation): string {
  const pairs = PROPERTIES.flatMap((name) => {
    const value = properties[name];
    return value === undefined ? [] : [`${name}=${property(String(value))}`];
  });
  return `::${type} ${pairs.join(',')}::${data(message)}`;
}

const PROPERTIES = ['file', 'line', 'endLine', 'col', 'title'] as const;

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
