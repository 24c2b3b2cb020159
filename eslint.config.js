import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

import { noNodeRange } from './scripts/no-node-range.mjs';

const OWN_CODE = ['rules/**/*.ts', 'transforms/**/*.ts', 'src/**/*.ts', 'scripts/**/*.mjs'];
/** They name the legacy paths, and send nothing. */
const PATHS_AS_DATA = ['src/endpoints/table.ts', 'src/codes/todos/*.ts', 'scripts/packed/*.mjs'];
const NODE = Object.fromEntries(
  [
    'AbortController AbortSignal Blob Buffer DOMException Event EventTarget File FormData Headers Request Response URL URLSearchParams',
    'clearTimeout console fetch performance process setImmediate setTimeout structuredClone TextDecoder TextEncoder',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name, 'readonly']),
);

export default defineConfig(
  globalIgnores([
    'build/',
    'dist/',
    'coverage/',
    '.tmp/',
    'test/fixtures/',
    'test/samples/',
    'examples/onboarding/',
  ]),
  js.configs.recommended,
  { languageOptions: { globals: NODE } },
  {
    files: ['test/proof/stubs/*.js', 'test/proof/packages/**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { exports: 'writable', module: 'writable', require: 'readonly' },
    },
  },
  {
    files: ['**/*.{ts,cts}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Node types are compared with literals: the enum would be a dependency at run time.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // The import of a CommonJS file.
      '@typescript-eslint/no-require-imports': ['error', { allowAsImport: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A switch over all node types of a syntax tree has to have a default.
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['rules/**/*.ts', 'transforms/**/*.ts', 'src/**/*.ts'],
    ignores: ['src/syntax/ranges.ts'],
    plugins: { repository: { rules: { 'no-node-range': noNodeRange } } },
    rules: { 'repository/no-node-range': 'error' },
  },
  await ownRules(),
);

/** Our own rules on our own code, once they are built. */
async function ownRules() {
  const built = new URL('dist/rules/index.js', import.meta.url);
  if (!existsSync(fileURLToPath(built))) return [];
  const { configs } = await import(built.href);
  return [{ ...configs.strict, files: OWN_CODE, ignores: PATHS_AS_DATA }];
}
