import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { defineConfig } from './types.js';
import { ConfigError } from './validate.js';

/** For a config that is loaded by jiti. The package's own name resolves without an install beside the config. */
export const JITI = {
  fsCache: false,
  virtualModules: { 'akepa-migrate': { defineConfig } },
};

const NAMES = ['akepa.config.ts', 'akepa.config.mjs', 'akepa.config.js', 'akepa.config.json'];

/** The nearest config file from a folder (absolute) upwards. */
export function findConfig(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = NAMES.map((name) => resolve(folder, name)).find(isFile);
    if (found !== undefined) return found;
    if (dirname(folder) === folder) return undefined;
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

/** Whether there is a file of this path. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
