import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { LoadedConfig } from './types.js';
import { ConfigError, validateConfig } from './validate.js';

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
  if (!existsSync(file)) throw new ConfigError(`${file}: there is no such config file`);
  return { config: validateConfig(await read(file), file), root: dirname(file), file };
}

function findConfig(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = NAMES.map((name) => resolve(folder, name)).find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (dirname(folder) === folder) return undefined;
  }
}

async function read(file: string): Promise<unknown> {
  try {
    if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
    if (!file.endsWith('.ts')) return defaultOf(await import(pathToFileURL(file).href));
    // Node 20 can't strip types. The package's own name resolves without an install beside the config.
    const { createJiti } = await import('jiti');
    const alias = { 'akepa-migrate': fileURLToPath(new URL('./types.js', import.meta.url)) };
    const jiti = createJiti(import.meta.url, { fsCache: false, alias });
    return defaultOf(await jiti.import(file));
  } catch (error) {
    throw new ConfigError(
      `${file}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      {
        cause: error,
      },
    );
  }
}

function defaultOf(loaded: unknown): unknown {
  return typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : loaded;
}
