import { gzipSync } from 'node:zlib';

import type { Log } from 'sarif';

import type { CheckResult } from '../check.js';
import type { ReportContext } from './context.js';
import { json } from './json.js';
import { byImportance } from './level.js';
import { ROOT_ID, rootUri } from './sarif/locations.js';
import { NOTIFICATIONS, notificationsOf } from './sarif/notifications.js';
import { resultOf } from './sarif/results.js';
import { RULES } from './sarif/rules.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/akepa-migrate/akepa-migrate';
/** GitHub refuses a run with more. */
const MOST_RESULTS = 25_000;
/** GitHub refuses a file that is larger once it is compressed. */
const MOST_BYTES = 10_000_000;

/** SARIF 2.1.0, within the limits of GitHub code scanning; the least important results are cut, and it says so. */
export function sarif(result: CheckResult, context: ReportContext): string {
  for (let most = MOST_RESULTS; ; most = Math.floor(Math.min(most, result.findings.length) / 2)) {
    const text = json(logOf(result, most, context));
    if (most === 0 || fits(text)) return text;
  }
}

function fits(text: string): boolean {
  // What is small as it is need not be compressed.
  return Buffer.byteLength(text) <= MOST_BYTES || gzipSync(text).length <= MOST_BYTES;
}

function logOf(result: CheckResult, most: number, context: ReportContext): Log {
  const { findings, errors } = result;
  const shown = findings.length > most ? byImportance(findings).slice(0, most) : findings;
  const options = {
    hasBaseline: findings.some(({ known }) => known),
    hasSuppressions: findings.some(({ suppressed }) => suppressed),
  };
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'akepa-migrate',
            version: context.version,
            semanticVersion: context.version,
            informationUri: HOME,
            rules: [...RULES],
            notifications: [...NOTIFICATIONS],
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT_ID]: { uri: rootUri(context) } },
        invocations: [
          {
            executionSuccessful: errors.length === 0,
            toolExecutionNotifications: notificationsOf(result, findings.length - shown.length, context),
          },
        ],
        results: shown.map((finding) => resultOf(finding, options, context)),
      },
    ],
  };
}
