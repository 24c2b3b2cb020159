import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Har } from 'har-format';

const require = createRequire(import.meta.url);

/** Reads a HAR file. */
export function harIn(path: string): Har {
  return JSON.parse(readFileSync(path, 'utf8')) as Har;
}

/** What is wrong with a HAR by the schema of HAR 1.2, a line each. */
export function harErrors(har: unknown): string[] {
  // Its schemas are of draft 06, and hold keywords that no draft has.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json') as object);
  // The package has no types: schemas by name, each with its `$id`.
  const schemas = require('har-schema') as Record<string, object>;
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  ajv.validate('har.json#', har);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
