import type { Entry } from './entry.js';
import { matchEntries } from './match.js';
import type { KnownFindings, Policy } from './policy.js';
import type { Subject } from './subjects.js';

/** The entries of a baseline that is written anew. */
export interface Rewritten {
  readonly entries: readonly Entry[];
  readonly added: number;
  readonly removed: number;
}

/**
 * The baseline for what was found: entries keep what people added to them, and follow their finding to another file.
 *
 * @param adds takes in what is not known yet; otherwise entries only go
 */
export function rewritten(
  subjects: readonly Subject[],
  { entries, isLookedAt }: Pick<KnownFindings, 'entries' | 'isLookedAt'>,
  { isGone }: Pick<Policy, 'isGone'>,
  adds: boolean,
): Rewritten {
  const known = matchEntries(subjects, entries, { isGone });
  const kept: Entry[] = [];
  const added: Entry[] = [];
  for (const subject of subjects) {
    const { file, endpoint, method, identity, counts } = subject;
    const fresh = { file, endpoint, method, identity, line: 0 };
    const entry = known.entries.get(subject);
    if (entry) kept.push({ ...entry, ...fresh });
    else if (adds && counts) added.push(fresh);
  }
  // What the run did not look at is not known to be gone.
  const unseen = known.rest.filter(({ file }) => !isLookedAt(file));
  return {
    entries: [...kept, ...added, ...unseen],
    added: added.length,
    removed: known.rest.length - unseen.length,
  };
}
