import { describe, expect, test } from 'vitest';

import { NOTES, unusedWordNote, webhookNote } from '../../src/codes/notes.js';
import type { AkepaConfig } from '../../src/config/types.js';
import { CONFIG, migrated, migratedProject, onOneLine, todoCodes } from './run.js';

const STATUS = 'axios.get(`${BASE}/customer/kyc/status/${id}`)';
const LINK =
  'axios.post(`${BASE}/customer/kyc/document-link`, { customerId: id, documentId: s, separateDocumentId: d })';
const IMPORTS = ["import axios from 'axios';", "import { applicationOf } from './applications.js';"];

/** The lines of an async function after the migration, without the request. */
function reads(lines: readonly string[], config: AkepaConfig = CONFIG): string {
  const head = [...IMPORTS, 'async function f(id: string, outcome?: unknown) {', '  const BASE = url;'];
  const { text, calls } = migrated([...head, ...lines.map((line) => `  ${line}`), '}'], { config });
  expect(calls).toEqual(['kyc-status rewritten']);
  const request = /await axios\.post\([^)]*\),\n {2}\}\)/;
  expect(text).toMatch(request);
  const body = text.slice(text.indexOf('url;') + 5, -3).replace(request, 'await STATUS');
  return onOneLine(body).replaceAll('\n  ', '\n').trim();
}

/** The codes of a file that has one call of an answer and some readers. */
function codes(...lines: readonly string[]): string {
  return migrated([...IMPORTS, 'const BASE = url;', ...lines]).calls.join();
}

const APPROVED = "data.data.status === 'completed' && data.data.outcome === 'Approved'";

describe('a comparison stays one expression of its place', () => {
  test.each([
    ["if (data.data.kyc.status === 'APPROVED') go();", `if (${APPROVED}) go();`],
    ["if (data.data.kyc.status !== 'APPROVED') go();", `if (!(${APPROVED})) go();`],
    ["if (!(data.data.kyc.status === 'APPROVED')) go();", `if (!(${APPROVED})) go();`],
    ["go(!!(data.data.kyc.status === 'APPROVED'));", `go(!!(${APPROVED}));`],
    ["go(a && data.data.kyc.status === 'APPROVED');", `go(a && ${APPROVED});`],
    ["go(a || data.data.kyc.status === 'APPROVED');", `go(a || (${APPROVED}));`],
    ["go(a ?? (data.data.kyc.status === 'APPROVED'));", `go(a ?? (${APPROVED}));`],
    ["go(data.data.kyc.status === 'APPROVED' ? 1 : 2);", `go(${APPROVED} ? 1 : 2);`],
    ["go((data.data.kyc.status === 'APPROVED') === a);", `go((${APPROVED}) === a);`],
    ["go(data.data.kyc.status === 'APPROVED' === a);", `go((${APPROVED}) === a);`],
    ["go({ ok: data.data.kyc.status === 'APPROVED' });", `go({ ok: ${APPROVED} });`],
    ["go(`${data.data.kyc.status === 'APPROVED'}`);", `go(\`\${${APPROVED}}\`);`],
    ["go(!['APPROVED'].includes(data.data.kyc.status));", `go(!(${APPROVED}));`],
    [
      "go('APPROVED' != data.data['kyc'].status);",
      "go(!('completed' == data.data.status && 'Approved' == data.data.outcome));",
    ],
    [
      "go(data?.data?.kyc?.status === 'APPROVED');",
      "go(data?.data?.status === 'completed' && data?.data?.outcome === 'Approved');",
    ],
    [
      "go(data.data?.kyc.status! === 'APPROVED');",
      "go(data.data?.status === 'completed' && data.data?.outcome === 'Approved');",
    ],
    [
      "go((data as any).data.kyc.status === 'APPROVED');",
      "go((data as any).data.status === 'completed' && (data as any).data.outcome === 'Approved');",
    ],
  ])('%s', (line, expected) => {
    expect(reads([`const { data } = await ${STATUS};`, line])).toBe(
      `const { data } = await STATUS;\n${expected}`,
    );
  });
});

describe('a status on its way keeps its name', () => {
  test.each([
    [
      ['const s = data.data.kyc.status;', "go(s === 'APPROVED');"],
      [
        'const { status: s, outcome: kycOutcome } = data.data;',
        "go(s === 'completed' && kycOutcome === 'Approved');",
      ],
    ],
    [
      ['const s = data.data?.kyc?.status;', "go(s === 'APPROVED');"],
      [
        "const s = data.data?.status === 'completed' ? data.data?.outcome : data.data?.status;",
        "go(s === 'Approved');",
      ],
    ],
    [
      ['let s = null;', 's = data.data.kyc.status;', "go(s !== 'APPROVED', () => 'APPROVED' === s);"],
      [
        'let s = null;',
        "s = data.data.status === 'completed' ? data.data.outcome : data.data.status;",
        "go(s !== 'Approved', () => 'Approved' === s);",
      ],
    ],
    [
      ['const { kyc } = data.data;', "go(kyc.status === 'APPROVED');"],
      ['const kyc = data.data;', "go(kyc.status === 'completed' && kyc.outcome === 'Approved');"],
    ],
    [
      ['const { customer: { kycStatus: s } }: any = data.data;', "go(s === 'APPROVED');"],
      [
        'const { status: s, outcome: kycOutcome }: any = data.data;',
        "go(s === 'completed' && kycOutcome === 'Approved');",
      ],
    ],
  ])('%s', (lines, expected) => {
    expect(
      reads([`const { data } = await ${STATUS};`, ...lines])
        .split('\n')
        .slice(1),
    ).toEqual(expected);
  });

  test('and two answers of one function have two outcomes', () => {
    const { text } = migrated([
      ...IMPORTS,
      'export async function f(id: string) {',
      `  const { status } = (await ${STATUS.replace('${BASE}', '')}).data.data.kyc;`,
      `  const { status: later } = (await ${STATUS.replace('${BASE}', '')}).data.data.kyc;`,
      "  return status === 'APPROVED' && later === 'APPROVED';",
      '}',
    ]);
    expect(onOneLine(text)).toContain(
      "return (status === 'completed' && outcome === 'Approved' && later === 'completed' && kycOutcome === 'Approved');",
    );
  });
});

describe('WAITING_DATA', () => {
  const config: AkepaConfig = { ...CONFIG, akepa: { waitingData: ['pending_step_up', 'data_request'] } };

  test.each([
    [
      "if (data.data.kyc.status === 'WAITING_DATA' && a) go();",
      "if ((data.data.status === 'pending_step_up' || data.data.status === 'data_request') && a) go();",
    ],
    [
      "if (data.data.kyc.status !== 'WAITING_DATA') go();",
      "if (data.data.status !== 'pending_step_up' && data.data.status !== 'data_request') go();",
    ],
    [
      "go(['WAITING_DATA', 'APPROVED'].includes(data.data.kyc.status));",
      `go((${APPROVED}) || data.data.status === 'pending_step_up' || data.data.status === 'data_request');`,
    ],
  ])('is what the config says: %s', (line, expected) => {
    expect(reads([`const { data } = await ${STATUS};`, line], config)).toContain(expected);
  });

  test('is one status where the config says one', () => {
    const one: AkepaConfig = { ...CONFIG, akepa: { waitingData: ['pending_step_up'] } };
    expect(
      reads([`const { data } = await ${STATUS};`, "go(a || data.data.kyc.status == 'WAITING_DATA');"], one),
    ).toContain("go(a || data.data.status == 'pending_step_up');");
  });

  test('is nothing that the tool decides', () => {
    expect(codes(`if ((await ${STATUS}).data.data.kyc.status === 'WAITING_DATA') go();`)).toBe(
      'kyc-status AK322',
    );
    expect(
      codes(`const { data } = await ${STATUS}; if (data.data.kyc.status === 'WAITING_DATA') go();`),
    ).toBe('kyc-status AK319 AK303');
  });
});

describe('a reader that is not sure to decide as before stays, with its call', () => {
  test.each([
    ['AK320', "go(data.data.kyc.status === 'DENIED');"],
    ['AK320', "go(['APPROVED', 'DENIED'].includes(data.data.kyc.status));"],
    ['AK320', "switch (data.data.kyc.status) { case 'DENIED': break; default: go(); }"],
    ['AK321', "go(data.data.kyc.status === 'APPROVED', data.data.kyc.status === wanted);"],
    ['AK321', 'go([].includes(data.data.kyc.status));'],
    ['AK321', 'go(data.data.kyc.status);'],
    ['AK321', 'go(data.data.kyc.status.toLowerCase());'],
    ['AK321', "go(data.data.kyc.status ?? 'APPROVED');"],
    ['AK321', "data.data.kyc.status = 'APPROVED';"],
    ['AK321', "const status = data.data.kyc.status; console.log(status); go(status === 'APPROVED');"],
    [
      'AK321',
      "const is = (word) => word === 'APPROVED'; go(is(data.data.kyc.status), list.map(is));",
      'AK325',
    ],
    ['AK322', "const { kyc: { status, mode } } = data.data; go(status === 'APPROVED');"],
    ['AK322', "const { kyc: { status } = {} } = data.data; go(status === 'APPROVED');"],
    ['AK322', "go(data.data.kyc.status /* yet */ === 'APPROVED');"],
    ['AK323', "switch (data.data.kyc.status) { case 'APPROVED': go(); }"],
    ['AK325', "let s = stored; s = data.data.kyc.status; go(s === 'APPROVED');"],
    ['AK325', "let s = 'old'; s = data.data.kyc.status; go(s === 'APPROVED');", 'AK320'],
    ['AK325', "const is = (kyc) => kyc.status === 'APPROVED'; go(is(data.data.kyc), is(other));"],
    [
      'AK325',
      "function is(kyc) { kyc = fresh(kyc); return kyc.status === 'APPROVED'; } go(is(data.data.kyc));",
      'AK307 AK325',
    ],
    ['AK325', "const is = (kyc = old) => kyc.status === 'APPROVED'; go(is(data.data.kyc));"],
    ['AK328', 'go(data.data.customer.reference);'],
    ['AK318', 'go(data.data.kycDocumentList[0].id);'],
  ])('%s: %s', (code, line, other = code) => {
    const found = codes(`const { data } = await ${STATUS};`, line);
    expect(found.replace(/ AK303$/, '')).toBe(`kyc-status ${other}`);
  });

  test('as does one that others may call', () => {
    const reader = 'function is(kyc) { return kyc.status === "APPROVED"; }';
    const call = `const { data } = await ${STATUS}; go(is(data.data.kyc));`;
    expect(codes(reader, call)).toBe('kyc-status rewritten');
    expect(codes(`export ${reader}`, call)).toBe('kyc-status AK325 AK303');
  });

  test('as does a function that answers something else, too', () => {
    const read = (first: string): string =>
      `async function read() { ${first}; const { data } = await ${STATUS}; return data.data.kyc.status; }`;
    const use = "const s = await read(); go(s === 'APPROVED');";
    expect(codes(read('if (off) return undefined'), use)).toBe('kyc-status rewritten');
    expect(codes(read('if (off) return cached'), use)).toBe('kyc-status AK325 AK303');
  });

  test('and the annotation stands where it reads', () => {
    const { text } = migrated([
      ...IMPORTS,
      'export async function f(id: string) {',
      `  const { data } = await ${STATUS.replace('${BASE}', '')};`,
      '  await save(data.data.kyc.status);',
      '}',
    ]);
    expect(todoCodes(text)).toEqual(['AK303', 'AK321']);
    expect(text.split('\n').findIndex((line) => line.includes('AK321):')) + 1).toBe(
      text.split('\n').findIndex((line) => line.includes('save(data')),
    );
  });
});

describe('types', () => {
  const read = (type: string): string =>
    `const { data } = await axios.get<${type}>(\`\${BASE}/customer/kyc/status/\${id}\`); go(data.data.kyc.status === 'APPROVED');`;

  test.each([
    ['of no member', 'any', 'rewritten'],
    ['written in place', '{ data: { kyc: { status: string } } }', 'rewritten'],
    ['through an alias', 'Envelope<Own>', 'rewritten'],
    ['that others use', 'Envelope<Shared>', 'AK324'],
    ['that is exported', 'Envelope<Exported>', 'AK324'],
    ['that extends another', 'Envelope<Extended>', 'AK324'],
    ['of a package', 'Envelope<Imported>', 'AK324'],
  ])('%s', (_, type, expected) => {
    const declared = [
      'type Envelope<T> = { code: string; data: T };',
      'interface Own { kyc: { status: string } }',
      'interface Shared { kyc: { status: string } }',
      'export interface Exported { kyc: { status: string } }',
      'interface Extended extends Base { kyc: { status: string } }',
      'const empty: Shared = none;',
    ];
    expect(codes(...declared, read(type)).replace(/ AK303$/, '')).toBe(`kyc-status ${expected}`);
  });

  test('of a function that is declared in other words', () => {
    const call = `(await ${STATUS}).data.data`;
    const use = "const state = await read(); go(state.kyc.status === 'APPROVED');";
    expect(codes(`const read = async () => ${call};`, use)).toBe('kyc-status rewritten');
    expect(codes(`const read: Read = async () => ${call};`, use)).toBe('kyc-status AK324');
    expect(codes(`const read = async (): Promise<State> => ${call};`, use)).toBe('kyc-status AK324');
  });
});

describe('errors', () => {
  const inCatch = (line: string): { text: string; calls: readonly string[]; notes: readonly string[] } => {
    const { text, calls, result } = migrated([
      ...IMPORTS,
      'const BASE = url;',
      `try { await ${LINK}; } catch (err) {`,
      `  ${line}`,
      '}',
    ]);
    return { text, calls, notes: result.calls[0]?.notes ?? [] };
  };

  test.each([
    [
      "if (err.response.data.code === 'documentNotUploaded') go();",
      "err.response.data.code === 'fileNotFound'",
    ],
    ["if ('documentNotUploaded' !== err?.response?.data?.code) go();", "'fileNotFound' !== err"],
    [
      "const { code } = err.response.body; if (code == 'documentNotUploaded') go();",
      "code == 'fileNotFound'",
    ],
    ["switch (err.response.data.code) { case 'documentNotUploaded': go(); }", "case 'fileNotFound'"],
    [
      "if (['documentNotUploaded', 'documentNotFound'].includes(err.response.data.code)) go();",
      "['fileNotFound', 'documentNotFound']",
    ],
  ])('%s', (line, expected) => {
    const { text, calls, notes } = inCatch(line);
    expect(calls).toEqual(['kyc-document-link rewritten']);
    expect(text).toContain(expected);
    expect(notes).toContain(NOTES.legacyError);
  });

  test.each([
    ['AK326', 'if (SEVERAL.includes(err.response.data.code)) go();'],
    ['AK327', 'if (/not found/.test(err.response.data.message)) go();'],
    ['AK327', "if (err.response.data.message.startsWith('Document')) go();"],
    ['AK327', 'if (err.response.data.message === `Document ${d} do not uploaded`) go();'],
    ['AK327', 'const [, found] = err.response.data.message.split(" ");'],
  ])('%s: %s', (code, line) => {
    const { calls } = inCatch(`const SEVERAL = ['documentNotUploaded']; ${line}`);
    expect(calls).toEqual([`kyc-document-link ${code} AK303`]);
  });

  test('are noted where they are shown, and where 404 is asked for', () => {
    expect(inCatch('console.error(err.response.data.message);').notes).toContain(NOTES.messages);
    expect(inCatch('if (err.response.status === 404) go();').notes).toContain(NOTES.notFound);
    expect(inCatch('throw err;').notes).not.toContain(NOTES.messages);
  });

  test('may be made in another file, of an answer that is refused', () => {
    const outcomes = (line: string, made = 'new Error(String(res.status))'): readonly string[] =>
      migratedProject({
        'src/errors.ts': [`export const refused = (res: Response) => ${made};`],
        'src/kyc.ts': [
          "import { refused } from './errors.js';",
          "import { applicationOf } from './applications.js';",
          'const res = await fetch(`${process.env.CONNECTFI_BASE_URL}/customer/kyc/status/${id}`);',
          line,
        ],
      }).calls;
    expect(outcomes('if (!res.ok) throw refused(res);')).toEqual(['kyc-status rewritten']);
    // Of an answer that came, the code of the response is all that it reads.
    expect(outcomes('throw refused(res);')).toEqual(['kyc-status rewritten']);
    expect(outcomes('throw refused(res);', 'new Refused(res)')).toEqual(['kyc-status AK308']);
  });

  test('of other calls are none of ours', () => {
    const { calls } = migrated([
      ...IMPORTS,
      'const BASE = url;',
      `await ${LINK};`,
      'try { await other(); } catch (err) { if (/no/.test(err.response.data.message)) go(); }',
    ]);
    expect(calls).toEqual(['kyc-document-link rewritten']);
  });
});

describe('notes', () => {
  test('on a number that is compared with the code, and on a name that is left over', () => {
    const { result } = migrated([
      ...IMPORTS,
      "const APPROVED = 'APPROVED';",
      `const { data } = await ${STATUS.replace('${BASE}', '')};`,
      'if (data.code === 0 || data.data.kyc.status === APPROVED) go();',
    ]);
    expect(result.calls[0]?.notes).toEqual([
      NOTES.getBecomesPost,
      unusedWordNote('APPROVED'),
      NOTES.numericCode,
      NOTES.answerForm,
    ]);
  });

  test.each([
    [
      "'https://shop.example/hooks/kyc'",
      "app.post('/hooks/kyc', onKyc);",
      "`app.post('/hooks/kyc')` of src/app.ts",
    ],
    [
      '`${PUBLIC_URL}/hooks/kyc/${id}`',
      "hooks.all('/kyc/:id', onKyc);",
      "`hooks.all('/kyc/:id')` of src/app.ts",
    ],
    ["'https://shop.example/hooks/kyc'", "app.post('/hooks/card', onCard);", undefined],
    ["'https://shop.example/hooks/kyc'", "app.get('/hooks/kyc', show);", undefined],
    ['webhookURL', "app.post('/hooks/kyc', onKyc);", undefined],
  ])('on the webhook at %s, served by %s', (url, route, place) => {
    const { result } = migratedProject({
      'src/init.ts': [
        ...IMPORTS,
        `await axios.post('/customer/kyc/init', { customerId, webhookURL: ${url} });`,
      ],
      // It holds a legacy path, or it would not be looked at.
      'src/app.ts': [...IMPORTS, route, 'await axios.get(`/card/list/${id}`);'],
    });
    const init = result.calls.find(({ endpoint }) => endpoint === 'kyc-init');
    expect(init?.outcome).toBe('rewritten');
    expect(init?.notes).toEqual([webhookNote(place), NOTES.webhookSilence]);
  });
});
