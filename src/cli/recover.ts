import { type Journal, lastJournal } from '../project/journal.js';
import { nameIn } from '../project/name.js';
import { type EntryState, stateOf, undo } from '../project/undo.js';
import { count } from '../reporters/words.js';
import { UsageError } from './errors.js';
import type { Io } from './io.js';

/**
 * Takes back what a killed run wrote, so that the next one sees the code as it was: of a flow that was written by half,
 * the rest could no longer be understood.
 *
 * @throws {UsageError} when a file was changed since
 */
export function recover(io: Io): void {
  const journal = lastJournal(io.cwd);
  if (!journal || journal.isFinished) return;
  const { written, changed } = killedRun(journal, io.cwd);
  // Killed when all was done.
  if (written === journal.entries.length) return;
  const [first] = changed;
  if (written > 0 && first !== undefined)
    throw new UsageError(
      `an earlier run was killed, and ${first} was changed since; \`akepa-migrate undo\` gives the other files back, then run this again`,
    );
  // Also for the temporary file that it may have left.
  const { restored, refused } = undo(journal);
  const [refusal] = refused;
  if (written > 0 && refusal)
    throw new UsageError(
      `an earlier run was killed, and ${nameIn(io.cwd, refusal.path)} can not be given back (${refusal.why})`,
    );
  if (restored.length > 0)
    io.err(`akepa-migrate: an earlier run was killed; took back ${count(restored.length, 'file')} first\n`);
}

/** Says that the code is as a killed run left it. */
export function warnOfKilledRun(io: Io): void {
  const journal = lastJournal(io.cwd);
  if (!journal || journal.isFinished || journal.isUnderWay) return;
  const { written } = killedRun(journal, io.cwd);
  if (written === 0 || written === journal.entries.length) return;
  io.err(
    `akepa-migrate: an earlier run was killed when it had written ${written} of ${count(journal.entries.length, 'file')}: \`migrate --write\` starts it anew, \`undo\` takes it back\n`,
  );
}

/** How many files are as a run left them, and the names of those that are neither old nor new. */
function killedRun({ entries }: Journal, cwd: string): { written: number; changed: readonly string[] } {
  const states = entries.map((entry) => ({ path: entry.path, state: readable(() => stateOf(entry)) }));
  return {
    written: states.filter(({ state }) => state === 'new').length,
    changed: states
      .filter(({ state }) => state !== 'old' && state !== 'new')
      .map(({ path }) => nameIn(cwd, path)),
  };
}

function readable(read: () => EntryState): EntryState {
  try {
    return read();
  } catch {
    // What can't be read can't be vouched for; undo says why.
    return 'changed';
  }
}
