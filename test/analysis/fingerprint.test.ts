import { describe, expect, test } from 'vitest';

import { check } from '../../src/check.js';
import type { Finding } from '../../transforms/result.js';
import { folder } from '../support/folder.js';

/** The findings of one file. */
async function findingsOf(text: string, file = 'src/kyc.ts'): Promise<readonly Finding[]> {
  const cwd = folder({ [file]: text });
  const loaded = { config: {}, root: cwd, file: undefined };
  return (await check([], { cwd, loaded, confidence: 'possible' })).findings;
}

async function fingerprintsOf(text: string, file?: string): Promise<string[]> {
  return (await findingsOf(text, file)).map(({ fingerprint }) => fingerprint);
}

const BASE = '${process.env.CONNECTFI_BASE_URL}';
const PLAIN = `import axios from 'axios';
export async function start(customerId) {
  await axios.post(\`${BASE}/customer/kyc/init\`, { customerId, 'webhookURL': 'https://x.example/a' });
}
`;

describe('one call, one fingerprint', () => {
  test.each<[string, string]>([
    ['further down', `\n\n// about\nconst other = 1;\n${PLAIN}`],
    ['behind another function', PLAIN.replace('export', 'function other() { return 1 }\nexport')],
    ['in other quotes', PLAIN.replaceAll("'", '"')],
    ['with keys without quotes', PLAIN.replace("'webhookURL'", 'webhookURL')],
    ['in plain backticks', PLAIN.replace("'https://x.example/a'", '`https://x.example/a`')],
    ['on several lines', PLAIN.replaceAll(', ', ',\n    ').replace('{ ', '{\n')],
    ['with trailing commas', PLAIN.replace("/a' });", "/a', },);")],
    ['with comments inside', PLAIN.replace('{ customerId', '/* who */ { customerId // whose\n')],
    ['in parentheses', PLAIN.replace('axios.post', '(axios).post')],
    ['with Windows line ends', PLAIN.replaceAll('\n', '\r\n')],
    [
      'with types',
      PLAIN.replace('axios.post(', 'axios.post<Answer>(').replace(
        'customerId,',
        'customerId: customerId as string,',
      ),
    ],
    ['with its answer kept', PLAIN.replace('await', 'const { data } = await')],
    ['inside an if', PLAIN.replace('await', 'if (customerId) await')],
  ])('%s', async (_, text) => {
    const before = await fingerprintsOf(PLAIN);
    expect(before).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(text).not.toBe(PLAIN);
    expect(await fingerprintsOf(text)).toEqual(before);
  });

  test('a callback that does something else', async () => {
    const text = "$.ajax({ url: '/customer/kyc/init', type: 'POST', success(answer) { show(answer); } });\n";
    const before = await fingerprintsOf(text, 'a.js');
    expect(before).toHaveLength(1);
    expect(await fingerprintsOf(text.replace('show(answer)', 'hide()'), 'a.js')).toEqual(before);
  });
});

describe('another fingerprint', () => {
  test.each<[string, string]>([
    ['another function', PLAIN.replace('start', 'begin')],
    ['another method', PLAIN.replace('.post', '.put')],
    ['another endpoint', PLAIN.replace('/customer/kyc/init', '/document/generate')],
    ['another argument', PLAIN.replace('{ customerId', '{ customerId: id')],
    ['another text', PLAIN.replace('x.example', 'y.example')],
    ['another client', PLAIN.replaceAll('axios', 'ky')],
  ])('%s', async (_, text) => {
    const [before] = await fingerprintsOf(PLAIN);
    const after = await fingerprintsOf(text);
    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
  });

  test('another file', async () => {
    expect(await fingerprintsOf(PLAIN, 'src/b.ts')).not.toEqual(await fingerprintsOf(PLAIN, 'src/a.ts'));
  });
});

test('equal calls of one function are counted in their order', async () => {
  const twice = PLAIN.replace(/ {2}await.*\n/, (line) => line + line);
  const findings = await findingsOf(twice);
  expect(findings.map(({ identity }) => identity.ordinal)).toEqual([1, 2]);
  const [first, second] = findings.map(({ fingerprint }) => fingerprint);
  expect(await fingerprintsOf(PLAIN)).toEqual([first]);
  expect(second).not.toBe(first);
});

test('a file is named from the folder of the config, wherever the run is started', async () => {
  const root = folder({ 'src/kyc.ts': PLAIN });
  const loaded = { config: {}, root, file: `${root}/akepa.config.json` };
  const above = await check([], { cwd: root, loaded });
  const inside = await check([], { cwd: `${root}/src`, loaded });
  expect(inside.findings[0]?.file).toBe('kyc.ts');
  expect(inside.findings[0]?.fingerprint).toBe(above.findings[0]?.fingerprint);
});

describe('what a call stands in', () => {
  const call = "axios.post('/customer/kyc/init', a)";
  test.each<[string, string]>([
    ['', `await ${call};`],
    ['', `const { data } = await ${call};`],
    ['start', `function start() { const answer = ${call}; }`],
    ['start', `const start = async () => { await ${call}; };`],
    ['start', `const start = useCallback(() => ${call}, []);`],
    ['Kyc.start', `class Kyc { start() { return ${call}; } }`],
    ['Kyc.start', `class Kyc { start = () => ${call}; }`],
    ['Kyc.#start', `class Kyc { #start() { return ${call}; } }`],
    ['Kyc', `const Kyc = class { static { ${call}; } };`],
    ['kyc.start', `const kyc = { start() { return ${call}; } };`],
    ['kyc.start', `const kyc = { 'start': () => ${call} };`],
    ['start', `exports.start = function () { return ${call}; };`],
    ['outer.inner', `function outer() { function inner() { return ${call}; } }`],
    ['', `export default () => ${call};`],
    ['Kyc.start', `namespace Kyc { export function start() { return ${call}; } }`],
  ])('%s: %s', async (symbol, text) => {
    const findings = await findingsOf(`import axios from 'axios';\n${text}\n`);
    expect(findings.map(({ identity }) => identity.symbol)).toEqual([symbol]);
  });

  test.each<[string, string]>([
    ['INIT', "export const INIT = '/customer/kyc/init';"],
    ['PATHS.kyc.init', "export const PATHS = { kyc: { init: '/customer/kyc/init' } };"],
    ['Path.Init', "export enum Path { Init = '/customer/kyc/init' }"],
  ])('%s: %s', async (symbol, text) => {
    const findings = await findingsOf(`${text}\n`);
    expect(findings.map(({ kind, identity }) => [kind, identity.symbol])).toEqual([['definition', symbol]]);
  });
});
