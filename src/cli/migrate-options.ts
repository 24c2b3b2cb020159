import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { nearest } from '../config/validate.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';
import type { LegacyId } from '../endpoints/types.js';
import { UsageError } from './errors.js';
import { FILE_OPTIONS, oneOf, parseOptions, secondsOf } from './options.js';

const OPTIONS = {
  ...FILE_OPTIONS,
  write: { type: 'boolean', short: 'w', default: false },
  force: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true },
  verify: { type: 'string', multiple: true },
  before: { type: 'string' },
  after: { type: 'string' },
  scenario: { type: 'string', multiple: true },
  timeout: { type: 'string' },
  summary: { type: 'string' },
} as const;

/** The command line of `migrate`, checked. */
export interface MigrateCommandOptions {
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly format: 'pretty' | 'json';
  readonly isWrite: boolean;
  readonly isForced: boolean;
  readonly only: readonly LegacyId[] | undefined;
  readonly verifyTypes: boolean;
  /** With `--verify run`. */
  readonly programs: Programs | undefined;
  /** Absolute, or `-`. */
  readonly summary: string | undefined;
}

export interface Programs {
  readonly before: string;
  readonly after: string;
  readonly scenarios?: readonly string[];
  /** Milliseconds. */
  readonly timeout: number;
}

type Values = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

/** @throws {UsageError} when options are unknown, have no such value, or don't go together */
export function migrateOptions(args: readonly string[], cwd: string): MigrateCommandOptions {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const format = oneOf('format', values.format, ['pretty', 'json']);
  const ways = (values.verify ?? []).map((way) => oneOf('verify', way, ['types', 'run']));
  if (values.summary === '-' && format === 'json')
    throw new UsageError('--summary - and --format json both take standard output');
  return {
    paths: positionals,
    config: values.config,
    format,
    isWrite: values.write,
    isForced: values.force,
    only: values.only?.map(endpointId),
    verifyTypes: ways.includes('types'),
    programs: programsOf(values, ways.includes('run')),
    summary: values.summary === undefined ? undefined : summaryFile(values.summary, cwd),
  };
}

function endpointId(word: string): LegacyId {
  const ids = LEGACY_ENDPOINTS.map(({ id }) => id);
  const found = ids.find((id) => id === word);
  if (found) return found;
  const meant = nearest(word, ids);
  throw new UsageError(
    `there is no endpoint ${word}; ${meant ? `did you mean ${meant}?` : `there are ${ids.join(', ')}`}`,
  );
}

function programsOf(values: Values, isRun: boolean): Programs | undefined {
  const { before, after, scenario, timeout } = values;
  if (!isRun) {
    const [stray] = Object.entries({ before, after, scenario, timeout }).filter(([, value]) => value);
    if (stray) throw new UsageError(`--${stray[0]} goes with --verify run`);
    return undefined;
  }
  if (before === undefined || after === undefined)
    throw new UsageError('--verify run takes --before and --after');
  return {
    before,
    after,
    timeout: secondsOf(timeout ?? '30') * 1000,
    ...(scenario && { scenarios: scenario }),
  };
}

/** A run of minutes must not end with a file that can't be made. */
function summaryFile(file: string, cwd: string): string {
  if (file === '-') return file;
  const path = resolve(cwd, file);
  if (!existsSync(dirname(path))) throw new UsageError(`--summary: there is no folder ${dirname(path)}`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--summary: ${file} is a folder`);
  return path;
}
