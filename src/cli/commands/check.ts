import { CONFIDENCES } from '../../analysis/call.js';
import { check } from '../../check.js';
import { loadConfig } from '../../config/load.js';
import { count } from '../../reporters/words.js';
import { expectFiles, printFileErrors, UsageError } from '../errors.js';
import { type Command, EXIT } from '../io.js';
import { FILE_OPTIONS, oneOf, parseOptions } from '../options.js';
import { FORMATS_HELP, outputsOf, report, wantsFixes } from '../outputs.js';
import { progress } from '../progress.js';

const OPTIONS = {
  ...FILE_OPTIONS,
  format: { type: 'string', multiple: true },
  confidence: { type: 'string', default: 'likely' },
  'blind-spots': { type: 'boolean', default: false },
  'max-blind-spots': { type: 'string' },
} as const;

export const checkCommand: Command = {
  name: 'check',
  summary: 'find the calls of deprecated endpoints',
  help: `akepa-migrate check [paths…] [options]

Finds every call of a deprecated connectFi endpoint below the paths (files, folders, globs; default: .), and the
paths of such that no call was seen to use, and says what \`migrate\` would do with it. Changes nothing.

Options
  --confidence LEVEL   report certain, likely (default) or possible calls and better
  --blind-spots        look for requests without a known URL in every file (slower); default: in the files that
                       are analysed anyway
  --max-blind-spots N  exit with 1 when there are more
  --format NAME[:FILE] see below; into FILE instead of standard output, and several at once
  -c, --config FILE    default: the nearest akepa.config.{ts,mjs,js,json}
  -h, --help

Formats
${FORMATS_HELP}

Exit codes
  0 nothing found   1 findings, or too many blind spots   2 usage or config   3 some files could not be processed   4 internal error

Examples
  akepa-migrate check
  akepa-migrate check src 'packages/*/src/**/*.ts'
  akepa-migrate check --confidence possible --format json > calls.json
  akepa-migrate check --format pretty --format sarif:reports/akepa.sarif
  akepa-migrate check --blind-spots --max-blind-spots 40
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, OPTIONS);
    const outputs = outputsOf(values.format ?? ['pretty'], io.cwd);
    const confidence = oneOf('confidence', values.confidence, CONFIDENCES.toReversed());
    const most = mostOf(values['max-blind-spots']);
    const loaded = await loadConfig(io.cwd, values.config);
    const { tick, clear } = progress(io, 'Checking');
    const result = await check(positionals, {
      cwd: io.cwd,
      loaded,
      confidence,
      wholeRepository: values['blind-spots'],
      fixes: wantsFixes(outputs),
      onProgress: tick,
    });
    clear();
    printFileErrors(result.errors, io);
    expectFiles(result.stats, 'checked');
    report(result, outputs, io);
    const { findings, todos, blindSpots, errors } = result;
    const isBlind = blindSpots.length > most;
    if (isBlind)
      io.err(`akepa-migrate: ${count(blindSpots.length, 'blind spot')}, and --max-blind-spots is ${most}\n`);
    if (errors.length > 0) return EXIT.files;
    return findings.length + todos.length > 0 || isBlind ? EXIT.findings : EXIT.clean;
  },
};

/** @throws {UsageError} for what is no count */
function mostOf(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--max-blind-spots takes a number, not ${text}`);
}
