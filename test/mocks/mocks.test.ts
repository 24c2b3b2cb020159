import { expect, test } from 'vitest';

import { mocksIn } from '../../src/analysis/mocks.js';
import { parseModule } from '../../src/syntax/parse.js';
import { LOOK_ALIKES } from './look-alikes.rows.js';
import { mocks } from './mocks.js';
import { ROWS } from './mocks.rows.js';

const HOSTED = [
  'import nock from "nock";',
  'nock("https://kyc.acme.io").post("/document/generate").reply(200);',
];
const CONTROL = 'import { http as control } from "msw"; control.post("/document/generate", f);';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(mocks(source)).toEqual(expected);
});

test.each(LOOK_ALIKES)('no test double: %s', (_name, ...lines) => {
  expect(mocks(lines)).toEqual([]);
  // The file is looked at: a real one below it is found.
  expect(mocks([...lines, ';', CONTROL])).toEqual([`document-generate POST msw likely ${lines.length + 2}`]);
});

test.each([
  [undefined, ['document-generate POST nock possible 2']],
  [['https://kyc.acme.io'], ['document-generate POST nock certain 2']],
  [['https://other.acme.io'], []],
])('configured base URLs %j', (baseUrls, expected) => {
  expect(mocks(HOSTED, { baseUrls })).toEqual(expected);
});

test('says what it rests on and where the URL is written', () => {
  const [mock] = mocksIn(
    parseModule(
      'test/mocks/handlers.ts',
      [
        'import { rest } from "msw";',
        'const BASE = "https://api.connectfi.com";',
        'const GENERATE = "/document/generate";',
        'export const handlers = [rest.post(`${BASE}${GENERATE}`, (req, res, ctx) => res(ctx.json({})))];',
      ].join('\n'),
    ),
  );
  expect(mock?.kind).toBe('mock');
  expect(mock?.evidence).toEqual(['base URL https://api.connectfi.com', 'POST /document/generate']);
  expect(mock?.trail).toEqual([
    { file: 'test/mocks/handlers.ts', line: 2, text: 'const BASE = "https://api.connectfi.com";' },
    { file: 'test/mocks/handlers.ts', line: 3, text: 'const GENERATE = "/document/generate";' },
  ]);
});

test('the place of one answer of a chain is its own call', () => {
  const text =
    'import nock from "nock"; nock(API).get("/a").reply(200).post("/document/generate").reply(200);';
  const [mock] = mocksIn(parseModule('test/kyc.test.ts', text));
  expect(text.slice(...(mock?.range ?? []))).toBe('post("/document/generate")');
});
