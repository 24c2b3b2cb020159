import type { ValidateFunction } from 'ajv';

import { requirePackage } from '../packages.js';
import { CONFIG_SCHEMA } from './schema.js';
import type { AkepaConfig } from './types.js';

/** What checks a config. In the bundle this is another function, which loads what `scripts/bundle.mjs` compiled. */
export function compiledSchema(): ValidateFunction<AkepaConfig> {
  const { Ajv } = requirePackage('ajv');
  return new Ajv({ strict: false, verbose: true }).compile<AkepaConfig>(CONFIG_SCHEMA);
}
