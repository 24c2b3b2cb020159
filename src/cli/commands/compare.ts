import { json } from '../../reporters/json.js';
import { UsageError } from '../errors.js';
import { type Command, EXIT } from '../io.js';
import { FILE_OPTIONS, oneOf, parseOptions, secondsOf } from '../options.js';
import { progress } from '../progress.js';

const OPTIONS = {
  before: { type: 'string' },
  after: { type: 'string' },
  scenario: { type: 'string', multiple: true },
  timeout: { type: 'string', default: '30' },
  format: FILE_OPTIONS.format,
  help: FILE_OPTIONS.help,
} as const;

export const compareCommand: Command = {
  name: 'compare',
  summary: 'run a flow before and after its migration, and compare what it does',
  help: `akepa-migrate compare [options] --before COMMAND --after COMMAND

Runs two programs, the code before and after its migration, against the bundled reference, and compares what
became observable: which document ended with whom, the KYC decision, refusals, output and exit code.
A difference is documented (one of the two APIs') or a regression. docs/compare.md says how to write the programs.

Each run finds in its environment
  CONNECTFI_BASE_URL  CONNECTFI_TOKEN  CONNECTFI_CUSTOMER_ID  CONNECTFI_ENTITY_ID  CONNECTFI_APPLICATION_ID
  CONNECTFI_SLOT_IDS and CONNECTFI_FILES, JSON arrays, front first   CONNECTFI_SCENARIO

Options
      --before COMMAND   a command line, run in the shell
      --after COMMAND
      --scenario NAME    may be repeated; default: all of them
      --timeout SECONDS  of one run; default: 30
  --format FORMAT        pretty (default) or json
  -h, --help

Exit codes
  0 the same, but for documented differences   1 a regression
  2 usage, or a program that can't be started, hangs, or never calls   4 internal error

Examples
  akepa-migrate compare --before "node old.mjs" --after "node new.mjs"
  akepa-migrate compare --before "node old.mjs" --after "node new.mjs" --scenario happy-path
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, OPTIONS);
    const format = oneOf('format', values.format, ['pretty', 'json']);
    const { before, after } = values;
    if (positionals[0] !== undefined)
      throw new UsageError(`compare takes no paths, such as ${positionals[0]}`);
    if (before === undefined || after === undefined)
      throw new UsageError('compare takes --before and --after');
    const { compare } = await import('../../compare/index.js');
    const { tick, clear } = progress(io, 'Comparing', 'scenarios');
    const abort = new AbortController();
    void io.stopped().then(() => abort.abort());
    const comparison = await compare({
      before,
      after,
      timeout: secondsOf(values.timeout) * 1000,
      cwd: io.cwd,
      onProgress: tick,
      signal: abort.signal,
      ...(values.scenario && { scenarios: values.scenario }),
    }).finally(clear);
    const { prettyCompare } = await import('../../reporters/pretty-compare.js');
    io.out(format === 'json' ? json(comparison) : prettyCompare(comparison, { colors: io.colors }));
    const isWorse = comparison.scenarios.some(({ verdict }) => verdict === 'regression');
    return isWorse ? EXIT.findings : EXIT.clean;
  },
};
