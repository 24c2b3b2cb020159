import type { Options, ValidateFunction } from 'ajv';

import { requirePackage } from '../packages.js';
import { CONFIG_SCHEMA } from './schema.js';
import type { AkepaConfig } from './types.js';

/** `verbose`: the messages name what the schema knows. */
export const AJV_OPTIONS: Options = { strict: false, verbose: true };

/** What checks a config. In the bundle this is another function, which loads what `scripts/bundle.mjs` compiled. */
export function compiledSchema(): ValidateFunction<AkepaConfig> {
  const { Ajv } = requirePackage('ajv');
  return new Ajv(AJV_OPTIONS).compile<AkepaConfig>(CONFIG_SCHEMA);
}
