import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';

import { noLegacyEndpoint } from '../../rules/no-legacy-endpoint.js';
import { check } from '../../src/check.js';
import { configOf, type Expected, type Project, projectsIn } from './projects.js';

/** What a parser of ESLint's takes as it stands. */
const SCRIPT = /\.[cm]?[jt]sx?$/;
const SINGLE = [...projectsIn<Expected>('shapes'), ...projectsIn<Expected>('look-alikes')].filter(
  ({ files: [file = '', ...others], expected }) =>
    others.length === 0 && SCRIPT.test(file) && expected.eslint !== false,
);

test('there are enough projects of one file', () => {
  expect(SINGLE.length).toBeGreaterThanOrEqual(60);
});

test.each(SINGLE)('ESLint says what the command line says: $name', async (project) => {
  const { path } = project;
  const { findings } = await check([], { cwd: path, loaded: configOf(project, path) });
  expect(linted(project)).toEqual(findings.map(({ line, column }) => `${line}:${column}`));
});

/** Where the rule reports in the file of a project. */
function linted({ path, files: [file = ''], expected }: Project): string[] {
  const config: Linter.Config = {
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    plugins: { akepa: { rules: { 'no-legacy-endpoint': noLegacyEndpoint } } },
    rules: { 'akepa/no-legacy-endpoint': 'error' },
    settings: { akepa: expected.config ?? {} },
    languageOptions: {
      parser: typescriptParser,
      parserOptions: { ecmaFeatures: { jsx: /x$|\.js$/.test(file) } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  };
  const messages = new Linter({ cwd: path }).verify(
    readFileSync(join(path, file), 'utf8'),
    [config],
    join(path, file),
  );
  return messages.map(({ line, column, ruleId, message }) =>
    ruleId === 'akepa/no-legacy-endpoint' ? `${line}:${column}` : message,
  );
}
