import { expect, test } from 'vitest';

import { analysed, calls } from './calls.js';
import { ROWS } from './confidence.rows.js';

const POST = '{ method: "POST" }';
const GENERATE = 'document-generate POST fetch';

test.each(ROWS)('%s', (_name, source, ...expected) => {
  expect(calls(source)).toEqual(expected);
});

test.each([
  ['the base', '"https://kyc.acme.io"', ['https://kyc.acme.io'], 'certain'],
  ['the base with a slash', '"https://kyc.acme.io"', ['https://kyc.acme.io/'], 'certain'],
  ['below the base', '"https://kyc.acme.io/v2"', ['https://kyc.acme.io'], 'certain'],
  ['an expression', 'process.env.KYC_URL', ['process.env.KYC_URL'], 'certain'],
  ['what stands in', '(process.env.A ?? "https://kyc.acme.io")', ['https://kyc.acme.io'], 'certain'],
  ['an unknown base', 'config.url', ['https://kyc.acme.io'], 'likely'],
])('baseUrls: %s', (_name, base, baseUrls, confidence) => {
  const source = `fetch(${base} + "/document/generate", ${POST})`;
  expect(calls(source, undefined, { baseUrls })).toEqual([`${GENERATE} ${confidence} 1`]);
});

test.each(['"https://kyc.acme.iox"', '"https://kyc.acme.io.evil"', '"http://localhost:3000"'])(
  'baseUrls: %s is another service',
  (base) => {
    const source = `fetch(${base} + "/document/generate", ${POST})`;
    expect(calls(source)).toHaveLength(1);
    expect(calls(source, undefined, { baseUrls: ['https://kyc.acme.io'] })).toEqual([]);
  },
);

test('evidence and trail say where it comes from', () => {
  const [call] = analysed([
    'import axios from "axios";',
    'const PATHS = {',
    '  status: "/customer/kyc/status",',
    '} as const;',
    'const path = (id: string) => `${PATHS.status}/${id}`;',
    'const api = axios.create({ baseURL: "https://api.connectfi.com", headers: { "x-connectfi-token": t } });',
    'export const status = (id: string) => api.get(path(id));',
  ]).calls;
  expect(call?.evidence).toEqual([
    'header x-connectfi-token',
    'base URL https://api.connectfi.com',
    'GET /customer/kyc/status/:customerId',
  ]);
  expect(call?.trail).toEqual([
    {
      file: 'src/kyc.ts',
      line: 6,
      text: 'const api = axios.create({ baseURL: "https://api.connectfi.com", headers: { "x-connectfi-token": t } });',
    },
    { file: 'src/kyc.ts', line: 3, text: 'status: "/customer/kyc/status",' },
    { file: 'src/kyc.ts', line: 5, text: 'const path = (id: string) => `${PATHS.status}/${id}`;' },
  ]);
  expect(call?.url.flat).toBe('https://api.connectfi.com/customer/kyc/status/\uE000');
});

test.each([
  [
    'another host',
    `fetch("https://api.acme.io/document/generate", ${POST})`,
    'host api.acme.io is not known to be connectFi',
  ],
  ['a prefix', `fetch("/api/v1/document/generate", ${POST})`, 'prefix /api/v1'],
  [
    'another service by name',
    `fetch(process.env.DOCUSIGN_API_URL + "/document/generate", ${POST})`,
    'base DOCUSIGN_API_URL names another service',
  ],
  ['the method', 'fetch("/document/generate")', 'path /document/generate'],
  [
    'a constant',
    `const CONNECTFI = "https://kyc.acme.io"; fetch(CONNECTFI + "/document/generate", ${POST})`,
    'base URL from CONNECTFI',
  ],
  ['a URL that is no match', 'fetch("https://kyc.acme.io/x")', undefined],
])('evidence: %s', (_name, source, evidence) => {
  const found = analysed(source).calls.flatMap((call) => call.evidence);
  if (evidence === undefined) expect(found).toEqual([]);
  else expect(found).toContain(evidence);
});

test('a host that connectFi is named by is not called unknown', () => {
  const [call] = analysed(`fetch("https://api.connectfi.com/document/generate", ${POST})`).calls;
  expect(call?.evidence).toEqual(['base URL https://api.connectfi.com', 'POST /document/generate']);
});
