import typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import svelteParser from 'svelte-eslint-parser';
import { expect, test } from 'vitest';
import vueParser from 'vue-eslint-parser';

import { noLegacyEndpoint } from '../../rules/no-legacy-endpoint.js';
import { check } from '../../src/check.js';
import { configOf, type Expected, installed, type Project, projectsIn } from './projects.js';

/** What a parser of ESLint's takes; there is none here for Astro, and none for the scripts of HTML. */
const PARSED = /\.(?:[cm]?[jt]sx?|vue|svelte)$/;
const PROJECTS = [...projectsIn<Expected>('shapes'), ...projectsIn<Expected>('look-alikes')].filter(
  ({ files, expected }) => files.some((file) => PARSED.test(file)) && expected.eslint !== false,
);

/** What parses the scripts of a component. */
const INNER = { parser: typescriptParser };

const CONFIGS: Linter.Config[] = [
  {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte}'],
    plugins: { akepa: { rules: { 'no-legacy-endpoint': noLegacyEndpoint } } },
    rules: { 'akepa/no-legacy-endpoint': 'error' },
    languageOptions: { parser: typescriptParser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  {
    files: ['**/*.{js,jsx,mjs,cjs,tsx}'],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  },
  { files: ['**/*.vue'], languageOptions: { parser: vueParser, parserOptions: INNER } },
  { files: ['**/*.svelte'], languageOptions: { parser: svelteParser, parserOptions: INNER } },
];

test('there are enough projects, of one file and of several', () => {
  expect(PROJECTS.length).toBeGreaterThanOrEqual(200);
  expect(PROJECTS.filter(({ files }) => files.length > 1).length).toBeGreaterThanOrEqual(100);
});

test.each(PROJECTS)('ESLint says what the command line says: $name', async (project) => {
  const cwd = installed(project);
  const { findings } = await check([], { cwd, loaded: configOf(project, cwd) });
  const expected = findings
    .filter(({ file }) => PARSED.test(file))
    .map(({ file, line, column }) => `${file}:${line}:${column}`);
  expect((await linted(project, cwd)).sort()).toEqual(expected.sort());
});

/** Where the rule reports in the files of a project. */
async function linted({ files, expected }: Project, cwd: string): Promise<string[]> {
  const settings: Linter.Config = { settings: { akepa: expected.config ?? {} } };
  const overrideConfig = [...CONFIGS, settings];
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig, ignore: false });
  const results = await eslint.lintFiles(files.filter((file) => PARSED.test(file)));
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) =>
      ruleId === 'akepa/no-legacy-endpoint' ? `${filePath.slice(cwd.length + 1)}:${line}:${column}` : message,
    ),
  );
}
