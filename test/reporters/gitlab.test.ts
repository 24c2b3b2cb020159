import { Ajv } from 'ajv';
import { expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { gitlab } from '../../src/reporters/gitlab.js';
import { AWKWARD, AWKWARD_FILE, CONTEXT, finding, result } from './awkward.js';

interface Issue {
  readonly check_name: string;
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** What GitLab's documentation asks of a report: https://docs.gitlab.com/ci/testing/code_quality/. */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      // The specification that it is a part of wants one line.
      description: { type: 'string', pattern: '^[^\\r\\n]+$' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/).+' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

const validate = new Ajv({ allErrors: true }).compile<Issue[]>(SCHEMA);

function issuesOf(of: CheckResult): Issue[] {
  const issues: unknown = JSON.parse(gitlab(of, CONTEXT));
  if (!validate(issues)) throw new Error(JSON.stringify(validate.errors));
  return issues;
}

test('the report is one that GitLab documents', () => {
  const issues = issuesOf(AWKWARD);
  expect(issues.map(({ check_name, severity }) => [check_name, severity])).toEqual([
    ['akepa-migrate/AK202', 'major'],
    ['akepa-migrate/AK201', 'minor'],
    ['akepa-migrate/AK207', 'info'],
    ['akepa-migrate/AK202', 'minor'],
    ['akepa-migrate/AK202', 'minor'],
    ['akepa-migrate/unprocessed-file', 'major'],
    ['akepa-migrate/AK308', 'minor'],
    ['akepa-migrate/AK308', 'minor'],
    ['akepa-migrate/AK402', 'info'],
  ]);
  expect(issues[0]?.location).toEqual({ path: `packages/kyc/${AWKWARD_FILE}`, lines: { begin: 3, end: 6 } });
  expect(issuesOf(result())).toEqual([]);
});

test('a fingerprint is of one issue only, and the same in the next run', () => {
  const twice = result({ ...AWKWARD, findings: [...AWKWARD.findings, ...AWKWARD.findings] });
  const prints = issuesOf(twice).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
  expect(issuesOf(twice).map(({ fingerprint }) => fingerprint)).toEqual(prints);
});

test('a finding keeps its own fingerprint wherever its line moves', () => {
  const printsAt = (line: number): string[] =>
    issuesOf(result({ findings: [finding({ line })] })).map(({ fingerprint }) => fingerprint);
  expect(printsAt(3)).toEqual(printsAt(4000));
});
