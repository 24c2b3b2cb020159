import { expect, test } from 'vitest';

import { migrated } from './run.js';

const HEAD = [
  "import axios from 'axios'",
  "import { applicationOf, newReference } from './applications.js'",
  'const api = axios.create({ baseURL: process.env.CONNECTFI_BASE_URL })',
];
const UPLOAD = 'await api.post(`/customer/kyc/upload/${id}/${slot}`, form)';
const GENERATE = [
  "  const { data: generated } = await api.post('/akepa/document/generate', {",
  "    workflow: 'PERSONAL',",
  "    name: 'licence',",
  "    extension: 'jpg',",
  "    type: 'license',",
  '  })',
  '  const documentId = generated.data.id',
  '  await api.post(`/akepa/document/upload/${documentId}`, form)',
];
const UPDATE = [
  "  await api.post('/akepa/update', {",
  '    customerId: id,',
  '    applicationId: await applicationOf(id),',
  '    documents: [{ entityId: id, documentId }],',
  '  })',
];

/** The lines of a function after the migration of its calls. */
function moved(...lines: readonly string[]): string[] {
  const { text, calls } = migrated([...HEAD, 'async function f(id, slot, form) {', ...lines, '}'], {
    file: 'kyc.js',
  });
  expect(calls.filter((call) => !call.endsWith(' rewritten'))).toEqual([]);
  return text
    .trimEnd()
    .split('\n')
    .slice(HEAD.length + 1, -1);
}

test.each(['[1, 2].map(log)', '(await log()).map(id)', '`${id}`.trim()', '/a/.test(id)'])(
  'statements are inserted before the semicolon that begins the line of %s',
  (next) => {
    expect(moved(`  ${UPLOAD}`, `  ;${next}`)).toEqual([...GENERATE, ...UPDATE, `  ;${next}`]);
  },
);

test('a statement that ends in a semicolon of its own leaves one to the last that is inserted', () => {
  expect(moved(`  ${UPLOAD};`, '  [1, 2].map(log)')).toEqual([
    ...GENERATE.slice(0, -1),
    `${GENERATE.at(-1) ?? ''};`,
    ...UPDATE.slice(0, -1),
    '  });',
    '  [1, 2].map(log)',
  ]);
});

test('a function is declared before the semicolon of the statement that calls it', () => {
  const lines = moved("  log('x')", `  ;(${UPLOAD}).status`);
  expect(lines.slice(0, 2)).toEqual(["  log('x')", '  const uploadDocument = async () => {']);
  expect(lines.slice(-2)).toEqual(['  }', '  ;(await uploadDocument()).status']);
});

test('a constant goes without the semicolon of the next line', () => {
  const lines = moved(
    '  const url = `/customer/kyc/upload/${id}/${slot}`',
    '  ;(await api.post(url, form)).status',
  );
  expect(lines[0]).toBe('  const uploadDocument = async () => {');
  expect(lines.at(-1)).toBe('  ;(await uploadDocument()).status');
});

test.each([
  ["import axios from 'axios'", "import { newReference } from './applications.js'"],
  ["const axios = require('axios')", "const { newReference } = require('./applications.js')"],
])('an import is inserted before it: %s', (line, added) => {
  const body = [
    ';(async () => {',
    '  await axios.post(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/init`, { customerId: id })',
    '})()',
  ];
  const { text, calls } = migrated([line, ...body], { file: 'kyc.js' });
  expect(calls).toEqual(['kyc-init rewritten']);
  expect(text.split('\n').slice(0, 3)).toEqual([line, added, ';(async () => {']);
});
