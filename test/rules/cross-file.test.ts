import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { expect, test, vi } from 'vitest';

import { plugin } from '../../rules/index.js';
import { type Files, folder } from '../support/folder.js';

const FILES = {
  'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
  'src/urls.ts': "export const LINK = '/customer/kyc/document-link';\n",
  'src/http.ts':
    "import axios from 'axios';\nexport const post = (path: string, body: unknown) => axios.post(path, body);\n",
  'src/kyc.ts':
    "import { LINK } from '@/urls';\nimport { post } from './http';\nexport const kycLink = (body: unknown) => post(LINK, body);\n",
};

/** The lines of a file that are reported. */
async function linesIn(cwd: string, options: object = {}, file = 'src/kyc.ts'): Promise<number[]> {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: typescriptParser },
    plugins: { akepa: plugin },
    rules: { 'akepa/no-legacy-endpoint': ['error', options] },
  };
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [config] });
  const [result] = await eslint.lintFiles([file]);
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

/** Files whose texts hold no word of a legacy path, on the way to one that does. */
const UNMARKED: Files = {
  'tsconfig.json': FILES['tsconfig.json'],
  'src/urls.ts': "export const URLS = { LINK: '/customer/kyc/document-link' };\n",
  'src/barrel.ts': "export * from './urls.js';\nexport * from './http';\n",
  'src/http.ts': FILES['src/http.ts'],
  'src/flow.ts':
    "import { URLS, post } from './barrel';\nimport './flow.css';\nexport const link = (body: unknown) => post(URLS.LINK, body);\n",
  'src/alias.ts':
    "import { URLS } from '@/urls';\nimport { post } from '@/http';\nexport const link = (body: unknown) => post(URLS.LINK, body);\n",
  'src/commonjs.ts':
    "const { URLS } = require('./urls');\nconst axios = require('axios');\nexports.link = (body) => axios.post(URLS.LINK, body);\n",
  'src/cycle.ts':
    "import { a } from './cycle-2';\nimport './missing';\nimport 'axios';\nexport const b = a;\n",
  'src/cycle-2.ts': "import { b } from './cycle';\nexport const a = b;\n",
};

test.each([
  ['src/flow.ts', [3]],
  ['src/alias.ts', [3]],
  ['src/commonjs.ts', [3]],
  ['src/cycle.ts', []],
])(
  'a file without any word of a legacy path is looked at when what it imports has one: %s',
  async (file, lines) => {
    const cwd = folder(UNMARKED);
    expect(await linesIn(cwd, {}, file)).toEqual(lines);
    expect(await linesIn(cwd, { crossFile: false }, file)).toEqual([]);
  },
);

test('a path that comes and goes in a module far away is noticed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const cwd = folder(UNMARKED);
    const lines = async (urls: string): Promise<number[]> => {
      writeFileSync(join(cwd, 'src/urls.ts'), `export const URLS = { LINK: '${urls}' };`);
      vi.advanceTimersByTime(1_000);
      return linesIn(cwd, {}, 'src/flow.ts');
    };
    expect(await lines('/a')).toEqual([]);
    expect(await lines('/customer/kyc/document-link')).toEqual([3]);
    expect(await lines('/akepa/x')).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});
