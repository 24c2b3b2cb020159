import { resolve } from 'node:path';

import { nearest } from '../../config/validate.js';
import { KnownError } from '../../reference/known-error.js';
import type { Session } from '../../reference/session.js';
import { UsageError } from '../errors.js';
import { type Command, EXIT, type Io } from '../io.js';
import { FILE_OPTIONS, oneOf, parseOptions } from '../options.js';

const OPTIONS = {
  help: FILE_OPTIONS.help,
  port: { type: 'string', short: 'p', default: '0' },
  state: { type: 'string' },
  trace: { type: 'string' },
  scenario: { type: 'string' },
  clock: { type: 'string', default: 'system' },
  'strict-documented': { type: 'boolean', default: false },
  'older-status': { type: 'boolean', default: false },
} as const;

const MOST_PORT = 65_535;

export const referenceCommand: Command = {
  name: 'reference',
  summary: 'run a local connectFi, legacy and akepa, to test against',
  help: `akepa-migrate reference [options]

Runs the deprecated and the akepa endpoints of connectFi's KYC on 127.0.0.1, as far as they are documented, over
one state. Prints its URL and a token, a line each, and runs until it is stopped (Ctrl+C, SIGINT or SIGTERM).

Options
  -p, --port PORT       default: 0, any free one
  --state FILE          keep the state in a JSON file, with which a later run goes on; default: in memory
  --trace FILE.har      write every call to a HAR file, without tokens, passwords and the content of files
  --scenario NAME       start with the customer of one of compare's scenarios, and print its ids: happy-path,
                        link-after-approval, …; docs/compare.md lists them
  --scenario FILE.json  faults and settings, see below
  --clock CLOCK         system (default), or fixed: the time stands still and ids are the same in every run
  --strict-documented   answer 501 where connectFi's behaviour is only inferred
  --older-status        add GET /akepa/status/:customerId of the older docs
  -h, --help

Scenario file
  { "faults": [{ "path": "/document/upload", "nth": 2, "status": 503 }], "tokenLifetime": 60000 }
  A fault has path, method and nth to say which calls, and latencyMs, status, expiredToken or reset to say what
  happens to them. Settings are documentsWanted, olderStatus, credentials { login, password }, and tokenLifetime
  in milliseconds. For a fault of one call send the header
  x-reference-fault: latency=200, status=503, expired-token, reset   (any of them)

Exit codes
  0 stopped   2 usage, or a port or file that can't be used   3 the state could not be written   4 internal error

Examples
  akepa-migrate reference
  akepa-migrate reference --port 4010 --state kyc.json --trace kyc.har
  akepa-migrate reference --scenario link-after-approval
  akepa-migrate reference --scenario busy.json
`,
  async run(args, io) {
    const { values, positionals } = parseOptions(args, OPTIONS);
    const [path] = positionals;
    if (path !== undefined) throw new UsageError(`reference takes no paths, but ${path} was given`);
    const port = portOf(values.port);
    const clock = oneOf('clock', values.clock, ['system', 'fixed']);
    const { startSession } = await import('../../reference/session.js');
    const fileOf = (file: string | undefined): string | undefined =>
      file === undefined ? undefined : resolve(io.cwd, file);
    const session = await startSession({
      port,
      clock,
      strictDocumented: values['strict-documented'],
      olderStatus: values['older-status'],
      state: fileOf(values.state),
      trace: fileOf(values.trace),
      scenario: await scenarioOf(values.scenario, io.cwd),
      onError: (error) => printError(error, io),
    });
    // Before anybody is told that there is something to stop.
    const stopped = io.stopped();
    io.out(await variablesOf(session));
    io.err(`akepa-migrate: connectFi's reference runs on ${session.url}; stop it with Ctrl+C\n`);
    await stopped;
    return stop(session, io);
  },
};

/** @throws {UsageError} for what is no port */
function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= MOST_PORT) return port;
  throw new UsageError(`--port takes a number from 0 to ${MOST_PORT}, not ${text}`);
}

/**
 * A name as it is, a file as an absolute path.
 *
 * @throws {UsageError} for what is neither
 */
async function scenarioOf(value: string | undefined, cwd: string): Promise<string | undefined> {
  if (value === undefined) return undefined;
  if (value.endsWith('.json') || /[\\/]/.test(value)) return resolve(cwd, value);
  const { SCENARIOS } = await import('../../reference/scenarios.js');
  const names = SCENARIOS.map(({ name }) => name);
  if (names.includes(value)) return value;
  const meant = nearest(value, names);
  throw new UsageError(
    `there is no scenario ${value}${meant ? `; did you mean ${meant}?` : `; there are ${names.join(', ')}, or FILE.json`}`,
  );
}

/** Lines that a shell can export. */
async function variablesOf({ url, token, subject }: Session): Promise<string> {
  const subjects = subject && (await import('../../reference/subjects.js'));
  const variables = {
    CONNECTFI_BASE_URL: url,
    CONNECTFI_TOKEN: token,
    ...(subject && subjects?.variablesOf(subject)),
  };
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

async function stop(session: Session, io: Io): Promise<typeof EXIT.clean | typeof EXIT.files> {
  try {
    await session.stop();
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    printError(error, io);
    return EXIT.files;
  }
}

function printError(error: unknown, io: Io): void {
  if (error instanceof KnownError) return io.err(`akepa-migrate: ${error.message}\n`);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`akepa-migrate: internal error in the reference, please report it: ${detail}\n`);
}
