import { describe, expect, test } from 'vitest';

import { CONFIG, migrated } from './run.js';

const HEAD = ["import axios from 'axios';", 'const BASE = process.env.CONNECTFI_BASE_URL;'];
const GENERATE = 'export const id = async () => (await axios.post(BASE + GENERATE)).data.data.id;';

function outcome(...lines: readonly string[]): { readonly calls: readonly string[]; readonly text: string } {
  return migrated([...HEAD, ...lines]);
}

describe('a path constant', () => {
  test('that only the call uses is edited', () => {
    const { calls, text } = outcome("const GENERATE = '/document/generate';", GENERATE);
    expect(calls).toEqual(['document-generate rewritten']);
    expect(text).toContain("const GENERATE = '/akepa/document/generate';");
  });

  test('that all movers use is edited once', () => {
    const { calls, text } = outcome(
      "const GENERATE = '/document/generate';",
      GENERATE,
      GENERATE.replace('id', 'other'),
    );
    expect(calls).toEqual(['document-generate rewritten', 'document-generate rewritten']);
    expect(text.match(/akepa\/document\/generate/g)).toHaveLength(1);
  });

  test('that is passed on through another constant is edited', () => {
    const { calls, text } = outcome("const PATH = '/document/generate';", 'const GENERATE = PATH;', GENERATE);
    expect(calls).toEqual(['document-generate rewritten']);
    expect(text).toContain("const PATH = '/akepa/document/generate';");
  });

  test.each([
    ['is exported', ["export const GENERATE = '/document/generate';"]],
    ['is exported further down', ["const GENERATE = '/document/generate';", 'export { GENERATE };']],
    ['is exported as a whole', ["const GENERATE = '/document/generate';", 'export default GENERATE;']],
    ['is exported by CommonJS', ["const GENERATE = '/document/generate';", 'module.exports = { GENERATE };']],
    ['is logged', ["const GENERATE = '/document/generate';", 'console.log(GENERATE);']],
    [
      'is used by a call that stays',
      ["const GENERATE = '/document/generate';", 'axios.delete(BASE + GENERATE);'],
    ],
    ['is used by a route', ["const GENERATE = '/document/generate';", 'app.post(GENERATE, handler);']],
  ])('that %s is left, with the call', (_, lines) => {
    const { calls, text } = outcome(...lines, GENERATE);
    expect(calls).toContain('document-generate AK305');
    expect(calls).not.toContain('document-generate rewritten');
    expect(text).toContain('The path comes from `GENERATE`, which other code uses too.');
    expect(text).toContain("GENERATE = '/document/generate'");
  });
});

describe('an object of paths', () => {
  const use = 'export const id = async () => (await axios.post(BASE + PATHS.generate)).data.data.id;';
  const paths = "const PATHS = { generate: '/document/generate', cards: '/card/list' };";

  test('is edited when only its other members are used elsewhere', () => {
    const { calls, text } = outcome(
      paths,
      use,
      'export const cards = () => axios.get(`${BASE}${PATHS.cards}/1`);',
    );
    expect(calls).toEqual(['document-generate rewritten', 'card-list left']);
    expect(text).toContain("const PATHS = { generate: '/akepa/document/generate', cards: '/card/list' };");
  });

  test.each([
    ['is exported', paths.replace('const', 'export const')],
    ['is handed on', `${paths} register(PATHS);`],
    ['is read with a name that is not known', `${paths} register(PATHS[name]);`],
    ['has the member used elsewhere', `${paths} register(PATHS.generate);`],
    ['is spread', `${paths} const all = { ...PATHS }; register(all);`],
    ['is taken apart', `${paths} const { generate } = PATHS; register(generate);`],
  ])('is left when it %s', (_, line) => {
    expect(outcome(line, use).calls).toEqual(['document-generate AK305']);
  });
});

describe('options and bodies', () => {
  test('that two calls share are left', () => {
    const { calls, text } = outcome(
      "const init = { method: 'POST' };",
      'export const a = async () => (await fetch(`${BASE}/document/generate`, init)).ok;',
      'export const b = async () => (await fetch(`${BASE}/customer/status/1`, init)).ok;',
    );
    expect(calls).toEqual(['document-generate AK304']);
    expect(text).toContain('(other code uses its options too)');
  });

  test('whose method is a constant are left', () => {
    const { calls, text } = outcome(
      "const GET = 'GET';",
      'export const a = async (id: string) => (await fetch(`${BASE}/customer/kyc/status/${id}`, { method: GET })).ok;',
    );
    expect(calls).toEqual(['kyc-status AK304']);
    expect(text).toContain('The method of this call is set where a safe edit is not possible (it is `GET`)');
  });

  test('of an own function are edited in it when it is called once', () => {
    const { calls, text } = outcome(
      'export async function a() {',
      "  const config = () => ({ method: 'POST', url: `${BASE}/document/generate` });",
      '  return (await axios(config())).data.data.id;',
      '}',
    );
    expect(calls).toEqual(['document-generate rewritten']);
    expect(text).toContain('url: `${BASE}/akepa/document/generate`');
  });
});

describe('a legacy call inside of another', () => {
  const config = { ...CONFIG, values: { ...CONFIG.values, applicationId: { expression: 'current()' } } };
  const head = [...HEAD, "import { current } from './current';"];

  test('moves with it where its text stays', () => {
    const { calls, text } = migrated(
      [
        ...head,
        'await axios.post(`${BASE}/customer/kyc/document-link`, {',
        '  customerId: person,',
        '  documentId: slot,',
        '  separateDocumentId: /* new */ (await axios.post(`${BASE}/document/generate`)).data.data.id,',
        '});',
      ],
      { config },
    );
    expect(calls).toEqual(['kyc-document-link rewritten', 'document-generate rewritten']);
    expect(text).toContain(
      'documents: /* new */ [{ entityId: person, documentId: (await axios.post(`${BASE}/akepa/document/generate`, {',
    );
  });

  test('is left where its text would move', () => {
    const { calls, text } = migrated(
      [
        ...head,
        'await axios.get(`${BASE}/customer/kyc/status/${(await axios.post(`${BASE}/document/generate`)).data.data.id}`);',
      ],
      { config },
    );
    expect(calls).toEqual(['kyc-status AK304', 'document-generate rewritten']);
    expect(text).toContain('(another legacy call stands inside of it)');
  });

  test('moves with it inside of headers', () => {
    const { calls, text } = migrated(
      [
        ...head,
        'const signed = (key: string) => ({ key });',
        'await fetch(`${BASE}/customer/kyc/status/1`, { headers: signed((await axios.post(`${BASE}/document/generate`)).data.data.id) });',
      ],
      { config },
    );
    expect(calls).toEqual(['kyc-status rewritten', 'document-generate rewritten']);
    expect(text).toContain(
      [
        '  headers: {',
        '    ...signed(',
        '      (',
        '        await axios.post(`${BASE}/akepa/document/generate`, {',
      ].join('\n'),
    );
    expect(text).toContain(
      ['      ).data.data.id,', '    ),', "    'Content-Type': 'application/json',", '  },'].join('\n'),
    );
  });
});
