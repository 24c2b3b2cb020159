import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { MOCK_LIBRARIES } from '../../src/mocks/index.js';

const FOLDER = new URL('../../src/mocks/', import.meta.url);

test('every library of the folder is registered, under the name of its file', () => {
  const files = readdirSync(FOLDER)
    .filter((file) => /^export const \w+: MockLibrary = /m.test(readFileSync(new URL(file, FOLDER), 'utf8')))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(files).toContain('msw');
  expect(MOCK_LIBRARIES.map(({ id }) => id)).toEqual(files.toSorted());
});
