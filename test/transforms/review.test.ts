import { describe, expect, test } from 'vitest';

import { NOTES } from '../../src/codes/notes.js';
import { migrated } from './run.js';

const HEAD = [
  "import axios from 'axios';",
  "import apiFetch from '@wordpress/api-fetch';",
  "import { applicationOf } from './applications.js';",
  'const BASE = process.env.CONNECTFI_BASE_URL;',
];

function run(...lines: readonly string[]): { readonly calls: readonly string[]; readonly text: string } {
  return migrated([...HEAD, ...lines]);
}

describe('options that are spread in', () => {
  const generate = (options: string): string => `await fetch(\`\${BASE}/document/generate\`, ${options});`;

  test.each([
    ['headers of a call', "{ method: 'POST', ...auth() }"],
    ['headers of an unknown name', "{ method: 'POST', ...common }"],
    ['a method of an unknown name behind one', "{ headers: {}, method: 'POST', ...common }"],
  ])('may hold %s', (_, options) => {
    expect(run(generate(options)).calls).toEqual(['document-generate AK304']);
  });

  test('keep their headers when they are plain', () => {
    const { calls, text } = run(
      'const common = { headers: { token } };',
      generate("{ method: 'POST', ...common }"),
    );
    expect(calls).toEqual(['document-generate rewritten']);
    expect(text).toContain("headers: { ...common.headers, 'Content-Type': 'application/json' }");
  });

  test('are left when their headers are an object of headers', () => {
    const { calls } = run(
      'const common = { headers: new Headers() };',
      generate("{ method: 'POST', ...common }"),
    );
    expect(calls).toEqual(['document-generate AK304']);
  });
});

describe('a member in brackets', () => {
  test.each([
    ["const verb = 'get'; await axios[verb]", 'AK304'],
    ["const get = 'get'; await axios[get]", 'AK304'],
    ["await axios['get']", 'rewritten'],
  ])('%s', (callee, expected) => {
    expect(run(`${callee}(\`/customer/kyc/status/\${id}\`);`).calls).toEqual([`kyc-status ${expected}`]);
  });
});

describe('a value that is known in part', () => {
  test.each([
    'customerId: `csta-${n}`',
    "customerId: 'sdoc-' + x",
    'customerId, reference: `ref-${n}`',
    'customerId, reference: crypto.randomUUID()',
    "customerId, syncMode: 'true'",
    'customerId, webhookURL: `https://a/<${n}>`',
  ])('is rejected: %s', (body) => {
    expect(run(`await axios.post('/customer/kyc/init', { ${body} });`).calls).toEqual(['kyc-init AK309']);
  });

  test.each([
    'customerId: `csta_${n}`',
    "customerId, reference: crypto.randomUUID().replaceAll('-', '')",
    'customerId, syncMode: true, webhookURL: `https://a-b/${n}`',
  ])('is taken: %s', (body) => {
    expect(run(`await axios.post('/customer/kyc/init', { ${body} });`).calls).toEqual(['kyc-init rewritten']);
  });
});

test.each([
  ['number', 'String(id)'],
  ['string | number', 'String(id)'],
  ['bigint', 'String(id)'],
  ['string', 'id'],
])('an id of the type %s is sent as %s', (type, expected) => {
  const { text } = run(`async function f(id: ${type}) { await axios.get(\`/customer/kyc/status/\${id}\`); }`);
  expect(text).toMatch(expected === 'id' ? /customerId: id,/ : /customerId: String\(id\),/);
});

describe('a file', () => {
  const upload = (...lines: readonly string[]): readonly string[] => run(...lines).calls;
  const send = "await axios.post('/document/upload/1', form);";

  test.each([
    ['AK311', "form.append('file', s, { filename: `${id}.pdf`, contentType: 'application/pdf' });"],
    ['AK311', "form.append('file', s, { contentType: 'application/pdf' });"],
    ['AK311', "form.append('file', new Blob([bytes], { type: 'application/pdf' }));"],
    ['rewritten', "form.append('file', new Blob([bytes], { type: 'image/png' }), 'front.jpeg');"],
  ])('%s: %s', (expected, line) => {
    expect(upload('const form = new FormData();', line, send)).toEqual([`document-upload ${expected}`]);
  });

  test.each([
    ['AK314', "axios.postForm('/document/upload/1', { document: file });"],
    ['AK314', "axios.post('/document/upload/1', { document: file });"],
    ['rewritten', "axios.postForm('/document/upload/1', { file });"],
  ])('%s: %s', (expected, line) => {
    expect(upload(line)).toEqual([`document-upload ${expected}`]);
  });
});

test('a handler of an error that akepa does not have gets a note', () => {
  const { result } = migrated([
    ...HEAD,
    "if (error.code === 'documentNotUploaded') retry();",
    "await axios.post('/customer/kyc/init', { customerId });",
  ]);
  expect(result.calls[0]?.notes).toContain(NOTES.legacyError);
});

test('an id that a call computes is to be put in a const', () => {
  const { text } = run('await axios.get(`/customer/kyc/status/${find(a)}`);');
  expect(text).toContain('`{customerId}`, which is computed by a call here. Put it in a const first.');
});

test('a status that no cache keeps is a matter for a note', () => {
  const { calls, result } = run(
    "await fetch(`${BASE}/customer/kyc/status/${id}`, { cache: 'no-store', next: { revalidate: 0 } });",
  ) as ReturnType<typeof migrated>;
  expect(calls).toEqual(['kyc-status rewritten']);
  expect(result.calls[0]?.notes).toContain(NOTES.getBecomesPost);
});

describe('an annotation', () => {
  const call = "await apiFetch({ path: '/customer/kyc/upload/a/b', method: 'POST', body: form });";

  test.each([
    '// tslint:disable-next-line',
    '// nosemgrep',
    '/* eslint-disable-next-line\n   no-void */',
    '// biome-ignore lint: x',
    '// @ts-ignore',
    '// prettier-ignore',
    '/* istanbul ignore next */',
    '// oxlint-disable-next-line',
    '// akepa-ignore-next-line',
  ])('stands above %s', (directive) => {
    const { text } = run(directive, call);
    expect(text).toContain(`${directive}\n${call}`);
    expect(text).toContain('AK310');
    expect(migrated(text).text).toBe(text);
  });

  test('keeps the words that somebody wrote behind it', () => {
    const text = run(call).text.replace('gives a promise.', 'gives a promise. Jane does it.');
    expect(migrated(text).text).toBe(text);
  });

  test('leaves no white space at the end of a line', () => {
    expect(run('a();  // TODO(akepa-migrate AK301): x').text).toBe([...HEAD, 'a();', ''].join('\n'));
  });
});
