import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';

import { ROOT } from './cli.js';

type SchemaName = 'check' | 'compare' | 'config' | 'migrate';

/** A JSON Schema that the package ships. */
export function shippedSchema(name: SchemaName): object {
  // JSON.parse knows no type.
  return JSON.parse(readFileSync(`${ROOT}schema/${name}.json`, 'utf8')) as object;
}

/** What is wrong with `value`, a line each. */
export function schemaErrors(name: SchemaName, value: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const validate = ajv.compile(shippedSchema(name));
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
