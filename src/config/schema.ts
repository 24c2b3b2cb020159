import { akepaEndpoint } from '../endpoints/lookup.js';
import { OPEN_STATUSES } from '../endpoints/statuses.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';
import type { AkepaId, BodySchema } from '../endpoints/types.js';
import { VALUE_NAMES, type ValueName } from './types.js';

/** The body field that each configured value fills; a literal must be what the field accepts. */
const FIELDS: Readonly<Record<ValueName, readonly [AkepaId, string]>> = {
  workflow: ['akepa-document-generate', 'workflow'],
  documentType: ['akepa-document-generate', 'type'],
  documentName: ['akepa-document-generate', 'name'],
  extension: ['akepa-document-generate', 'extension'],
  reference: ['akepa-identification', 'reference'],
  applicationId: ['akepa-status', 'applicationId'],
  // An entity's id is a customer's or a representative's: the same pattern.
  entityId: ['akepa-status', 'customerId'],
};

const IMPORT = {
  type: 'object',
  required: ['name', 'from'],
  properties: {
    name: { type: 'string', pattern: '^[A-Za-z_$][\\w$]*$' },
    from: { type: 'string', minLength: 1 },
  },
  additionalProperties: false,
};

const STRINGS = { type: 'array', items: { type: 'string', minLength: 1 } };
const PROPERTY_NAME = { type: 'string', pattern: '^[A-Za-z_$][\\w$]*$' };

const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const COUNT = { type: 'integer', minimum: 0 };
const LEGACY_IDS = LEGACY_ENDPOINTS.map(({ id }) => id);

const VALUES = {
  type: 'object',
  properties: Object.fromEntries(VALUE_NAMES.map((name) => [name, valueSchema(name)])),
  additionalProperties: false,
};

/** JSON Schema (draft 07) of the config; it ships as `schema/config.json`. */
export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'akepa-migrate config',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    baseUrls: STRINGS,
    values: VALUES,
    overrides: {
      type: 'array',
      items: {
        type: 'object',
        required: ['files', 'values'],
        properties: { files: STRINGS, values: VALUES },
        additionalProperties: false,
      },
    },
    akepa: {
      type: 'object',
      properties: {
        update: {
          type: 'object',
          properties: {
            customerId: PROPERTY_NAME,
            applicationId: PROPERTY_NAME,
            documents: PROPERTY_NAME,
            entityId: PROPERTY_NAME,
            documentId: PROPERTY_NAME,
          },
          additionalProperties: false,
        },
        waitingData: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: OPEN_STATUSES } },
      },
      additionalProperties: false,
    },
    sunset: {
      type: 'object',
      properties: {
        openapi: { type: 'string', minLength: 1 },
        '*': DAY,
        ...Object.fromEntries(LEGACY_IDS.map((id) => [id, DAY])),
      },
      additionalProperties: false,
    },
    budgets: {
      type: 'object',
      properties: {
        total: COUNT,
        endpoints: {
          type: 'object',
          properties: Object.fromEntries(LEGACY_IDS.map((id) => [id, COUNT])),
          additionalProperties: false,
        },
        directories: { type: 'object', additionalProperties: COUNT },
      },
      additionalProperties: false,
    },
    include: STRINGS,
    exclude: STRINGS,
  },
  additionalProperties: false,
};

/** The body field that a configured value ends up in. */
export function fieldOf(name: ValueName): {
  readonly endpoint: AkepaId;
  readonly field: string;
  readonly schema: BodySchema;
} {
  const [endpoint, field] = FIELDS[name];
  const schema = akepaEndpoint(endpoint).body?.properties?.[field];
  if (!schema) throw new Error(`${endpoint} has no field ${field} in the table`);
  return { endpoint, field, schema };
}

function valueSchema(name: ValueName): object {
  const { mark: _mark, isNotOnlyWhitespace, ...rest } = fieldOf(name).schema;
  // connectFi's keyword in words that editors know.
  const literal = { ...rest, ...(isNotOnlyWhitespace && { allOf: [{ pattern: '\\S' }] }) };
  return {
    // One `if` instead of `anyOf`, so that an error speaks of the form that was meant.
    if: { type: 'string' },
    then: literal,
    else: {
      type: 'object',
      required: ['expression'],
      properties: { expression: { type: 'string', minLength: 1 }, import: IMPORT },
      additionalProperties: false,
    },
  };
}
