import { parseArgs, type ParseArgsConfig } from 'node:util';

import { nearest } from '../config/validate.js';
import { UsageError } from './errors.js';

export type OptionSpecs = NonNullable<ParseArgsConfig['options']>;

type Parsed<S extends OptionSpecs> = ReturnType<
  typeof parseArgs<{ args: string[]; options: S; allowPositionals: true; strict: true }>
>;

/** Options of every verb that reads files. */
export const FILE_OPTIONS = {
  config: { type: 'string', short: 'c' },
  format: { type: 'string', default: 'pretty' },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies OptionSpecs;

/**
 * Parses a verb's arguments.
 *
 * @throws {UsageError} that names the nearest option for an unknown one
 */
export function parseOptions<const S extends OptionSpecs>(args: readonly string[], options: S): Parsed<S> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [unknown] = /(?<=')--?[\w-]+/.exec(error.message) ?? [];
    const meant = unknown && nearest(unknown.replace(/^-+/, ''), Object.keys(options));
    const isUnknown = 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    if (isUnknown && unknown)
      throw new UsageError(`unknown option ${unknown}${meant ? `; did you mean --${meant}?` : ''}`);
    // Its second line is a lesson in writing options.
    throw new UsageError(error.message.split('\n')[0] ?? error.message);
  }
}

/**
 * The value of an option that takes one of a few words.
 *
 * @throws {UsageError} for every other word; it names the nearest
 */
export function oneOf<const T extends string>(option: string, value: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const meant = nearest(value, words);
  throw new UsageError(
    `--${option} takes ${words.join(', ')}, not ${value}${meant ? `; did you mean ${meant}?` : ''}`,
  );
}

/** @throws {UsageError} for anything but a positive number */
export function secondsOf(text: string): number {
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new UsageError(`--timeout takes seconds, not ${text}`);
}
