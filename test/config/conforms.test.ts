import { expect, test } from 'vitest';

import { compiledSchema } from '../../src/config/compiled-schema.js';
import { conforms } from '../../src/config/conforms.js';
import { CONFIG_SCHEMA } from '../../src/config/schema.js';
import { OPEN_STATUSES } from '../../src/endpoints/statuses.js';

const EXPRESSION = { expression: 'flow()', import: { name: 'flow', from: './flow.js' } };
/** Says something under each key of the schema. */
const CONFIG = {
  $schema: './config.json',
  baseUrls: ['https://connectfi.example'],
  values: {
    workflow: 'PERSONAL',
    documentType: EXPRESSION,
    documentName: 'license',
    extension: 'jpg',
    reference: 'a1',
    applicationId: 'b2',
    entityId: { expression: '{customerId}' },
  },
  overrides: [{ files: ['src'], values: { workflow: 'BUSINESS' } }],
  akepa: { update: { customerId: 'customer' }, waitingData: [...OPEN_STATUSES] },
  sunset: { openapi: 'api.json', '*': '2027-01-01', 'kyc-init': '2026-12-31' },
  budgets: { total: 5, endpoints: { 'kyc-init': 1 }, directories: { src: 2 } },
  include: ['src'],
  exclude: ['gen'],
};
const OTHERS: readonly unknown[] = [
  ...['', ' ', 'a', 'a-b', '<', 'x'.repeat(600), '\u{1F600}'.repeat(40), 'PERSONAL', '2027-13-01'],
  ...[0, -1, 1.5, true, null, [], {}, [''], ['a', 'a'], [1], { a: 1 }, { expression: '' }, EXPRESSION],
];

/** The value, and it with something else in each of its places, or one place less or more. */
function* variantsOf(value: unknown): Generator {
  yield value;
  yield* OTHERS;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const variant of variantsOf(item)) yield value.with(index, variant);
    for (const other of OTHERS) yield [...(value as unknown[]), other];
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    for (const variant of variantsOf(item)) yield { ...value, [key]: variant };
    yield { ...value, [key]: undefined };
  }
  for (const other of OTHERS) yield { ...value, other };
}

test('what conforms is what ajv takes', () => {
  const validate = compiledSchema();
  const answers = Array.from(variantsOf(CONFIG), (config) => {
    expect(conforms(config, CONFIG_SCHEMA), JSON.stringify(config)).toBe(validate(config));
    return validate(config);
  });
  expect(answers.filter(Boolean).length).toBeGreaterThan(100);
  expect(answers.filter((isValid) => !isValid).length).toBeGreaterThan(1000);
});

test('what it does not know does not conform', () => {
  expect(conforms('a', { type: 'string', format: 'email' })).toBe(false);
  expect(conforms('a', { constructor: true })).toBe(false);
});
