import { loadConfig } from '../../config/load.js';
import { migrateFiles, writePending } from '../../migrate.js';
import { json } from '../../reporters/json.js';
import { prettyMigrate } from '../../reporters/pretty-migrate.js';
import { unifiedDiff } from '../../reporters/unified-diff.js';
import { expectFiles, printFileErrors, UsageError } from '../errors.js';
import { gitChanges } from '../git.js';
import { type Command, EXIT } from '../io.js';
import { FILE_OPTIONS, oneOf, parseOptions } from '../options.js';
import { progress } from '../progress.js';

const OPTIONS = {
  ...FILE_OPTIONS,
  write: { type: 'boolean', short: 'w', default: false },
  force: { type: 'boolean', default: false },
} as const;

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'rewrite the calls that can move, annotate the others',
  help: `akepa-migrate migrate [paths…] [options]

Rewrites the calls of deprecated endpoints below the paths (files, folders, globs; default: .) and puts a
TODO with a code above each call that it can't move. Shows a diff; writes only with --write.

Options
  -w, --write          write the files
      --force          write although git has uncommitted changes
  --format FORMAT      pretty (default) or json
  -c, --config FILE    default: the nearest akepa.config.{ts,mjs,js,json}
  -h, --help

Exit codes
  0 nothing to do, or all written and nothing left   1 a diff is shown, or calls are left
  2 usage or config   3 some files could not be processed   4 internal error

Examples
  akepa-migrate migrate src
  akepa-migrate migrate src --write
  akepa-migrate migrate --format json > migration.json
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, OPTIONS);
    const format = oneOf('format', values.format, ['pretty', 'json']);
    const loaded = await loadConfig(io.cwd, values.config);
    const { tick, clear } = progress(io, 'Reading');
    const { report, pending } = await migrateFiles(positionals, { cwd: io.cwd, loaded, onProgress: tick });
    clear();
    const isWrite = values.write && pending.length > 0;
    const changes = isWrite && !values.force ? gitChanges(pending.map(({ target }) => target)) : [];
    if (changes.length > 0)
      throw new UsageError(
        `git has uncommitted changes (${changes[0] ?? ''}${changes.length > 1 ? ` and ${changes.length - 1} more` : ''}); commit them first, or use --force`,
      );
    const done = isWrite ? writePending(report, pending) : report;
    printFileErrors(done.errors, io);
    expectFiles(done.stats, 'migrated');
    if (format === 'json') io.out(json(done));
    else {
      if (!values.write)
        for (const { targetFile, before, after } of pending)
          io.out(unifiedDiff(targetFile, before, after, io));
      io.out(prettyMigrate(done, { colors: io.colors, written: values.write }));
    }
    if (done.errors.length > 0) return EXIT.files;
    const isOpen =
      done.calls.some(({ outcome }) => outcome !== 'rewritten') || (!values.write && pending.length > 0);
    return isOpen ? EXIT.findings : EXIT.clean;
  },
};
