import type { CheckResult } from '../check.js';

/** A finding a line, as `check --format json` prints it. */
export function jsonl({ findings }: CheckResult): string {
  return findings.map((finding) => `${JSON.stringify(finding)}\n`).join('');
}
