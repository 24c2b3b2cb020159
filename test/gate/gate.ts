import type { CheckResult } from '../../src/check.js';
import { akepa, type Answer } from '../support/cli.js';
import { git } from '../support/folder.js';

export const BASELINE = '.akepa-baseline.jsonl';

/** What the gate answers, and what it says. */
export interface GateAnswer extends Answer {
  readonly result: CheckResult;
}

/** Runs `check` as a CI job does; the run has to end in a verdict. */
export async function gate(cwd: string, ...args: string[]): Promise<GateAnswer> {
  const answer = await akepa(['check', ...args, '--format', 'json'], { cwd });
  if (answer.out === '') throw new Error(`no verdict: ${answer.err}`);
  // What it prints is checked against the schema elsewhere.
  return { ...answer, result: JSON.parse(answer.out) as CheckResult };
}

/** The exit code, and what fails: `file:line endpoint`. */
export async function verdict(
  cwd: string,
  ...args: string[]
): Promise<{ code: number | null; fails: string[] }> {
  const { code, result } = await gate(cwd, ...args);
  const fails = result.findings
    .filter((finding) => finding.fails)
    .map(({ file, line, endpoint }) => `${file}:${line} ${endpoint}`);
  return { code, fails };
}

/** Nothing fails. */
export const GREEN = { code: 0, fails: [] };

/** Runs git as somebody. */
export function gitAs(cwd: string, ...args: readonly string[]): string {
  return git(cwd, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args);
}
