import type { Issue } from 'codeclimate-types';

import { hashOf } from '../analysis/fingerprint.js';
import type { CheckResult } from '../check.js';
import { hostedName, type ReportContext } from './context.js';
import { json } from './json.js';
import { type Level, levelOf } from './level.js';
import { messageOf } from './message.js';
import { openFindings, staleTodos } from './open.js';

const SEVERITY: Readonly<Record<Level, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  note: 'info',
};

/** What an issue is made of, whatever it is about. */
interface Parts {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly endLine?: number;
  readonly text: string;
  readonly severity: 'major' | 'minor' | 'info';
  readonly fingerprint: string;
}

/** GitLab's code quality report. It takes two issues of one fingerprint for one, so each has its own. */
export function gitlab(result: CheckResult, context: ReportContext): string {
  const seen = new Map<string, number>();
  const issues = partsOf(result).map((parts) => {
    const times = (seen.get(parts.fingerprint) ?? 0) + 1;
    seen.set(parts.fingerprint, times);
    return issueOf(
      times === 1 ? parts : { ...parts, fingerprint: hashOf([parts.fingerprint, times]) },
      context,
    );
  });
  return json(issues);
}

function partsOf(result: CheckResult): Parts[] {
  return [
    ...openFindings(result).map((finding) => ({
      ...finding,
      text: messageOf(finding),
      severity: SEVERITY[levelOf(finding)],
    })),
    ...result.errors.map(({ file, message }) => ({
      code: 'unprocessed-file',
      file,
      line: 1,
      text: `akepa-migrate could not process this file: ${message}`,
      severity: SEVERITY.error,
      fingerprint: hashOf(['unprocessed-file', file]),
    })),
    ...staleTodos(result).map((todo) => ({ ...todo, severity: SEVERITY.warning })),
    ...result.notices.map(({ code, file, line, message }) => ({
      code,
      file,
      line,
      text: message,
      severity: SEVERITY.note,
      fingerprint: hashOf([code, file, message]),
    })),
  ];
}

function issueOf(
  { code, file, line, endLine = line, text, severity, fingerprint }: Parts,
  context: ReportContext,
) {
  return {
    type: 'issue',
    check_name: `akepa-migrate/${code}`,
    // One line, says the specification.
    description: text.replaceAll(/\s+/g, ' '),
    categories: ['Compatibility'],
    severity,
    fingerprint,
    location: { path: hostedName(file, context), lines: { begin: line, end: endLine } },
  } satisfies Issue;
}
