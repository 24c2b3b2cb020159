import { statSync } from 'node:fs';
import { dirname } from 'node:path';

import { requirePackage } from '../packages.js';
import { readSource } from '../project/read.js';
import { defaultOf, findConfig, JITI, loadError } from './config-file.js';
import type { LoadedConfig } from './types.js';
import { validateConfig } from './validate.js';

interface Loaded {
  readonly changedAt: number;
  readonly result: LoadedConfig | Error;
}

/** For as long as the process: an editor asks at every keystroke. */
const loaded = new Map<string, Loaded>();

/**
 * The nearest config above a file, for a host that can't wait: each config is read once, and again when it changes.
 *
 * @param start the file's folder, absolute
 * @throws {ConfigError} when it fails, is not valid, or waits for something at its top level
 */
export function nearestConfig(start: string): LoadedConfig | undefined {
  const file = findConfig(start);
  if (file === undefined) return undefined;
  const changedAt = statSync(file).mtimeMs;
  const before = loaded.get(file);
  const { result } = before?.changedAt === changedAt ? before : read(file, changedAt);
  if (result instanceof Error) throw result;
  return result;
}

function read(file: string, changedAt: number): Loaded {
  const entry = { changedAt, result: resultOf(file) };
  loaded.set(file, entry);
  return entry;
}

function resultOf(file: string): LoadedConfig | Error {
  try {
    return { config: validateConfig(valueIn(file), file), root: dirname(file), file };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function valueIn(file: string): unknown {
  try {
    if (file.endsWith('.json')) return JSON.parse(readSource(file).text);
    // Only where there is a config that is code.
    const { createJiti } = requirePackage('jiti');
    const jiti = createJiti(import.meta.url, { ...JITI, moduleCache: false });
    return defaultOf(jiti(file) as object);
  } catch (error) {
    throw loadError(file, error);
  }
}
