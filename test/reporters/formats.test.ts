import { readdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import { CHECK_FORMATS } from '../../src/reporters/formats.js';
import { AWKWARD, CONTEXT } from './awkward.js';

/** How a format's file is called. */
const ENDINGS: Readonly<Record<keyof typeof CHECK_FORMATS, string>> = {
  pretty: 'txt',
  json: 'json',
  jsonl: 'jsonl',
  sarif: 'sarif',
  github: 'txt',
  gitlab: 'json',
  junit: 'xml',
  checkstyle: 'xml',
  markdown: 'md',
};

// `npx vitest run test/reporters/formats.test.ts -u` renews the files.
test.each(Object.entries(CHECK_FORMATS))('%s of everything awkward', async (name, { load }) => {
  const report = await load();
  const text = report(AWKWARD, CONTEXT);
  expect(text.endsWith('\n')).toBe(true);
  // As it is written: half a surrogate pair is no UTF-8.
  await expect(Buffer.from(text).toString()).toMatchFileSnapshot(
    `./golden/${name}.${ENDINGS[name as keyof typeof ENDINGS]}`,
  );
});

test('there is a golden file of each format, and of nothing else', () => {
  const names = Object.entries(ENDINGS).map(([name, ending]) => `${name}.${ending}`);
  expect(readdirSync('test/reporters/golden').toSorted()).toEqual(names.toSorted());
});
