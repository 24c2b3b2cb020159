import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { readSource } from '../project/read.js';
import { defaultOf, findConfig, isFile, JITI, loadError } from './config-file.js';
import type { LoadedConfig } from './types.js';
import { ConfigError, validateConfig } from './validate.js';

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
