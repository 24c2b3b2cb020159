import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { CLIENTS } from '../../src/clients/index.js';

const FOLDER = new URL('../../src/clients/', import.meta.url);

test('every client of the folder is registered, under the name of its file', () => {
  const files = readdirSync(FOLDER)
    .filter((file) => /^export const \w+: Client = /m.test(readFileSync(new URL(file, FOLDER), 'utf8')))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(files).toContain('axios');
  expect(CLIENTS.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});
