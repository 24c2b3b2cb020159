import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { readSource } from '../project/read.js';
import type { LoadedConfig } from './types.js';
import { ConfigError, validateConfig } from './validate.js';

/** For a config that is loaded by jiti. The package's own name resolves without an install beside the config. */
export const JITI = {
  fsCache: false,
  alias: { 'akepa-migrate': fileURLToPath(new URL('./types.js', import.meta.url)) },
};

const NAMES = ['akepa.config.ts', 'akepa.config.mjs', 'akepa.config.js', 'akepa.config.json'];

/**
 * Loads the config: `explicit`, or the nearest one from `start` upwards, or an empty one.
 *
 * @param start an absolute folder
 * @param explicit the path given with `--config`
 * @throws {ConfigError} when the file is missing, fails or is not valid
 */
export async function loadConfig(start: string, explicit?: string): Promise<LoadedConfig> {
  const file = explicit === undefined ? findConfig(start) : resolve(start, explicit);
  if (file === undefined) return { config: {}, root: start, file };
  if (!isFile(file)) throw new ConfigError(`${file}: there is no such config file`);
  return { config: validateConfig(await read(file), file), root: dirname(file), file };
}

/** The nearest config file from a folder (absolute) upwards. */
export function findConfig(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = NAMES.map((name) => resolve(folder, name)).find(isFile);
    if (found !== undefined) return found;
    if (dirname(folder) === folder) return undefined;
  }
}

async function read(file: string): Promise<unknown> {
  try {
    if (file.endsWith('.json')) return JSON.parse(readSource(file).text);
    if (!file.endsWith('.ts')) return defaultOf((await import(pathToFileURL(file).href)) as object);
    // Node 20 can't strip types.
    const { createJiti } = await import('jiti');
    return defaultOf(await createJiti(import.meta.url, JITI).import(file));
  } catch (error) {
    throw loadError(file, error);
  }
}

/** What went wrong in the config, on one line. */
export function loadError(file: string, error: unknown): ConfigError {
  const problem = error instanceof Error ? error.message.split('\n')[0] || error.name : String(error);
  return new ConfigError(`${file}: ${problem}`, { cause: error });
}

/** What a config module exports. */
export function defaultOf(loaded: object): unknown {
  if (!('default' in loaded)) throw new Error('it has no default export');
  const config = loaded.default;
  // A module that was compiled to CommonJS has its exports in there.
  const isCompiled = typeof config === 'object' && config !== null && '__esModule' in config;
  return isCompiled && 'default' in config ? config.default : config;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
