import type { ErrorObject, ValidateFunction } from 'ajv';
import leven from 'leven';

import { compiledSchema } from './compiled-schema.js';
import { conforms } from './conforms.js';
import { CONFIG_SCHEMA } from './schema.js';
import type { AkepaConfig } from './types.js';

/** The config can't be used; the message is one line for people. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

let compiled: ValidateFunction<AkepaConfig> | undefined;

/**
 * Checks a config object against the schema.
 *
 * @param value what the file or `settings.akepa` holds
 * @param origin named in the message
 * @throws {ConfigError} that names the key at fault, and the nearest known one for an unknown key
 */
export function validateConfig(value: unknown, origin: string): AkepaConfig {
  // What is sure to conform is what the schema says it is.
  if (conforms(value, CONFIG_SCHEMA)) return value as AkepaConfig;
  const validate = (compiled ??= compiledSchema());
  if (validate(value)) return value;
  // An `if` reports itself after the error inside it.
  const error = validate.errors?.find(({ keyword }) => keyword !== 'if');
  throw new ConfigError(`${origin}: ${error ? describeError(error) : 'it is no config'}`);
}

/** The nearest of `known` names, when it is near enough to have been meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, distance: leven(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((left, right) => left.distance - right.distance);
  // To change every letter is to write another word.
  const isNear = best && best.distance <= Math.max(2, name.length / 3) && best.distance < name.length;
  return isNear ? best.candidate : undefined;
}

/** What an error of ajv (with `verbose`) says to people, on one line. */
export function describeError(error: ErrorObject): string {
  const key = error.instancePath.slice(1).replaceAll('/', '.');
  if (error.keyword === 'additionalProperties') {
    const name = String(error.params['additionalProperty']);
    // With `verbose`, ajv hands over the schema that forbids the key.
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
    const meant = nearest(name, known);
    return `unknown key \`${key ? `${key}.` : ''}${name}\`${meant ? `; did you mean \`${meant}\`?` : ''}`;
  }
  if (error.keyword === 'enum') {
    const allowed = (error.schema as readonly string[]).join(', ');
    return `\`${key}\` must be one of ${allowed}`;
  }
  return `${key ? `\`${key}\`` : 'it'} ${error.message ?? 'is not valid'}`;
}
