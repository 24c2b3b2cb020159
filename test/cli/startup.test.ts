import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { consumer, PACKAGE } from '../rules/consumer.js';
import { CLEAN_ENV, CLI } from '../support/cli.js';
import { type Files, folder } from '../support/folder.js';
import { CALLER, CONFIG } from '../support/sources.js';

const ESLINT = join(PACKAGE, 'node_modules/eslint/bin/eslint.js');
const PLUGIN = "import akepa from 'akepa-migrate/eslint';\nexport default [akepa.configs.recommended];\n";
/** A file that no analysis has to look at, although it imports something. */
const UNMARKED = {
  'a.ts': "import { b } from './b.js';\n\nexport const a = b;\n",
  'b.ts': 'export const b = 1;\n',
};
const TYPESCRIPT = ['typescript', 'ts-morph', '@ts-morph/common'];

/** What V8 tells of a process. */
interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** The files that a run of Node loads. */
async function loadedBy(args: readonly string[], cwd: string): Promise<string[]> {
  const coverage = folder();
  const env = { ...CLEAN_ENV, NODE_V8_COVERAGE: coverage };
  await new Promise((resolve) => execFile(process.execPath, args, { cwd, env }, resolve));
  const urls = readdirSync(coverage).flatMap((name) => {
    // What Node writes there.
    const { result } = JSON.parse(readFileSync(join(coverage, name), 'utf8')) as Coverage;
    return result.map(({ url }) => url);
  });
  const files = urls.filter((url) => url.startsWith('file:'));
  // The run is seen at all.
  expect(files).not.toEqual([]);
  return files;
}

/** The packages that a run of Node loads code of. */
async function packagesOf(args: readonly string[], cwd: string): Promise<Set<string>> {
  const files = await loadedBy(args, cwd);
  return new Set(
    files.flatMap((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.slice(1) ?? []),
  );
}

test.concurrent.each<[string, string[], Files, string[]]>([
  ['--version', ['--version'], {}, []],
  ['explain', ['explain', 'AK301'], {}, ['leven']],
  ['check of a file that nothing is to be found in', ['check'], UNMARKED, ['leven', 'picocolors']],
  [
    'check of a call',
    ['check'],
    { 'a.ts': CALLER },
    [
      '@babel/code-frame',
      '@babel/helper-validator-identifier',
      '@typescript-eslint/visitor-keys',
      'eslint-visitor-keys',
      'js-tokens',
      'leven',
      'oxc-parser',
      'oxc-resolver',
      'picocolors',
    ],
  ],
])('%s loads no package that it does not need', async (_, args, files, expected) => {
  const packages = await packagesOf([CLI, ...args], folder(files));
  expect([...packages].toSorted()).toEqual(expected);
});

test.concurrent('a config is checked without the compiler of schemas', async () => {
  const files = await loadedBy([CLI, 'check'], folder({ ...UNMARKED, 'akepa.config.json': CONFIG }));
  expect(files.filter((url) => /\/ajv\/|\/config-schema\.cjs$/.test(url))).toEqual([]);
  const bad = await loadedBy([CLI, 'check'], folder({ ...UNMARKED, 'akepa.config.json': '{"values":[]}' }));
  expect(bad.filter((url) => /\/ajv\/(?!dist\/runtime\/)/.test(url))).toEqual([]);
  expect(bad.filter((url) => url.endsWith('/config-schema.cjs'))).toHaveLength(1);
});

test.concurrent('a check with a cache loads no analysis where nothing has changed', async () => {
  const cwd = folder({ 'a.ts': CALLER, 'node_modules/.keep': '' });
  const args = [CLI, 'check', '--cache'];
  const chunksOf = async (): Promise<string[]> =>
    (await loadedBy(args, cwd)).flatMap((url) => /chunks\/(\w+)\.js$/.exec(url)?.slice(1) ?? []);
  // What was changed a moment ago may be changed again within a step of the clock.
  await sleep(2100);
  expect(await chunksOf()).toContain('analysis');
  expect(await chunksOf()).not.toContain('analysis');
  expect(await packagesOf(args, cwd)).not.toContain('oxc-parser');
});

test.concurrent('the reference loads no parser', async () => {
  const programs = ['--before', 'node -e 0', '--after', 'node -e 0', '--scenario', 'expired-token'];
  const packages = await packagesOf([CLI, 'compare', ...programs], folder());
  expect(packages).toContain('hono');
  expect(packages).not.toContain('oxc-parser');
});

test.concurrent('migrate of a call loads no TypeScript', async () => {
  const packages = await packagesOf(
    [CLI, 'migrate'],
    folder({ 'a.ts': CALLER, 'akepa.config.json': CONFIG }),
  );
  expect(packages).toContain('oxc-parser');
  for (const name of [...TYPESCRIPT, 'hono', 'jiti', 'yaml']) expect(packages).not.toContain(name);
});

test.concurrent(
  'the ESLint plugin loads what checks a config, and matches paths, for a config only',
  async () => {
    const cwd = consumer({ 'eslint.config.mjs': PLUGIN, 'a.js': UNMARKED['a.ts'], 'b.js': UNMARKED['b.ts'] });
    const packages = await packagesOf([ESLINT, '.'], cwd);
    expect(packages).toContain('oxc-parser');
    // Its own ajv is another version, and counts here.
    for (const name of [...TYPESCRIPT, 'jiti', 'picomatch', 'yaml']) expect(packages).not.toContain(name);
  },
);
