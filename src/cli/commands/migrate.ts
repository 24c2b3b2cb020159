import { writeFileSync } from 'node:fs';

import { loadConfig } from '../../config/load.js';
import { migrateFiles, type MigrateReport, type PendingFile } from '../../migrate.js';
import { formatCommand } from '../../project/formatter.js';
import { journalHome } from '../../project/journal-home.js';
import { takeLock } from '../../project/lock.js';
import { json } from '../../reporters/json.js';
import { prettyMigrate } from '../../reporters/pretty-migrate.js';
import { summary } from '../../reporters/summary.js';
import { unifiedDiff } from '../../reporters/unified-diff.js';
import { writePending } from '../../write-pending.js';
import { expectFiles, printFileErrors, UsageError } from '../errors.js';
import { gitChanges } from '../git.js';
import { type Command, EXIT, type Io } from '../io.js';
import { type MigrateCommandOptions, migrateOptions } from '../migrate-options.js';
import { progress } from '../progress.js';
import { recover, warnOfKilledRun } from '../recover.js';
import { regressions, verifyRun } from '../verify-run.js';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'rewrite the calls that can move, annotate the others',
  help: `akepa-migrate migrate [paths…] [options]

Rewrites the calls of deprecated endpoints below the paths (files, folders, globs; default: .) and puts a
TODO with a code above each call that it can't move. Shows a diff; writes only with --write.

Options
  -w, --write           write the files; \`akepa-migrate undo\` gives them back. After a run that was killed, run
                        it again: it takes back what that one wrote, and starts anew
      --force           write although git has uncommitted changes
      --only ENDPOINT   move only the flows that consist of this endpoint, such as kyc-status; may be repeated
      --verify types    take back the flows whose edits bring a new TypeScript diagnostic, in their files or in
                        files that import these; uses the project's tsconfig.json and TypeScript
      --verify run      run --before here and --after in a migrated copy of the project, as \`compare\` does;
                        with a regression nothing is written. docs/migrate.md says more
      --before COMMAND, --after COMMAND, --scenario NAME, --timeout SECONDS
                        for --verify run; see \`compare --help\`
      --summary FILE    write what was done as Markdown, for a pull request; - prints it
  --format FORMAT       pretty (default) or json
  -c, --config FILE     default: the nearest akepa.config.{ts,mjs,js,json}
  -h, --help

Exit codes
  0 nothing to do, or all written and nothing left
  1 a diff is shown, calls are left, or --verify run found a regression
  2 usage or config   3 some files could not be processed   4 internal error

Examples
  akepa-migrate migrate src
  akepa-migrate migrate src --write
  akepa-migrate migrate src --write --only kyc-status --summary migration.md
  akepa-migrate migrate --format json > migration.json
`,
  async run(args, io) {
    const options = migrateOptions(args, io.cwd);
    const endLock = options.isWrite ? takeLock(journalHome(io.cwd), options.isForced) : undefined;
    const { done, pending } = await migrateAndWrite(options, io).finally(endLock);
    printFileErrors(done.errors, io);
    expectFiles(done.stats, 'migrated');
    if (options.summary !== undefined) writeSummary(options.summary, done, options, io);
    if (options.format === 'json') io.out(json(done));
    else if (options.summary !== '-') await print(done, pending, options, io);
    if (done.errors.length > 0) return EXIT.files;
    const isOpen =
      done.calls.some(({ outcome }) => outcome !== 'rewritten') || (!options.isWrite && pending.length > 0);
    return isOpen ? EXIT.findings : EXIT.clean;
  },
};

/** @throws {UsageError} when the tree is not as it has to be */
async function migrateAndWrite(
  { paths, config, isWrite, isForced, only, verifyTypes, programs }: MigrateCommandOptions,
  io: Io,
): Promise<{ done: MigrateReport; pending: readonly PendingFile[] }> {
  const { cwd } = io;
  const loaded = await loadConfig(cwd, config);
  if (isWrite) recover(io);
  else warnOfKilledRun(io);
  const { tick, clear } = progress(io, 'Reading');
  const migrated = await migrateFiles(paths, {
    cwd,
    loaded,
    verifyTypes,
    onProgress: tick,
    ...(only && { only }),
  }).finally(clear);
  if (migrated.pending.length === 0) return { done: migrated.report, pending: [] };
  if (isWrite && !isForced) expectCleanTree(migrated.pending);
  const { report, pending } = programs ? await verifyRun(migrated, programs, io) : migrated;
  const done = isWrite && pending.length > 0 ? writePending(report, pending, cwd) : report;
  return { done, pending };
}

function expectCleanTree(pending: readonly PendingFile[]): void {
  const changes = gitChanges(pending.map(({ target }) => target));
  if (changes.length === 0) return;
  const more = changes.length > 1 ? ` and ${changes.length - 1} more` : '';
  throw new UsageError(
    `git has uncommitted changes (${changes[0] ?? ''}${more}); commit them first, or use --force`,
  );
}

function writeSummary(
  file: string,
  report: MigrateReport,
  { isWrite }: MigrateCommandOptions,
  { out }: Io,
): void {
  const text = summary(report, { written: isWrite });
  if (file === '-') out(text);
  else writeFileSync(file, text);
}

async function print(
  done: MigrateReport,
  pending: readonly PendingFile[],
  { isWrite }: MigrateCommandOptions,
  io: Io,
): Promise<void> {
  if (!isWrite)
    for (const { targetFile, before, after } of pending) io.out(unifiedDiff(targetFile, before, after, io));
  const { comparison } = done.verification;
  if (comparison && regressions(comparison).length > 0) {
    const { prettyCompare } = await import('../../reporters/pretty-compare.js');
    io.out(`${prettyCompare(comparison, { colors: io.colors })}\n`);
  }
  const written = new Set(done.files.map(({ file }) => file));
  const targets = pending
    .filter(({ source }) => written.has(source.file))
    .map(({ targetFile }) => targetFile);
  const format = isWrite ? formatCommand(io.cwd, targets) : undefined;
  io.out(prettyMigrate(done, { colors: io.colors, written: isWrite, format }));
}
