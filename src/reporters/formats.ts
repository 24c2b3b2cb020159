import type { CheckResult } from '../check.js';
import type { ReportContext } from './context.js';

export type CheckReporter = (result: CheckResult, context: ReportContext) => string;

/** A way to print what `check` found. */
export interface CheckFormat {
  /** One line for `--help`. */
  readonly summary: string;
  /** Says how migrate would change a file. */
  readonly hasFixes?: true;
  /** Of the formats, a run needs one or two. */
  readonly load: () => Promise<CheckReporter>;
}

/** The formats of `check`, by name. */
export const CHECK_FORMATS = {
  pretty: {
    summary: 'for people (default)',
    load: async () => (await import('./pretty-check.js')).prettyCheck,
  },
  json: {
    summary: 'everything; schema/check.json is its schema',
    hasFixes: true,
    load: async () => (await import('./json.js')).json,
  },
  jsonl: {
    summary: 'a finding a line, as in json',
    hasFixes: true,
    load: async () => (await import('./jsonl.js')).jsonl,
  },
  sarif: {
    summary: 'SARIF 2.1.0, for code scanning',
    hasFixes: true,
    load: async () => (await import('./sarif.js')).sarif,
  },
  github: {
    summary: 'annotations of GitHub Actions',
    load: async () => (await import('./github.js')).github,
  },
  gitlab: { summary: "GitLab's code quality report", load: async () => (await import('./gitlab.js')).gitlab },
  junit: { summary: 'JUnit XML', load: async () => (await import('./junit.js')).junit },
  checkstyle: { summary: 'Checkstyle XML', load: async () => (await import('./checkstyle.js')).checkstyle },
  markdown: {
    summary: 'for a step summary or a comment',
    load: async () => (await import('./markdown-check.js')).markdownCheck,
  },
} as const satisfies Readonly<Record<string, CheckFormat>>;

export type CheckFormatName = keyof typeof CHECK_FORMATS;
