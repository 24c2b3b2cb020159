import { findJournal, journalHome } from '../../project/journal-home.js';
import { JournalError, lastJournal } from '../../project/journal.js';
import { takeLock } from '../../project/lock.js';
import { nameIn } from '../../project/name.js';
import { undo, type Undone } from '../../project/undo.js';
import { count } from '../../reporters/words.js';
import { printFileErrors, UsageError } from '../errors.js';
import { type Command, EXIT } from '../io.js';
import { FILE_OPTIONS, parseOptions } from '../options.js';

const OPTIONS = { force: { type: 'boolean', default: false }, help: FILE_OPTIONS.help } as const;

export const undoCommand: Command = {
  name: 'undo',
  summary: 'give back the files that the last migrate --write changed',
  help: `akepa-migrate undo [options]

Gives back, byte for byte, every file that the last run of \`migrate\` changed in this project, also when it
was killed. A file that was changed since is named and left alone. Only the last run that wrote can be undone.

Options
      --force    although a run seems to be writing
  -h, --help

Exit codes
  0 every file is as it was before the run   2 usage, or no run to undo
  3 some files were changed since, are gone, or can not be written   4 internal error

Examples
  akepa-migrate migrate -w; akepa-migrate undo
`,
  run(args, io) {
    const { values, positionals } = parseOptions(args, OPTIONS);
    const [path] = positionals;
    if (path !== undefined) throw new UsageError(`undo takes no paths, such as ${path}`);
    const { startedAt, restored, unchanged, refused } = undoLast(io.cwd, values.force);
    const names = (paths: readonly string[]): string[] => paths.map((one) => nameIn(io.cwd, one)).sort();
    printFileErrors(
      refused.map(({ path, why }) => ({ file: nameIn(io.cwd, path), message: why })),
      io,
    );
    const others =
      unchanged.length > 0 ? ` ${count(unchanged.length, 'file')} had nothing to give back.` : '';
    io.out(
      `${names(restored)
        .map((name) => `  ${name}\n`)
        .join('')}Gave back ${count(restored.length, 'file')} of the run of ${startedAt}.${others}\n`,
    );
    return Promise.resolve(refused.length > 0 ? EXIT.files : EXIT.clean);
  },
};

function undoLast(cwd: string, isForced: boolean): Undone & { readonly startedAt: string } {
  // A first run may be under way, and have no journal yet.
  const endLock = takeLock(findJournal(cwd) ?? journalHome(cwd), isForced);
  try {
    const journal = lastJournal(cwd);
    if (!journal) throw new JournalError('there is nothing to undo: no `migrate --write` ran here');
    return { startedAt: journal.startedAt, ...undo(journal) };
  } finally {
    endLock();
  }
}
