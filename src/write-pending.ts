import { statSync } from 'node:fs';

import { leftCall } from '../transforms/result.js';
import { messageOf } from './message-of.js';
import type { MigrateReport, PendingFile } from './migrate.js';
import { beginJournal, hashOf, type JournalEntry } from './project/journal.js';
import { journalHome } from './project/journal-home.js';
import { undo } from './project/undo.js';
import { writeAtomically } from './project/write.js';

/** Files that were not written, by their name, and why. */
type Failures = Map<string, string>;

/**
 * Writes the changed files, each at once, and notes first what gives them back. A file that can't be written is named,
 * those that share a flow with it are left as they were, and the others go on.
 *
 * @param cwd absolute; the journal lies in its project
 * @returns the report of what was really done
 * @throws {JournalError} when the journal can't be written; nothing was written then
 */
export function writePending(
  report: MigrateReport,
  pending: readonly PendingFile[],
  cwd: string,
): MigrateReport {
  const failures: Failures = new Map();
  const entries = new Map<PendingFile, JournalEntry>();
  for (const file of pending) attempt(file, failures, () => entries.set(file, entryOf(file)));
  const endJournal = beginJournal(journalHome(cwd), [...entries.values()]);
  const kept: Failures = new Map();
  const groups = new Set(pending.map(({ group }) => group));
  for (const group of groups) {
    const files = pending.filter((file) => file.group === group);
    writeGroup(files, entries, failures);
    const cause = files.find(({ source }) => failures.has(source.file));
    if (!cause) continue;
    const reason = `A flow moves as one, and ${cause.source.file} of its flow can not be written`;
    for (const { source } of files) if (!failures.has(source.file)) kept.set(source.file, reason);
  }
  endJournal();
  return doneOf(report, failures, kept);
}

/** All files of a group, or none. */
function writeGroup(
  files: readonly PendingFile[],
  entries: ReadonlyMap<PendingFile, JournalEntry>,
  failures: Failures,
): void {
  const written: PendingFile[] = [];
  for (const file of files) {
    attempt(file, failures, () => {
      if (failures.has(file.source.file)) return;
      writeAtomically(file.target, file.after, { expected: file.before });
      written.push(file);
    });
    if (failures.has(file.source.file)) break;
  }
  if (written.length === files.length) return;
  for (const file of written)
    attempt(file, failures, () => {
      const entry = entries.get(file);
      const [refusal] = entry ? undo({ entries: [entry] }).refused : [];
      if (refusal) throw new Error(`and not given back: ${refusal.why}`);
    });
}

function attempt({ source }: PendingFile, failures: Failures, action: () => void): void {
  try {
    action();
  } catch (error) {
    const reason = messageOf(error);
    failures.set(source.file, `it can not be written (${reason})`);
  }
}

function entryOf({ target, before, after }: PendingFile): JournalEntry {
  return { path: target, mode: statSync(target).mode & 0o7777, before, after: hashOf(after) };
}

/** @param kept files that stay for the sake of others */
function doneOf(report: MigrateReport, failures: Failures, kept: Failures): MigrateReport {
  const reasons = new Map([...failures, ...kept]);
  return {
    ...report,
    calls: report.calls.map((call) => {
      const reason = reasons.get(call.file);
      return reason === undefined ? call : leftCall(call, reason);
    }),
    files: report.files.filter(({ file }) => !reasons.has(file)),
    errors: [...report.errors, ...[...failures].map(([file, message]) => ({ file, message }))],
  };
}
