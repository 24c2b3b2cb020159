import { expect, test } from 'vitest';

import { CONFIG_SCHEMA } from '../../src/config/schema.js';
import { CHECK_SCHEMA, COMPARE_SCHEMA, MIGRATE_SCHEMA } from '../../src/reporters/schema.js';
import { schemaErrors, shippedSchema } from '../support/schema.js';
import { result } from './awkward.js';

test.each([
  ['check', CHECK_SCHEMA],
  ['compare', COMPARE_SCHEMA],
  ['config', CONFIG_SCHEMA],
  ['migrate', MIGRATE_SCHEMA],
] as const)('schema/%s.json is what the code has', (name, schema) => {
  expect(shippedSchema(name)).toEqual(JSON.parse(JSON.stringify(schema)));
});

test('the schemas refuse what lacks a field, or holds another type', () => {
  const empty = result();
  expect(schemaErrors('check', empty)).toEqual([]);
  expect(schemaErrors('check', { ...empty, version: 2 })).toHaveLength(1);
  expect(schemaErrors('check', { ...empty, stats: { ...empty.stats, ms: 'long' } })).toHaveLength(1);
  expect(schemaErrors('check', { ...empty, errors: [{ file: 'a.ts' }] })).toHaveLength(1);
  expect(schemaErrors('check', { ...empty, findings: [{}] }).length).toBeGreaterThan(15);
  expect(schemaErrors('migrate', { ...empty, calls: [{}] }).length).toBeGreaterThan(15);
});
