import type { CheckResult } from '../check.js';
import { byFile } from './by-file.js';
import { hostedName, type ReportContext } from './context.js';
import { levelOf } from './level.js';
import { messageOf } from './message.js';
import { notOpen, openFindings, staleTodos } from './open.js';
import { element, XML_HEAD } from './xml.js';

interface Entry {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly code: string;
}

/** The version of Checkstyle whose reports most readers know. */
const VERSION = '4.3';

/** Checkstyle's XML: the errors of each file. */
export function checkstyle(result: CheckResult, context: ReportContext): string {
  const files = [...byFile(entriesOf(result))].map(([file, entries]) =>
    element('file', { name: hostedName(file, context) }, entries.map(errorOf)),
  );
  const counts = notOpen(result);
  // The format has no place for them, and some readers expect nothing before the root.
  const comment = counts === '' ? '' : `<!-- not listed: ${counts} -->\n`;
  return `${XML_HEAD}${element('checkstyle', { version: VERSION }, files)}\n${comment}`;
}

function entriesOf(result: CheckResult): Entry[] {
  return [
    ...openFindings(result).map((finding) => {
      const level = levelOf(finding);
      const severity = level === 'note' ? ('info' as const) : level;
      return { ...finding, severity, message: messageOf(finding) };
    }),
    ...staleTodos(result).map((todo) => ({ ...todo, severity: 'warning' as const, message: todo.text })),
    ...result.notices.map((notice) => ({ ...notice, severity: 'info' as const })),
    ...result.errors.map(({ file, message }) => ({
      file,
      line: 1,
      severity: 'error' as const,
      message: `akepa-migrate could not process this file: ${message}`,
      code: 'unprocessed-file',
    })),
  ];
}

function errorOf({ line, column, severity, message, code }: Entry): string {
  return element('error', {
    line,
    ...(column !== undefined && { column }),
    severity,
    message,
    source: `akepa-migrate.${code}`,
  });
}
