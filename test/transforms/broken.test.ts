import { expect, test } from 'vitest';

import { CONFIG, migratedProject } from './run.js';

const CLIENT = [
  "import axios from 'axios';",
  'const api = axios.create({ baseURL: process.env.CONNECTFI_BASE_URL });',
];
const GENERATE = [...CLIENT, "export const made = await api.post('/document/generate');"];
const UPLOAD = [...CLIENT, "await api.post('/document/upload/' + id, form);"];
const START = [...CLIENT, "await api.post('/customer/kyc/init', { customerId });"];

test('a configured expression that is none breaks no file, and stops no other flow', () => {
  const config = { values: { ...CONFIG.values, workflow: { expression: '(1 +' } } };
  const files = { 'src/generate.ts': GENERATE, 'src/start.ts': START, 'src/upload.ts': UPLOAD };
  const { calls, texts, result } = migratedProject(files, config);
  expect(calls).toEqual(['document-generate left', 'kyc-init rewritten', 'document-upload left']);
  expect(texts['src/generate.ts']).toBe([...GENERATE, ''].join('\n'));
  expect(texts['src/upload.ts']).toBe([...UPLOAD, ''].join('\n'));
  expect(result.errors).toEqual([
    {
      file: 'src/generate.ts',
      message: expect.stringMatching(/^the edits would break it, so it stays: /) as string,
    },
  ]);
  expect(result.leftovers.map(({ reason }) => reason)).toEqual(
    Array(2).fill('The edits of its flow would break src/generate.ts'),
  );
});

test('an edit of a shared path in another file stays with the flow that would break', () => {
  const config = { values: { ...CONFIG.values, workflow: { expression: '(1 +' } } };
  const urls = ["export const GENERATE = '/document/generate';"];
  const files = {
    'src/urls.ts': urls,
    'src/generate.ts': [
      ...CLIENT,
      "import { GENERATE } from './urls.js';",
      'export const made = await api.post(GENERATE);',
    ],
    'test/double.ts': [
      "import nock from 'nock';",
      "nock('https://api.connectfi.com').post('/document/generate').reply(200);",
    ],
  };
  const { calls, texts } = migratedProject(files, config);
  expect(calls).toEqual(['document-generate left', 'document-generate left']);
  expect(texts['src/urls.ts']).toBe([...urls, ''].join('\n'));
  expect(texts['test/double.ts']).toBe([...files['test/double.ts'], ''].join('\n'));
});

test('headers that are spread into each other a hundred times end as a TODO', () => {
  const spreads = Array.from(
    { length: 100 },
    (_, index) => `const h${index + 1} = { ...h${index}, ...h${index} };`,
  );
  const lines = [
    'const h0 = {};',
    ...spreads,
    "await fetch('/document/generate', { method: 'POST', headers: h100 });",
  ];
  const { calls } = migratedProject({ 'src/generate.ts': lines });
  expect(calls).toEqual(['document-generate AK304']);
});
