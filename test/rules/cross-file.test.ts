import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { expect, test } from 'vitest';

import { plugin } from '../../rules/index.js';
import { folder } from '../support/folder.js';

const FILES = {
  'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
  'src/urls.ts': "export const LINK = '/customer/kyc/document-link';\n",
  'src/http.ts':
    "import axios from 'axios';\nexport const post = (path: string, body: unknown) => axios.post(path, body);\n",
  'src/kyc.ts':
    "import { LINK } from '@/urls';\nimport { post } from './http';\nexport const kycLink = (body: unknown) => post(LINK, body);\n",
};

/** The lines of src/kyc.ts that are reported. */
async function linesIn(cwd: string, options: object = {}): Promise<number[]> {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: typescriptParser },
    plugins: { akepa: plugin },
    rules: { 'akepa/no-legacy-endpoint': ['error', options] },
  };
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [config] });
  const [result] = await eslint.lintFiles(['src/kyc.ts']);
  return (result?.messages ?? []).map(({ line }) => line);
}

test('a path and a wrapper of other files are followed, through relative imports and tsconfig paths', async () => {
  const cwd = folder(FILES);
  expect(await linesIn(cwd)).toEqual([3]);
  expect(await linesIn(cwd, { crossFile: false })).toEqual([]);
});

test('a file that changes while the editor runs is read again', async () => {
  const cwd = folder(FILES);
  expect(await linesIn(cwd)).toEqual([3]);
  writeFileSync(join(cwd, 'src/urls.ts'), "export const LINK = '/akepa/update'; // changed\n");
  expect(await linesIn(cwd)).toEqual([]);
});
