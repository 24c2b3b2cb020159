import { resolve } from 'node:path';

import type { LoadedConfig } from '../../config/types.js';
import { ConfigError } from '../../config/validate.js';
import { describedSunsets } from '../../gate/openapi.js';
import { type Sunsets, sunsetsOf } from '../../gate/sunset.js';
import { ReadError, readSource } from '../../project/read.js';

/**
 * The sunsets of the config, and of the OpenAPI file that it names.
 *
 * @throws {ConfigError} when that file can't be read, or holds what is no day
 */
export async function loadSunsets({ config, root, file }: LoadedConfig): Promise<Sunsets> {
  const openapi = config.sunset?.openapi;
  const described =
    openapi === undefined ? new Map() : describedSunsets(await document(root, openapi), openapi);
  return sunsetsOf(config, described, file ?? 'the config');
}

async function document(root: string, name: string): Promise<unknown> {
  try {
    const { text } = readSource(resolve(root, name));
    if (name.endsWith('.json')) return JSON.parse(text);
    const { parse } = await import('yaml');
    return parse(text);
  } catch (error) {
    const isKnown = error instanceof ReadError || error instanceof SyntaxError || isYamlError(error);
    if (!isKnown) throw error;
    throw new ConfigError(`\`sunset.openapi\`: ${name}: ${error.message.split('\n')[0]}`, { cause: error });
  }
}

function isYamlError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'YAMLParseError';
}
