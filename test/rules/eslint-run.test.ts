import babelParser from '@babel/eslint-parser';
import typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { ESLint as ESLint9 } from 'eslint9';
import { expect, test } from 'vitest';

import { plugin } from '../../rules/index.js';
import { folder } from '../support/folder.js';
import { FILES, FINDINGS, type Found, POSSIBLE } from './project.js';

const TYPESCRIPT: Linter.Config = {
  files: ['**/*.ts', '**/*.tsx'],
  languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: true } } },
};

/** What a real run over the files of the project finds. */
async function found(
  Runner: typeof ESLint | typeof ESLint9,
  ...configs: readonly Linter.Config[]
): Promise<{ findings: Found[]; severities: number[] }> {
  const cwd = folder(FILES);
  const overrideConfig = [TYPESCRIPT, ...configs];
  // The two versions type their configs apart; these configs are the same in both.
  const eslint = new Runner({ cwd, overrideConfigFile: true, overrideConfig: overrideConfig as never[] });
  const results = await eslint.lintFiles(['**/*.{js,cjs,ts,tsx}']);
  const all = results.flatMap(({ filePath, messages }) =>
    messages.map((message) => ({ ...message, file: filePath.slice(cwd.length + 1) })),
  );
  return {
    findings: all.map(({ file, line, ruleId, message }): Found => [file, line, ruleId ?? message]).sort(),
    severities: [...new Set(all.map(({ severity }) => severity))],
  };
}

test.each([
  ['10', ESLint],
  ['9', ESLint9],
])('ESLint %s: recommended warns, strict fails and reports what is only possible', async (_, Runner) => {
  expect(await found(Runner, plugin.configs.recommended)).toEqual({ findings: FINDINGS, severities: [1] });
  expect(await found(Runner, plugin.configs.strict)).toEqual({
    findings: [...FINDINGS, ...POSSIBLE].sort(),
    severities: [2],
  });
});

test('ESLint 9 with Babel for JavaScript and TypeScript alike', async () => {
  const parserOptions = {
    requireConfigFile: false,
    babelOptions: {
      presets: ['@babel/preset-typescript'],
      parserOpts: { plugins: ['jsx'] },
      configFile: false,
    },
  };
  const babel = { files: ['**/*.{js,ts,tsx}'], languageOptions: { parser: babelParser, parserOptions } };
  // Its types don't say that it is a parser.
  const { findings } = await found(ESLint9, plugin.configs.recommended, babel);
  expect(findings).toEqual(FINDINGS);
});

test('a whole run applies suggestions only when it is asked to', async () => {
  const cwd = folder(FILES);
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: plugin.configs.strict,
    fix: true,
  });
  for (const result of await eslint.lintFiles('**/*.{js,cjs}')) expect(result).not.toHaveProperty('output');
});
