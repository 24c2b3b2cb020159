import { describe, expect, test } from 'vitest';

import { migrated } from './run.js';

const HEAD = [
  "import axios from 'axios';",
  "import { applicationOf } from './applications.js';",
  'const BASE = process.env.CONNECTFI_BASE_URL;',
];
const GENERATE = 'fetch(`${BASE}/document/generate`, { method: "POST" })';
const UPLOAD = 'fetch(`${BASE}/document/upload/${id}`, { method: "POST", body: form })';
const LINK =
  'fetch(`${BASE}/customer/kyc/document-link`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ customerId: c, documentId: slot, separateDocumentId: id }) })';
const STATUS = 'axios.get(`${BASE}/customer/kyc/status/${c}`)';

/** The outcomes, and the text of the program behind its head. */
function flow(...lines: readonly string[]): { calls: string; text: string } {
  const { calls, text } = migrated([...HEAD, ...lines], { file: 'kyc.js' });
  return { calls: calls.join(', '), text: text.slice(text.indexOf('// program')) };
}

const ANSWER =
  'async function answerOf(response) { if (!response.ok) throw new Error("no"); return response.json(); }';

describe('a helper that several calls share', () => {
  test.each([
    ['a function of the response', ANSWER, 'await answerOf(await {})'],
    [
      'a function of the promise',
      'async function answerOf(request) { const r = await request; if (!r.ok) throw new Error("no"); return r.json(); }',
      'await answerOf({})',
    ],
    ['a callback by its name', ANSWER, 'await {}.then(answerOf)'],
    [
      'a helper in a helper',
      `${ANSWER} const sent = async (request) => answerOf(await request);`,
      'await sent({})',
    ],
    [
      'a pattern',
      'const answerOf = async ({ ok, json }) => json();'
        .replace('{ ok, json }', 'r')
        .replace('json()', 'r.json()'),
      'await answerOf(await {})',
    ],
  ])('keeps their readers apart: %s', (_, helper, call) => {
    const of = (request: string): string => call.replace('{}', request);
    const { calls } = flow(
      helper,
      'export async function place(c, slot, form) {',
      `  const { data: { id } } = ${of(GENERATE)};`,
      `  ${of(UPLOAD)};`,
      `  const linked = ${of(LINK)};`,
      "  return linked.data.kyc.status === 'APPROVED';",
      '}',
    );
    expect(calls).toBe('document-generate rewritten, document-upload rewritten, kyc-document-link rewritten');
  });

  test('is read by each of them', () => {
    const { calls } = flow(
      'async function answerOf(response) {',
      '  const body = await response.json();',
      "  if (body.data.kyc.mode === 'x') throw new Error('no');",
      '  return body;',
      '}',
      `export const start = async () => (await answerOf(await ${GENERATE})).data.id;`,
      `export const put = async (id, form) => void (await answerOf(await ${UPLOAD}));`,
    );
    expect(calls).toBe('document-generate AK307, document-upload AK307');
  });

  test('is edited once where all of them move', () => {
    const { calls, text } = flow(
      '// program',
      'const isDone = ({ data }) => data.data.kyc.status === "APPROVED";',
      `export const one = async (c) => isDone(await ${STATUS});`,
      `export const other = async (c) => !isDone(await ${STATUS});`,
    );
    expect(calls).toBe('kyc-status rewritten, kyc-status rewritten');
    expect(text).toContain(
      "({ data }) => data.data.status === 'completed' && data.data.outcome === 'Approved'",
    );
  });

  test('is not edited where others give it something else', () => {
    const { calls } = flow(
      'const isDone = ({ data }) => data.data.kyc.status === "APPROVED";',
      `export const one = async (c) => isDone(await ${STATUS});`,
      'export const other = async (c) => isDone(cache.get(c));',
    );
    expect(calls).toBe('kyc-status AK325 AK303');
  });

  test('may be shared with others where only its callers read', () => {
    const { calls } = flow(
      'const bodyOf = (response) => response.data;',
      `export async function one(c) { const body = bodyOf(await ${STATUS}); return body.data.kyc.status === "APPROVED"; }`,
      'export const other = async (c) => bodyOf(await axios.get(`${BASE}/customer/status/${c}`)).data.name;',
    );
    expect(calls).toBe('kyc-status rewritten');
  });

  test('is left where it has a default', () => {
    const { calls } = flow(
      'const bodyOf = (response = cache.last) => response.data;',
      `export async function one(c) { const body = bodyOf(await ${STATUS}); return body.data.kyc.status === "APPROVED"; }`,
      'export const other = async (c) => bodyOf().data.kyc.status;',
    );
    expect(calls).toBe('kyc-status AK325 AK303');
  });

  test('that answers something else, too, is no reader of its own', () => {
    const { calls } = flow(
      'const bodyOf = (response) => response.data ?? cache.last;',
      `export async function one(c) { const body = bodyOf(await ${STATUS}); return body.data.kyc.status === "APPROVED"; }`,
    );
    expect(calls).toBe('kyc-status AK308');
    const two = flow(
      'const bodyOf = (response) => { if (old) return cache.last; return response.data; };',
      `export async function one(c) { const body = bodyOf(await ${STATUS}); return body.data.kyc.status === "APPROVED"; }`,
    );
    expect(two.calls).toBe('kyc-status AK325 AK303');
  });

  test('that keeps the answer for all is followed to whoever asks', () => {
    const { calls } = flow(
      'let last;',
      'const keep = (response) => { last = response.data; };',
      'const kept = () => last;',
      `export const one = async (c) => { keep(await ${STATUS}); };`,
      'export const other = () => kept().data.kyc.mode;',
    );
    expect(calls).toBe('kyc-status AK307');
  });

  test('that calls itself ends the search', () => {
    const { calls } = flow(
      'const bodyOf = (response, n) => (n === 0 ? response.data : bodyOf(response, n - 1));',
      `export const one = async (c) => bodyOf(await ${STATUS}, 2).data.kyc.mode;`,
    );
    expect(calls).toBe('kyc-status AK308');
  });

  test('reads a member that two places give it', () => {
    const { calls, text } = flow(
      '// program',
      'const isDone = (kyc) => kyc.status === "APPROVED";',
      'export async function one(c) {',
      `  const { data } = await ${STATUS};`,
      '  return isDone(data.data.kyc) || !isDone(data.data.kyc);',
      '}',
    );
    expect(calls).toBe('kyc-status rewritten');
    expect(text).toContain('return isDone(data.data) || !isDone(data.data);');
  });

  test('a name that a member comes to twice is left', () => {
    const { calls } = flow(
      'export async function one(c, again) {',
      `  const { data } = await ${STATUS};`,
      '  let kyc = data.data.kyc;',
      '  if (again) kyc = data.data.kyc;',
      '  return kyc.status === "APPROVED";',
      '}',
    );
    expect(calls).not.toContain('rewritten');
  });
});
