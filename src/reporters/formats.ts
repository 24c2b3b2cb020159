import type { CheckResult } from '../check.js';
import { checkstyle } from './checkstyle.js';
import type { ReportContext } from './context.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { jsonl } from './jsonl.js';
import { junit } from './junit.js';
import { markdownCheck } from './markdown-check.js';
import { prettyCheck } from './pretty-check.js';
import { sarif } from './sarif.js';

/** A way to print what `check` found. */
export interface CheckFormat {
  /** One line for `--help`. */
  readonly summary: string;
  /** Says how migrate would change a file. */
  readonly hasFixes?: true;
  readonly report: (result: CheckResult, context: ReportContext) => string;
}

/** The formats of `check`, by name. */
export const CHECK_FORMATS = {
  pretty: { summary: 'for people (default)', report: prettyCheck },
  json: { summary: 'everything; schema/check.json is its schema', hasFixes: true, report: json },
  jsonl: { summary: 'a finding a line, as in json', hasFixes: true, report: jsonl },
  sarif: { summary: 'SARIF 2.1.0, for code scanning', hasFixes: true, report: sarif },
  github: { summary: 'annotations of GitHub Actions', report: github },
  gitlab: { summary: "GitLab's code quality report", report: gitlab },
  junit: { summary: 'JUnit XML', report: junit },
  checkstyle: { summary: 'Checkstyle XML', report: checkstyle },
  markdown: { summary: 'for a step summary or a comment', report: markdownCheck },
} as const satisfies Readonly<Record<string, CheckFormat>>;

export type CheckFormatName = keyof typeof CHECK_FORMATS;
