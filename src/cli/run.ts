import { COMMANDS } from './commands/index.js';
import { UsageError } from './errors.js';
import { type Command, EXIT, type ExitCode, type Io } from './io.js';
import { version } from './version.js';

/** Errors that people can act on; everything else is a defect of ours. */
const KNOWN_ERRORS = new Set([
  'UsageError',
  'ConfigError',
  'KnownError',
  'CompareError',
  'JournalError',
  'LockError',
  'VerifyError',
  'BaselineError',
]);

/** Runs a command line (without node and script) and answers the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof Error && KNOWN_ERRORS.has(error.name)) {
      io.err(`akepa-migrate: ${error.message}\n`);
      return EXIT.usage;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.err(`akepa-migrate: internal error, please report it: ${detail}\n`);
    return EXIT.internal;
  }
}

async function dispatch([verb, ...args]: readonly string[], io: Io): Promise<ExitCode> {
  if (verb === '--version' || verb === '-v') {
    io.out(`${version()}\n`);
    return EXIT.clean;
  }
  const [wanted] = args;
  if (verb === undefined || verb === '--help' || verb === '-h' || (verb === 'help' && wanted === undefined)) {
    io.out(await overview());
    return verb === undefined ? EXIT.usage : EXIT.clean;
  }
  if (verb === 'help' && wanted !== undefined) {
    io.out((await commandOf(wanted)).help);
    return EXIT.clean;
  }
  const command = await commandOf(verb);
  if (args.includes('--help') || args.includes('-h')) {
    io.out(command.help);
    return EXIT.clean;
  }
  return command.run(args, io);
}

/** @throws {UsageError} that names the nearest verb for an unknown one */
async function commandOf(verb: string): Promise<Command> {
  // `constructor` is no verb.
  const load = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
  if (load) return load();
  const { nearest } = await import('../config/validate.js');
  const isOption = verb.startsWith('-');
  const known = isOption ? ['--help', '--version'] : Object.keys(COMMANDS);
  const meant = nearest(verb, known);
  const what = isOption ? 'option' : 'command';
  throw new UsageError(`unknown ${what} ${verb}${meant ? `; did you mean ${meant}?` : ''}`);
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`);
  return `akepa-migrate <command> [paths…] [options]

Moves JavaScript and TypeScript off connectFi's deprecated /customer/kyc and /document endpoints to /akepa.

Commands
${lines.join('\n')}

  akepa-migrate <command> --help   options, exit codes and examples
  akepa-migrate --version

Examples
  akepa-migrate check src           what calls deprecated endpoints, and what migrate would do
  akepa-migrate migrate src         the edits, as a diff
  akepa-migrate migrate src --write
`;
}
