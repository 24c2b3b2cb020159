import { resolve } from 'node:path';

import babelParser from '@babel/eslint-parser';
import typescriptParser from '@typescript-eslint/parser';
import { Linter as Linter10, type Rule } from 'eslint';
import { Linter as Linter9 } from 'eslint9';

import { moduleFromSourceCode } from '../../rules/module-from-source-code.js';
import type { Module } from '../../src/syntax/module.js';
import { parseModule } from '../../src/syntax/parse.js';

/** Who parses a file: a name, the kinds of file, and the module, or undefined for a text that it can't parse. */
export interface Host {
  readonly name: string;
  readonly typescript: boolean;
  /** Texts whose calls it is known not to see. */
  readonly misses?: RegExp;
  readonly parse: (file: string, text: string) => Module | undefined;
}

const BABEL = {
  requireConfigFile: false,
  babelOptions: {
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ['typescript', 'jsx', 'decorators'] },
  },
};

/** ESLint with each parser that people have, beside the parser of the CLI. */
export const HOSTS: readonly Host[] = [
  { name: 'oxc', typescript: true, parse: parseModule },
  eslintHost('espree of ESLint 10', Linter10, {}),
  eslintHost('espree of ESLint 9', Linter9, {}),
  eslintHost('@typescript-eslint/parser', Linter10, { parser: typescriptParser }),
  eslintHost('@typescript-eslint/parser on ESLint 9', Linter9, { parser: typescriptParser }),
  // Its scope manager is not ESLint 10's yet.
  {
    ...eslintHost('@babel/eslint-parser on ESLint 9', Linter9, { parser: babelParser, parserOptions: BABEL }),
    // Its scope manager has no variables for what only TypeScript declares.
    misses: /enum \w+ \{/,
  },
];

function eslintHost(
  name: string,
  Linter: typeof Linter10 | typeof Linter9,
  languageOptions: { readonly parser?: object; readonly parserOptions?: object },
): Host {
  return {
    name,
    typescript: languageOptions.parser !== undefined,
    parse(file, text) {
      let module: Module | undefined;
      const rule: Rule.RuleModule = {
        create: ({ sourceCode, cwd, physicalFilename }) => ({
          'Program:exit'() {
            module = moduleFromSourceCode(sourceCode, resolve(cwd, physicalFilename), cwd);
          },
        }),
      };
      // The types of ESLint 9 and 10 differ in what a parser is.
      const linter = new Linter({ configType: 'flat' }) as Linter10;
      linter.verify(
        text,
        {
          files: ['**/*.{js,jsx,ts,tsx}'],
          languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } }, ...languageOptions },
          plugins: { test: { rules: { module: rule } } },
          rules: { 'test/module': 'error' },
        },
        file,
      );
      return module;
    },
  };
}
