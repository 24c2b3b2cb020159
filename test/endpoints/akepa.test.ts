import { describe, expect, test } from 'vitest';

import { bodySchema } from '../../src/endpoints/body-schema.js';
import { akepaEndpoint } from '../../src/endpoints/lookup.js';
import { HOLE } from '../../src/endpoints/match.js';
import { matchAkepa } from '../../src/endpoints/match-akepa.js';
import { ruleWords } from '../../src/endpoints/rule-words.js';
import { AKEPA_ENDPOINTS } from '../../src/endpoints/table.js';
import type { BodySchema } from '../../src/endpoints/types.js';

describe('the path of an akepa endpoint', () => {
  test.each(AKEPA_ENDPOINTS)('$path', ({ id, path }) => {
    for (const url of [path, `https://a.example${path}?x=1`, `${HOLE}${path}`, path.slice(1)]) {
      const match = matchAkepa(url);
      expect(match).toMatchObject({ endpoint: { id }, isEarly: false, literalPrefix: false });
      expect(url.slice(match?.path.start, match?.path.end)).toBe(url === path.slice(1) ? url : path);
    }
    expect(matchAkepa(`/api/v1${path}`)).toMatchObject({ prefix: '/api/v1', literalPrefix: true });
    for (const url of [`${path}/x/y`, path.replace('akepa', 'akepas'), `${path}s/`.replace(/:\w+/, 'x/y')])
      expect(matchAkepa(url)).toBeUndefined();
  });

  test('the first edition of status has its customer in the path', () => {
    const url = `${HOLE}/akepa/status/${HOLE}`;
    expect(matchAkepa(url)).toMatchObject({ endpoint: { id: 'akepa-status' }, isEarly: true });
  });
});

test('every field has words for what it takes', () => {
  const fieldsOf = ({ properties = {}, items }: BodySchema): BodySchema[] =>
    [...Object.values(properties), ...(items ? [items] : [])].flatMap((field) => [field, ...fieldsOf(field)]);
  const fields = AKEPA_ENDPOINTS.flatMap(({ body }) => (body ? fieldsOf(body) : []));
  expect(fields.length).toBeGreaterThan(15);
  for (const field of fields) expect(ruleWords(field)).toMatch(/^[a-z].*[\w`]$/);
});

test('only the properties of an inferred body have other names', () => {
  const names = { customerId: 'customer', documentId: 'id' };
  const update = bodySchema(akepaEndpoint('akepa-update'), names);
  expect(update?.required).toEqual(['customer', 'applicationId', 'documents']);
  expect(Object.keys(update?.properties?.['documents']?.items?.properties ?? {})).toEqual(['entityId', 'id']);
  const status = akepaEndpoint('akepa-status');
  expect(bodySchema(status, names)).toBe(status.body);
});
