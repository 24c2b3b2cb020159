import { Ajv } from 'ajv';

import { describeError } from '../config/validate.js';
import type { ReferenceOptions } from './app.js';
import { type Fault, MOST_LATENCY } from './faults.js';
import { readJsonFile } from './json-file.js';
import { KnownError } from './known-error.js';

/** What a scenario file sets. */
export type ScenarioOptions = Pick<
  ReferenceOptions,
  'faults' | 'documentsWanted' | 'olderStatus' | 'credentials' | 'tokenLifetime'
>;

const TEN_YEARS = 10 * 365 * 24 * 60 * 60 * 1000;
const EFFECTS = ['latencyMs', 'status', 'expiredToken', 'reset'] as const satisfies readonly (keyof Fault)[];

const SCHEMA = {
  type: 'object',
  properties: {
    faults: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string', minLength: 1 },
          method: { enum: ['GET', 'POST'] },
          nth: { type: 'integer', minimum: 1 },
          latencyMs: { type: 'integer', minimum: 0, maximum: MOST_LATENCY },
          status: { type: 'integer', minimum: 400, maximum: 599 },
          expiredToken: { type: 'boolean' },
          reset: { type: 'boolean' },
        },
        additionalProperties: false,
      },
    },
    documentsWanted: { type: 'integer', minimum: 1, maximum: 100 },
    olderStatus: { type: 'boolean' },
    credentials: {
      type: 'object',
      required: ['login', 'password'],
      properties: { login: { type: 'string', minLength: 1 }, password: { type: 'string', minLength: 1 } },
      additionalProperties: false,
    },
    tokenLifetime: { type: 'integer', minimum: 1, maximum: TEN_YEARS },
  },
  additionalProperties: false,
};

/**
 * Reads a scenario of the users' own.
 *
 * @param path absolute
 * @throws {KnownError} that names the key at fault, and the nearest known one for an unknown key
 */
export function readScenarioFile(path: string): ScenarioOptions {
  const value = readJsonFile(path);
  const validate = new Ajv({ strict: false, verbose: true }).compile<ScenarioOptions>(SCHEMA);
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    throw new KnownError(`${path}: ${error ? describeError(error) : 'it is no scenario'}`);
  }
  const idle = value.faults?.findIndex((fault) => EFFECTS.every((effect) => !fault[effect])) ?? -1;
  if (idle < 0) return value;
  throw new KnownError(`${path}: \`faults.${idle}\` does nothing; give it one of ${EFFECTS.join(', ')}`);
}
