import { expect, test } from 'vitest';

import { analysed, calls } from '../analysis/calls.js';

/** The skeleton that every page of the vendor's docs has, with a deprecated path in it. */
function snippet(method: string, path: string, data = 'data'): string {
  return [
    "const axios = require('axios');",
    "const FormData = require('form-data');",
    "const fs = require('fs');",
    'const form = new FormData();',
    "form.append('file', fs.createReadStream('/document/generate'), 'fileName.jpg');",
    'const data = form;',
    'const config = {',
    `  method: '${method}',`,
    `  url: '\${CONNECTFI_BASE_URL}${path}',`,
    "  headers: { ...form.getHeaders(), 'x-connectfi-token': 'TOKEN' },",
    `  ${data}`,
    '};',
    'let result;',
    'try { result = await axios.request(config); } catch (err) { console.log(err.code); }',
  ].join('\n');
}

test.each([
  ['POST', '/customer/kyc/init', 'kyc-init'],
  ['GET', '/customer/kyc/status/:customerId', 'kyc-status'],
  ['POST', '/customer/kyc/upload/:customerId/:documentId', 'kyc-upload'],
  ['POST', '/customer/kyc/document-link', 'kyc-document-link'],
  ['POST', '/customer/kyc/add-attributes', 'kyc-add-attributes'],
  ['POST', '/document/generate', 'document-generate'],
  ['POST', '/document/upload/:documentId', 'document-upload'],
  ['GET', '/card/list/:customerId', 'card-list'],
  ['GET', '/account/list/:customerId', 'account-list'],
])('%s %s', (method, path, id) => {
  expect(calls(snippet(method, path), 'kyc.mjs')).toEqual([`${id} ${method} axios certain 14`]);
});

test('the pseudo-template in plain quotes is told apart from a template', () => {
  const source = snippet('POST', '/document/upload/:documentId');
  const [plain] = analysed(source, 'kyc.mjs').calls;
  const [template] = analysed(source.replace(/'(\$.*?)'/, '`$1`'), 'kyc.mjs').calls;
  expect(plain).toMatchObject({
    pseudoTemplate: true,
    evidence: [
      'header x-connectfi-token',
      'base URL from CONNECTFI_BASE_URL',
      'POST /document/upload/:documentId',
    ],
    trail: [{ file: 'kyc.mjs', line: 9, text: "url: '${CONNECTFI_BASE_URL}/document/upload/:documentId'," }],
  });
  expect(template).toMatchObject({ pseudoTemplate: false, confidence: 'certain' });
  expect(template?.trail).toHaveLength(1);
});

test('the upload’s parameters, headers and body are found', () => {
  const [call] = analysed(snippet('POST', '/customer/kyc/upload/:customerId/:documentId'), 'kyc.mjs').calls;
  const { start, end } = call?.match.params['documentId'] ?? { start: 0, end: 0 };
  expect(call?.url.flat.slice(start, end)).toBe(':documentId');
  expect(call?.request.headerNames).toEqual(['x-connectfi-token']);
  expect(call?.request.payload).toMatchObject({ kind: 'option', key: 'data', encoded: false, index: 0 });
  expect(call?.request.body?.node).toMatchObject({ type: 'Identifier', name: 'data' });
});

test('the vendor’s bare CONNECTFI_BASE_URL is a base, and akepa’s own snippets are no findings', () => {
  const bare = "require('axios').post('CONNECTFI_BASE_URL/document/generate')";
  expect(calls(bare, 'a.cjs')).toEqual(['document-generate POST axios certain 1']);
  for (const path of [
    'identification',
    'status',
    'document/generate',
    'document/upload/:documentId',
    'update',
  ])
    expect(calls(snippet('POST', `/akepa/${path}`), 'kyc.mjs')).toEqual([]);
});
