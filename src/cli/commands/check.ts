import { CONFIDENCES } from '../../analysis/call.js';
import { loadConfig } from '../../config/load.js';
import { look } from '../../look.js';
import { cacheOf, saveCache } from '../cache.js';
import { expectFiles, printFileErrors } from '../errors.js';
import { withBaselineRoot } from '../gate/baseline.js';
import { openGate, runGate } from '../gate/index.js';
import { GATE_HELP, GATE_OPTIONS, gateOptions } from '../gate/options.js';
import { type Command, EXIT } from '../io.js';
import { FILE_OPTIONS, oneOf, parseOptions } from '../options.js';
import { FORMATS_HELP, outputsOf, report, wantsFixes } from '../outputs.js';
import { progress } from '../progress.js';

const OPTIONS = {
  ...FILE_OPTIONS,
  format: { type: 'string', multiple: true },
  confidence: { type: 'string', default: 'likely' },
  'blind-spots': { type: 'boolean', default: false },
  cache: { type: 'boolean', default: false },
  'cache-location': { type: 'string' },
  ...GATE_OPTIONS,
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
  --cache              reads again only what has changed since the last run with --cache
  --cache-location FILE
                       default: node_modules/.cache/akepa-migrate/check.json; turns --cache on
  --format NAME[:FILE] see below; into FILE instead of standard output, and several at once
  -c, --config FILE    default: the nearest akepa.config.{ts,mjs,js,json}
  -h, --help

${GATE_HELP}

Formats
${FORMATS_HELP}

Exit codes
  0 nothing fails   1 something fails   2 usage or config   3 some files could not be processed   4 internal error

Examples
  akepa-migrate check
  akepa-migrate check src 'packages/*/src/**/*.ts'
  akepa-migrate check --confidence possible --format json > calls.json
  akepa-migrate check --format pretty --format sarif:reports/akepa.sarif
  akepa-migrate check --blind-spots --max-blind-spots 40
  akepa-migrate check --write-baseline
  akepa-migrate check --since origin/main
  akepa-migrate check --as-of 2027-03-01
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, OPTIONS);
    const outputs = outputsOf(values.format ?? ['pretty'], io.cwd);
    const confidence = oneOf('confidence', values.confidence, CONFIDENCES.toReversed());
    const gateWith = gateOptions(values);
    const loaded = withBaselineRoot(await loadConfig(io.cwd, values.config), io.cwd);
    const { tick, clear } = progress(io, 'Checking');
    const options = {
      cwd: io.cwd,
      loaded,
      confidence,
      wholeRepository: values['blind-spots'],
      fixes: wantsFixes(outputs),
      onProgress: tick,
    };
    const gate = await openGate(gateWith, options);
    const cache = cacheOf(values, loaded, io);
    const looked = await look(positionals, { ...options, cache });
    clear();
    saveCache(cache, io);
    printFileErrors(looked.errors, io);
    expectFiles(looked.stats, 'checked');
    const result = await runGate(gate, looked, positionals, options);
    await report(result, outputs, io);
    for (const limit of result.gate.limits) io.err(`akepa-migrate: ${limit}\n`);
    if (looked.errors.length > 0) return EXIT.files;
    return result.gate.passes ? EXIT.clean : EXIT.findings;
  },
};
