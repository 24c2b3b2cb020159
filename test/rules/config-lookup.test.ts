import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ESLint, type Linter } from 'eslint';
import { expect, test } from 'vitest';

import { plugin } from '../../rules/index.js';
import { type Files, folder } from '../support/folder.js';

const PACKAGES = Array.from({ length: 50 }, (_, index) => `packages/p${index}`);
/** One call of each of two services; which one is connectFi's only the config says. */
const CALLS = `fetch('https://one.example/customer/kyc/init', { method: 'POST' });
fetch('https://two.example/customer/kyc/init', { method: 'POST' });
`;

/** A config that tells each time it is loaded. */
function configText(host: string): string {
  return `import { appendFileSync } from 'node:fs';
appendFileSync(new URL('./loads.log', import.meta.url), 'x');
export default { baseUrls: ['https://${host}.example'] };
`;
}

/** The lines that are reported, by file. */
async function lint(cwd: string, config: Linter.Config = {}): Promise<Map<string, number[]>> {
  const overrideConfig = [
    { plugins: { akepa: plugin }, rules: { 'akepa/no-legacy-endpoint': 'error' } },
    config,
  ];
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: overrideConfig as Linter.Config[],
  });
  const results = await eslint.lintFiles(['**/*.js']);
  return new Map(
    results.map(({ filePath, messages }) => [
      filePath.slice(cwd.length + 1),
      messages.map(({ line }) => line),
    ]),
  );
}

function loads(root: string, below = ''): number {
  const log = join(root, below, 'loads.log');
  return existsSync(log) ? readFileSync(log, 'utf8').length : 0;
}

function workspace(files: Files = {}): string {
  const sources = PACKAGES.map((name) => [`${name}/src/kyc.js`, CALLS]);
  return folder({ ...(Object.fromEntries(sources) as Files), ...files });
}

test('a workspace of 50 packages: each has the config above it, and each config is loaded once', async () => {
  const cwd = workspace({
    'akepa.config.mjs': configText('one'),
    'packages/p7/akepa.config.mjs': configText('two'),
    'packages/p8/akepa.config.ts': configText('two'),
    'packages/p9/akepa.config.json': JSON.stringify({ baseUrls: ['https://two.example'] }),
  });
  const found = await lint(cwd);
  const other = new Set(['packages/p7', 'packages/p8', 'packages/p9']);
  for (const name of PACKAGES)
    expect([name, found.get(`${name}/src/kyc.js`)]).toEqual([name, other.has(name) ? [2] : [1]]);
  expect([loads(cwd), loads(cwd, 'packages/p7'), loads(cwd, 'packages/p8')]).toEqual([1, 1, 1]);
});

test('settings.akepa wins over akepa.config, which is then not loaded', async () => {
  const cwd = workspace({ 'akepa.config.mjs': configText('one') });
  const found = await lint(cwd, { settings: { akepa: { baseUrls: ['https://two.example'] } } });
  for (const name of PACKAGES) expect(found.get(`${name}/src/kyc.js`)).toEqual([2]);
  expect(loads(cwd)).toBe(0);
});

test('without other files (crossFile: false) no akepa.config is loaded', async () => {
  const cwd = folder({ 'akepa.config.mjs': configText('one'), 'kyc.js': CALLS });
  const rules: Linter.RulesRecord = { 'akepa/no-legacy-endpoint': ['error', { crossFile: false }] };
  expect((await lint(cwd, { rules })).get('kyc.js')).toEqual([1, 2]);
  expect(loads(cwd)).toBe(0);
});

test('a config that changes while the editor runs is loaded again', async () => {
  const cwd = folder({ 'akepa.config.mjs': configText('one'), 'kyc.js': CALLS });
  expect((await lint(cwd)).get('kyc.js')).toEqual([1]);
  const file = join(cwd, 'akepa.config.mjs');
  writeFileSync(file, configText('two'));
  // The clock of the file system may be coarse.
  utimesSync(file, new Date(), new Date(Date.now() + 2_000));
  expect((await lint(cwd)).get('kyc.js')).toEqual([2]);
});

test('what the config excludes is not reported, as by the command line', async () => {
  const config = JSON.stringify({ exclude: ['generated'] });
  const cwd = folder({ 'akepa.config.json': config, 'generated/kyc.js': CALLS, 'kyc.js': CALLS });
  const found = await lint(cwd);
  expect([found.get('generated/kyc.js'), found.get('kyc.js')]).toEqual([[], [1, 2]]);
});

test.each([
  ['akepa.config.json', '{ "baseUrl": "x" }', 'unknown key `baseUrl`; did you mean `baseUrls`?'],
  ['akepa.config.mjs', 'export default await Promise.resolve({});', ''],
  ['akepa.config.ts', 'export const config = {};', 'it has no default export'],
])('a config that can not be used is one report at the top of the file: %s', async (name, text, problem) => {
  const cwd = folder({ [name]: text, 'kyc.js': `\n\n${CALLS}` });
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [plugin.configs.recommended] });
  const [result] = await eslint.lintFiles(['kyc.js']);
  const [first, ...more] =
    result?.messages.filter(({ ruleId }) => ruleId === 'akepa/no-legacy-endpoint') ?? [];
  expect(more).toEqual([]);
  expect(first?.line).toBe(1);
  expect(first?.message).toContain(`akepa-migrate can not check this file: ${join(cwd, name)}: ${problem}`);
});
