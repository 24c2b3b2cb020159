import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import { type Files, read } from '../support/folder.js';
import { consumer, PACKAGE } from './consumer.js';
import { INVALID } from './no-legacy-endpoint.cases.js';
import { INVALID as REQUESTS } from './valid-akepa-request.cases.js';
import { FILES, FINDINGS, type Found, POSSIBLE } from './project.js';

interface Diagnostic {
  readonly code?: string;
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

const OXLINT = join(PACKAGE, 'node_modules', 'oxlint', 'bin', 'oxlint');
const PLUGIN = {
  jsPlugins: [{ name: 'akepa', specifier: 'akepa-migrate/eslint' }],
  plugins: [],
  categories: { correctness: 'off' },
  // It follows links.
  ignorePatterns: ['node_modules'],
};

/** Runs the installed oxlint with the built plugin over a folder. */
async function oxlint(config: object, files: Files): Promise<readonly Diagnostic[]> {
  return lint(consumer({ ...files, '.oxlintrc.json': JSON.stringify({ ...PLUGIN, ...config }) }));
}

async function lint(cwd: string, ...options: readonly string[]): Promise<readonly Diagnostic[]> {
  const run = promisify(execFile)(process.execPath, [OXLINT, '--format', 'json', ...options], { cwd });
  // It answers 1 where there is an error among the findings.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

/** Oxlint writes `akepa(no-legacy-endpoint)`. */
function found(diagnostics: readonly Diagnostic[]): Found[] {
  return diagnostics
    .map(({ code = '', message, filename, labels }): Found => {
      const [, namespace, rule] = /^(.*)\((.*)\)$/.exec(code) ?? [];
      return [filename, labels[0]?.span.line ?? 0, namespace ? `${namespace}/${rule}` : message];
    })
    .sort();
}

test('oxlint finds with the unmodified plugin what ESLint finds', async () => {
  const rules = {
    'akepa/no-legacy-endpoint': 'warn',
    'akepa/no-leftover-todo': 'warn',
    'akepa/valid-akepa-request': 'warn',
  };
  expect(found(await oxlint({ rules }, FILES))).toEqual(FINDINGS);
});

test('oxlint passes the options on', async () => {
  const rules = {
    'akepa/no-legacy-endpoint': ['error', { confidence: 'possible' }],
    'akepa/no-leftover-todo': 'error',
    'akepa/valid-akepa-request': 'error',
  };
  expect(found(await oxlint({ rules }, FILES))).toEqual([...FINDINGS, ...POSSIBLE].sort());
});

test('oxlint passes the settings on', async () => {
  const rules = { 'akepa/no-legacy-endpoint': 'error' };
  const files = { 'kyc.js': '\n\nfetch("/document/generate", { method: "POST" });' };
  const [diagnostic] = await oxlint({ rules, settings: { akepa: { baseUrl: 1 } } }, files);
  expect(diagnostic?.message).toContain('unknown key `baseUrl`; did you mean `baseUrls`?');
  expect(diagnostic?.labels[0]?.span.line).toBe(1);
});

test('oxlint --fix changes nothing, --fix-suggestions moves a flow as one', async () => {
  const [flow] = INVALID.filter(({ name }) => name?.includes('whole document flow'));
  const rules = { 'akepa/no-legacy-endpoint': 'error' };
  const config = JSON.stringify({ ...PLUGIN, rules, settings: flow?.settings });
  const cwd = consumer({ 'src/kyc.js': flow?.code ?? '', '.oxlintrc.json': config });
  expect(await lint(cwd, '--fix')).toHaveLength(3);
  expect(read(cwd, 'src/kyc.js')).toBe(flow?.code);
  await lint(cwd, '--fix-suggestions');
  expect(read(cwd, 'src/kyc.js')).toContain("await axios.post('/akepa/update', {");
  expect(await lint(cwd)).toEqual([]);
});

test('oxlint says of each hand-written call of akepa what ESLint says', async () => {
  const cases = REQUESTS.filter(({ options, settings }) => !options && !settings);
  const files = cases.map(({ code }, index) => [`src/a${String(index).padStart(3, '0')}.js`, code] as const);
  const diagnostics = await oxlint(
    { rules: { 'akepa/valid-akepa-request': 'error' } },
    Object.fromEntries(files),
  );
  const expected = cases.flatMap(({ errors }, index) =>
    (Array.isArray(errors) ? errors : []).map((error) =>
      typeof error === 'object' && 'message' in error
        ? [files[index]?.[0], error.line, error.message].join(' ')
        : '',
    ),
  );
  const said = diagnostics.map(({ filename, labels, message }) =>
    [filename, labels[0]?.span.line, message].join(' '),
  );
  expect(said.sort()).toEqual(expected.sort());
});
