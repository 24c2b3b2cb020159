import { describe, expect, test } from 'vitest';

import { migrated } from './run.js';

const URL = '`${process.env.CONNECTFI_BASE_URL}/customer/kyc/document-link`';

/** The codes that a link with `body` gets, in a function whose parameters are what a body is made of. */
function link(body: string, ...before: readonly string[]): string {
  const { calls } = migrated([
    "import axios from 'axios';",
    'export async function f(customerId: string, slot: string, id: string, more: object): Promise<void> {',
    ...before,
    `  await axios.post(${URL}, ${body});`,
    '}',
  ]);
  return calls.join();
}

describe('the body of a link', () => {
  test.each([
    ['{ customerId, documentId: slot, separateDocumentId: id }'],
    ["{ 'customerId': customerId, ['documentId']: slot, separateDocumentId: id }"],
    ['{ customerId, documentId: slots[0], separateDocumentId: docs.front.id }'],
    ["{ customerId: 'cstap_Q1', documentId: 'doc-1', separateDocumentId: 'sdoc_Q3' }"],
    ['({ customerId, documentId: slot, separateDocumentId: id } as LinkBody)'],
    ['{ customerId, documentId: slot, separateDocumentId: id } satisfies LinkBody'],
    ['body', 'const body = { customerId, documentId: slot, separateDocumentId: id };'],
    ['body!', 'const body: LinkBody = { customerId, documentId: slot, separateDocumentId: id };'],
  ])('is rewritten: %s', (body, ...before) => {
    expect(link(body, ...before)).toBe('kyc-document-link rewritten');
  });

  test.each([
    ['AK306', '{ customerId, separateDocumentId: id }'],
    ['AK306', '{ ...more, customerId, documentId: slot, separateDocumentId: id }'],
    ['AK306', '{ [slot]: id, customerId, documentId: slot, separateDocumentId: id }'],
    ['AK306', '{ customerId, get documentId() { return slot; }, separateDocumentId: id }'],
    ['AK306', '{ customerId, documentId() { return slot; }, separateDocumentId: id }'],
    ['AK306', 'more'],
    ['AK306', 'make(customerId, slot, id)'],
    ['AK306', 'JSON.stringify(more)'],
    [
      'AK306',
      'body',
      'const body = { customerId, documentId: slot, separateDocumentId: id };',
      "body.documentId = 'x';",
    ],
    [
      'AK304',
      'body',
      'const body = { customerId, documentId: slot, separateDocumentId: id };',
      'Object.assign(body, more);',
    ],
    [
      'AK304',
      'body',
      'const body = { customerId, documentId: slot, separateDocumentId: id };',
      'delete body.documentId;',
    ],
    [
      'AK306',
      'body',
      'let body = { customerId, documentId: slot, separateDocumentId: id };',
      'body = make(body);',
    ],
    ['AK313', "{ customerId, documentId: slot, separateDocumentId: id, side: 'FRONT' }"],
    ['AK313 AK313', '{ customerId, documentId: slot, separateDocumentId: id, a: 1, b: 2 }'],
    ['AK306 AK313', '{ customerId, documentId: slot, documentIdd: id }'],
    ['AK309', "{ customerId: 'csta-Q1', documentId: slot, separateDocumentId: id }"],
    ['AK309', "{ customerId: `csta-${'Q1'}`, documentId: slot, separateDocumentId: id }"],
    ['AK309 AK309', "{ customerId: 'a b', documentId: slot, separateDocumentId: '' }"],
    ['AK309', `{ customerId: '${'x'.repeat(37)}', documentId: slot, separateDocumentId: id }`],
    ['AK315', '{ customerId, documentId: nextSlot(), separateDocumentId: id }'],
    ['AK315', '{ customerId, documentId: await nextSlot, separateDocumentId: id }'],
    ['AK315', '{ customerId, documentId: slots[n++], separateDocumentId: id }'],
  ])('gets %s: %s', (codes, body, ...before) => {
    expect(link(body, ...before)).toBe(`kyc-document-link ${codes}`);
  });
});

describe('an id that is spelled out', () => {
  test.each([
    ['a constant', "const CUSTOMER = 'csta-1';", 'CUSTOMER'],
    ['an enum', "enum Demo { Customer = 'csta-1' }", 'Demo.Customer'],
  ])('as %s', (_, line, value) => {
    const { calls, text } = migrated([
      "import axios from 'axios';",
      line,
      `await axios.post('/customer/kyc/init', { customerId: ${value} });`,
    ]);
    expect(calls).toEqual(['kyc-init AK309']);
    expect(text).toContain('customerId is "csta-1", which akepa rejects');
  });

  test('in the path of a status', () => {
    const { calls } = migrated([
      "import axios from 'axios';",
      "await axios.get('/customer/kyc/status/csta-1');",
    ]);
    expect(calls).toEqual(['kyc-status AK309']);
    const { text } = migrated([
      "import axios from 'axios';",
      "await axios.get('/customer/kyc/status/cstap_1');",
    ]);
    expect(text).toContain(
      "axios.post('/akepa/status', {\n  customerId: 'cstap_1',\n  applicationId: await applicationOf('cstap_1'),\n}",
    );
  });
});

describe('a reference that is there already', () => {
  const init = (value: string): { readonly calls: readonly string[]; readonly text: string } =>
    migrated([
      "import axios from 'axios';",
      `await axios.post('/customer/kyc/init', { customerId, reference: ${value} });`,
    ]);

  test.each(["'abc123'", 'order.reference'])('is kept: %s', (value) => {
    expect(init(value).calls).toEqual(['kyc-init rewritten']);
    expect(init(value).text).toBe(
      `import axios from 'axios';\nawait axios.post('/akepa/identification', { customerId, reference: ${value} });\n`,
    );
  });

  test.each(["'UNIQUE_REFERENCE_ID'", "'0ceb1a8e-8b0d-4a5c-9f0e-0f6a9d2c1b3a'", "''"])(
    'is not: %s',
    (value) => {
      expect(init(value).calls).toEqual(['kyc-init AK309']);
      expect(init(value).text).toContain('which akepa rejects: letters and digits only, 32 at the most.');
    },
  );
});

describe('a body that is there already', () => {
  const generate = (options: string, ...lines: readonly string[]): string =>
    migrated([
      'const base = process.env.CONNECTFI_BASE_URL;',
      ...lines,
      `export const f = async () => (await fetch(\`\${base}/document/generate\`, ${options})).ok;`,
    ]).calls.join();

  test.each(['{}', 'null', 'undefined', "''", "'{}'", 'JSON.stringify({})', 'JSON.stringify(null)'])(
    'and says nothing is replaced: %s',
    (body) => {
      expect(generate(`{ method: 'POST', body: ${body} }`)).toBe('document-generate rewritten');
    },
  );

  test.each([
    ["{ method: 'POST', body: JSON.stringify({ a: 1 }) }"],
    ["{ method: 'POST', body: payload }"],
    ["{ method: 'POST', body: null, ...more }"],
    ["{ method: 'POST', headers: { a: 'b' }, ...more }"],
    ["{ method: 'POST', body: JSON.stringify(data) }", 'const data = {};', 'data.a = 1;'],
    ['init', "const init = { method: 'POST' };", 'init.body = payload;'],
    ['new Init()'],
  ])('and says something is left: %s', (options, ...lines) => {
    expect(generate(options, ...lines)).toBe('document-generate AK304');
  });
});

describe('the content type of a new body', () => {
  const generate = (headers: string): string =>
    migrated([
      'const base = process.env.CONNECTFI_BASE_URL;',
      `export const f = async () => (await fetch(\`\${base}/document/generate\`, { method: 'POST', headers: ${headers} })).ok;`,
    ]).calls.join();

  test.each([
    "{ 'Content-Type': 'application/json' }",
    "{ 'content-type': 'application/json; charset=utf-8' }",
    "new Headers({ 'Content-Type': 'application/json' })",
    '{ ...auth }',
    "{ 'x-connectfi-token': token }",
  ])('%s', (headers) => {
    expect(generate(headers)).toBe('document-generate rewritten');
  });

  test.each([
    "{ 'Content-Type': 'application/x-www-form-urlencoded' }",
    "{ 'Content-Type': type }",
    "{ ...(json && { 'Content-Type': 'application/json' }) }",
    "json ? { 'Content-Type': 'application/json' } : {}",
    'new Headers()',
    "[['x-connectfi-token', token]]",
    'getHeaders()',
  ])('is not sure with %s', (headers) => {
    expect(generate(headers)).toBe('document-generate AK304');
  });

  test.each([
    [
      "axios.create({ headers: { 'Content-Type': 'application/json' } }).post('/document/generate')",
      'rewritten',
    ],
    ["axios.create({ headers: { 'Content-Type': 'text/plain' } }).post('/document/generate')", 'AK304'],
    [
      "axios.post('/document/generate', null, { headers: { 'content-type': 'multipart/form-data' } })",
      'AK304',
    ],
    ["superagent.post('/document/generate').type('json')", 'rewritten'],
    ["superagent.post('/document/generate').type('form')", 'AK304'],
    ["superagent.post('/document/generate').set('Content-Type', 'text/xml')", 'AK304'],
    ["superagent.post('/document/generate').set({ 'Content-Type': 'application/json' })", 'rewritten'],
    ["got.post('/document/generate', { form: { a: 1 } })", 'AK304'],
  ])('%s: %s', (call, outcome) => {
    const imports = [
      "import axios from 'axios';",
      "import got from 'got';",
      "import superagent from 'superagent';",
    ];
    expect(migrated([...imports, `await ${call};`]).calls).toEqual([`document-generate ${outcome}`]);
  });
});
