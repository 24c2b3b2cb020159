import * as babelParser from '@babel/eslint-parser';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter as Linter10, RuleTester as RuleTester10 } from 'eslint';
import { Linter as Linter9, RuleTester as RuleTester9 } from 'eslint9';
import { describe, it } from 'vitest';

/** An ESLint with one of the parsers that people use. */
export interface Host {
  readonly name: string;
  readonly Linter: typeof Linter10;
  readonly RuleTester: typeof RuleTester10;
  readonly languageOptions: Linter10.LanguageOptions;
  readonly typescript: boolean;
}

// Without these the tests would run outside of vitest's own.
for (const tester of [RuleTester10, RuleTester9]) Object.assign(tester, { describe, it, itOnly: it.only });

const ESPREE = { name: 'espree', typescript: false, languageOptions: {} };
const TYPESCRIPT = {
  name: '@typescript-eslint/parser',
  typescript: true,
  languageOptions: { parser: typescriptParser },
};
const babel = (babelOptions: object): Linter10.LanguageOptions => ({
  // Its types don't say that it is a parser.
  parser: babelParser as Linter10.Parser,
  parserOptions: {
    requireConfigFile: false,
    babelOptions: { configFile: false, babelrc: false, ...babelOptions },
  },
});
const BABEL = { name: '@babel/eslint-parser', typescript: false, languageOptions: babel({}) };
const BABEL_TYPESCRIPT = {
  name: '@babel/eslint-parser with preset-typescript',
  typescript: true,
  languageOptions: babel({ presets: ['@babel/preset-typescript'] }),
};

const ESLINT_10 = { Linter: Linter10, RuleTester: RuleTester10 };
// The rules use nothing that changed between the versions; their types differ in what no test touches.
const ESLINT_9 = { Linter: Linter9, RuleTester: RuleTester9 } as unknown as typeof ESLINT_10;

/** Babel's parser of version 7 crashes ESLint 10 before any rule runs, and version 8 needs Node 22. */
export const HOSTS: readonly Host[] = [
  ...[ESPREE, TYPESCRIPT].map((parser) => ({ ...parser, ...ESLINT_10, name: `ESLint 10, ${parser.name}` })),
  ...[ESPREE, TYPESCRIPT, BABEL, BABEL_TYPESCRIPT].map((parser) => ({
    ...parser,
    ...ESLINT_9,
    name: `ESLint 9, ${parser.name}`,
  })),
];
