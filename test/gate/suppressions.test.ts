import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

import plugin from '../../rules/index.js';
import { dayOf, isDay, isExpired, nextDay } from '../../src/gate/dates.js';
import { akepa } from '../support/cli.js';
import { folder } from '../support/folder.js';
import { gate } from './gate.js';

const CALL = "axios.post('/customer/kyc/init', { customerId })";
const IMPORT = "import axios from 'axios';\n";

/** What `check` makes of a file: which lines fail, which are suppressed, and what is said. */
async function checked(text: string, file = 'a.ts', ...args: string[]): Promise<object> {
  const { result } = await gate(folder({ [file]: IMPORT + text }), ...args);
  return {
    fails: result.findings.filter(({ fails }) => fails).map(({ line }) => line),
    suppressed: result.findings.filter(({ suppressed }) => suppressed).map(({ line }) => line),
    notices: result.notices.map(({ code, line }) => `${code}:${line}`),
  };
}

/** The lines that the rule reports, and what it reports of comments. */
async function linted(text: string): Promise<object> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      plugin.configs.recommended,
      { files: ['**/*.jsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
    ],
  });
  const [result] = await eslint.lintText(IMPORT + text, { filePath: 'a.jsx' });
  const said = (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'akepa/no-legacy-endpoint')
    .map(({ line, message }) => ({
      line,
      code: /^AK4\d\d/.exec(message)?.[0],
    }));
  return {
    fails: said.flatMap(({ line, code }) => (code === undefined ? [line] : [])),
    notices: said.flatMap(({ line, code }) => (code === undefined ? [] : [`${code}:${line}`])),
  };
}

const REASON = 'akepa-ignore-next-line kyc-init -- the sandbox has no akepa yet';

describe('a suppression holds for the next line', () => {
  test.concurrent.each<[string, string, number]>([
    ['a line comment', `// ${REASON}\n${CALL};\n`, 3],
    ['a block comment', `/* ${REASON} */\n${CALL};\n`, 3],
    [
      'one on several lines',
      `/*\n * akepa-ignore-next-line kyc-init\n * -- no akepa yet\n */\n${CALL};\n`,
      6,
    ],
    ['one that ends', `// ${REASON} until 2099-12-31\n${CALL};\n`, 3],
    ['a reason with `until` in it', `// ${REASON} until the vendor answers\n${CALL};\n`, 3],
    ['in JSX', `const a = (\n  <p>\n    {/* ${REASON} */}\n    {${CALL}}\n  </p>\n);\n`, 5],
    [
      'above other comments',
      `// ${REASON}\n// eslint-disable-next-line no-console\n/* more */\n${CALL};\n`,
      5,
    ],
    [
      'above a call on several lines',
      `// ${REASON}\nconst { data } = await axios.post(\n  '/customer/kyc/init',\n  { customerId },\n);\n`,
      3,
    ],
    ['with line ends of Windows', `// ${REASON}\r\n${CALL};\r\n`, 3],
    ['of a path that no call uses', `// ${REASON}\nexport const INIT = '/customer/kyc/init';\n`, 3],
  ])('%s', async (_, text, line) => {
    expect(await checked(text, 'a.tsx')).toEqual({ fails: [], suppressed: [line], notices: [] });
    expect(await linted(text)).toEqual({ fails: [], notices: [] });
  });

  test.concurrent('one comment for each endpoint of the line', async () => {
    const text =
      `// ${REASON}\n// akepa-ignore-next-line kyc-status -- nor this\n` +
      `await Promise.all([${CALL}, axios.get('/customer/kyc/status/1')]);\n`;
    expect(await checked(text)).toEqual({ fails: [], suppressed: [4, 4], notices: [] });
    expect(await linted(text)).toEqual({ fails: [], notices: [] });
  });
});

describe('what does not hold', () => {
  test.concurrent.each<[string, string, object]>([
    [
      'another endpoint',
      `// akepa-ignore-next-line kyc-status -- why\n${CALL};\n`,
      { fails: [3], notices: ['AK402:2'] },
    ],
    ['two lines above', `// ${REASON}\n\n${CALL};\n`, { fails: [4], notices: ['AK402:2'] }],
    ['the same line', `${CALL}; // ${REASON}\n`, { fails: [2], notices: ['AK402:2'] }],
    ['nothing below', `// ${REASON}\n`, { fails: [], notices: ['AK402:2'] }],
    [
      'eslint-disable',
      `// eslint-disable-next-line akepa/no-legacy-endpoint -- why\n${CALL};\n`,
      { fails: [3], notices: [] },
    ],
  ])('%s', async (_, text, { fails, notices }: { fails?: number[]; notices?: string[] }) => {
    expect(await checked(text)).toEqual({ fails, suppressed: [], notices });
  });

  test.concurrent.each<[string, string, string]>([
    ['no reason', 'akepa-ignore-next-line kyc-init', 'it gives no reason; write kyc-init -- <reason>'],
    [
      'no reason but a day',
      'akepa-ignore-next-line kyc-init -- until 2099-01-01',
      'it gives no reason; write kyc-init -- <reason>',
    ],
    ['no endpoint', 'akepa-ignore-next-line -- why', 'it names no endpoint; there are kyc-init, '],
    [
      'an unknown endpoint',
      'akepa-ignore-next-line kyc-int -- why',
      'there is no endpoint kyc-int; did you mean kyc-init?',
    ],
    [
      'nothing like an endpoint',
      'akepa-ignore-next-line everything -- why',
      'there is no endpoint everything; there are kyc-init, ',
    ],
    [
      'another directive',
      'akepa-ignore kyc-init -- why',
      'there is no akepa-ignore; write akepa-ignore-next-line',
    ],
    [
      'eslint’s verb',
      'akepa-disable-next-line kyc-init -- why',
      'there is no akepa-disable-next-line; write akepa-ignore-next-line',
    ],
  ])('%s', async (_, comment, fault) => {
    const text = `// ${comment}\n${CALL};\n`;
    expect(await checked(text)).toEqual({ fails: [3], suppressed: [], notices: ['AK401:2'] });
    expect(await linted(text)).toEqual({ fails: [3], notices: ['AK401:2'] });
    const { result } = await gate(folder({ 'a.ts': IMPORT + text }));
    expect(result.notices[0]?.message).toContain(`This suppression is not heeded: ${fault}`);
  });

  test.concurrent.each(['2020-01-31', '2027-02-30', '31.1.2099', '2099'])('until %s', async (day) => {
    const text = `// ${REASON} until ${day}\n${CALL};\n`;
    expect(await checked(text)).toEqual({ fails: [3], suppressed: [], notices: ['AK403:2'] });
    expect(await linted(text)).toEqual({ fails: [3], notices: ['AK403:2'] });
  });
});

test.concurrent('a suppression holds up to and including its day', async () => {
  const text = `// ${REASON} until 2027-01-31\n${CALL};\n`;
  expect(await checked(text, 'a.ts', '--as-of', '2027-01-31')).toMatchObject({ fails: [], suppressed: [3] });
  expect(await checked(text, 'a.ts', '--as-of', '2027-02-01')).toMatchObject({ fails: [3], suppressed: [] });
});

test.concurrent('what is only hidden by its confidence keeps a suppression in use', async () => {
  const text =
    "// akepa-ignore-next-line document-generate -- another service\nfetch('/api/v1/document/generate', { method: 'POST' });\n";
  expect(await checked(text)).toEqual({ fails: [], suppressed: [], notices: [] });
});

test.concurrent('a suppression in a file without a legacy word is looked at', async () => {
  const { result } = await gate(folder({ 'a.ts': '// akepa-ignore-next-line all -- why\nrun();\n' }));
  expect(result.notices).toMatchObject([{ code: 'AK401', line: 1 }]);
});

test.concurrent('ESLint’s own comments are ESLint’s', async () => {
  expect(await linted(`// eslint-disable-next-line akepa/no-legacy-endpoint -- why\n${CALL};\n`)).toEqual({
    fails: [],
    notices: [],
  });
});

test.concurrent(
  'people are told where a suppression is at fault, and what of them is not shown',
  async () => {
    const cwd = folder({
      'a.ts': `${IMPORT}// ${REASON}\n${CALL};\n// akepa-ignore-next-line kyc-init\nrun();\n`,
    });
    const { code, out } = await akepa(['check'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain(
      'Not shown: 1 suppressed.\na.ts:4  AK401 This suppression is not heeded: it gives no reason',
    );
  },
);

test('days', () => {
  expect(['2027-01-31', '2028-02-29'].every(isDay)).toBe(true);
  expect(['2027-02-29', '2027-13-01', '2027-1-1', '2027-01-31T00:00:00Z', ''].some(isDay)).toBe(false);
  expect(nextDay('2027-12-31')).toBe('2028-01-01');
  expect([isExpired('2027-01-31', '2027-01-31'), isExpired('2027-01-31', '2027-02-01')]).toEqual([
    false,
    true,
  ]);
  expect(dayOf(new Date('2027-01-31T23:59:59Z'))).toBe('2027-01-31');
});
