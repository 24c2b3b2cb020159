import typescriptParser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { expect, test } from 'vitest';

import { plugin } from '../../rules/index.js';
import { check } from '../../src/check.js';
import { type Files, folder } from '../support/folder.js';

const PROJECT: Files = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      strict: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
    },
    include: ['src'],
  }),
  // Paths that only their types tell, as a package that is built has them.
  'node_modules/@acme/paths/package.json':
    '{ "name": "@acme/paths", "types": "index.d.ts", "main": "index.js" }',
  'node_modules/@acme/paths/index.d.ts': [
    'export declare const PATHS: {',
    "  readonly init: '/customer/kyc/init';",
    "  readonly docs: { readonly generate: '/document/generate' };",
    "  readonly users: '/users';",
    '};',
    "export declare const LINK = '/customer/kyc/document-link';",
    "export declare enum Path { Init = '/customer/kyc/init', Users = '/users' }",
    'export declare function generatePath(): `/document/${"generate"}`;',
    "export declare const step: 'generate' | 'list';",
    'export declare const wide: string;',
    'export declare const open: `/document/upload/${string}`;',
    'export type Known = typeof PATHS.init | typeof PATHS.users;',
    '',
  ].join('\n'),
  'node_modules/@acme/paths/index.js': 'export {};',
  'src/globals.d.ts':
    'declare module "axios" { const axios: { post(...args: unknown[]): Promise<unknown> }; export default axios; }\n',
};

const HEAD =
  "import axios from 'axios';\nimport * as paths from '@acme/paths';\nexport const kyc = 1;\n";

/** Set, so that a call of kyc-init can be moved. */
const AKEPA = { values: { reference: 'ref1' } };

/** What ESLint says of the source below {@link HEAD}. */
async function lint(source: string, parserOptions: object): Promise<Linter.LintMessage[]> {
  const cwd = folder({ ...PROJECT, 'src/kyc.ts': HEAD + source });
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: {
      parser: typescriptParser,
      parserOptions: { ...parserOptions, tsconfigRootDir: cwd },
    },
    plugins: { akepa: plugin },
    rules: { 'akepa/no-legacy-endpoint': 'error' },
    settings: { akepa: AKEPA },
  };
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [config] });
  const [result] = await eslint.lintFiles(['src/kyc.ts']);
  return result?.messages ?? [];
}

/** The lines of the source that the rule reports; other messages as they are. */
async function linesIn(source: string, parserOptions: object): Promise<(number | string)[]> {
  const above = HEAD.split('\n').length - 1;
  return (await lint(source, parserOptions)).map(({ line, ruleId, message }) =>
    ruleId === 'akepa/no-legacy-endpoint' ? line - above : message,
  );
}

const ONLY_BY_TYPE: readonly (readonly [string, string, number])[] = [
  ['a member of a declaration file', 'axios.post(paths.PATHS.init);', 1],
  ['a nested member', 'axios.post(`${process.env.KYC_URL}${paths.PATHS.docs.generate}`);', 1],
  ['a constant', 'axios.post(paths.LINK, {});', 1],
  ['a member of an enum', 'axios.post(paths.Path.Init);', 1],
  ['what a function answers', 'axios.post(paths.generatePath());', 1],
  ['a piece of a path', 'axios.post(`/document/${paths.step}`);', 1],
  ['a parameter', "export const send = (path: '/document/generate') => axios.post(path);", 1],
  [
    'a union of which one is legacy',
    'export const send = (path: paths.Known, b: object) => axios.post(path, b);',
    1,
  ],
  ['a parameter that may be left out', 'export const send = (path?: paths.Known) => axios.post(path!);', 1],
  ['a local variable', 'const path = paths.PATHS.init;\naxios.post(path);', 2],
  ['an own wrapper', 'const post = (path: string) => axios.post(path);\npost(paths.LINK);', 2],
  [
    'a key',
    'const all = { a: paths.LINK } as const;\nexport const f = (key: "a") => axios.post(all[key]);',
    2,
  ],
];

test.each(ONLY_BY_TYPE)('with type information, a literal type is a value: %s', async (_, source, line) => {
  expect(await linesIn(source, { projectService: true })).toEqual([line]);
  expect(await linesIn(source, {})).toEqual([]);
});

test.each([
  ['a string', 'axios.post(paths.wide);'],
  ['a template that is open', 'axios.post(paths.open.slice(1));'],
  ['another path', 'axios.post(paths.PATHS.users);'],
  ['a key of no legacy path', 'export const f = (path: typeof paths.PATHS.users) => axios.post(path);'],
  ['anything', 'axios.post(JSON.parse("a"));'],
  ['no request', 'export const path = paths.LINK; console.log(paths.PATHS.init);'],
])('with type information, %s stays what it is', async (_, source) => {
  expect(await linesIn(source, { projectService: true })).toEqual([]);
});

test.each([
  ['a literal', "axios.post('/document/generate');", [1]],
  [
    // The callers say where it goes.
    "a wrapper's parameter",
    "const post = (path: paths.Known) => axios.post(path);\npost('/users');\npost('/customer/kyc/init');",
    [3],
  ],
])('what is known without types is reported as before: %s', async (_, source, lines) => {
  expect(await linesIn(source, { projectService: true })).toEqual(lines);
  expect(await linesIn(source, {})).toEqual(lines);
});

test('the command line has no type information, and counts what it can not resolve', async () => {
  const cwd = folder({ ...PROJECT, 'src/kyc.ts': `${HEAD}axios.post(paths.LINK, {});\n` });
  const { findings, blindSpots } = await check([], {
    cwd,
    loaded: { config: {}, root: cwd, file: undefined },
  });
  expect(findings).toEqual([]);
  expect(blindSpots.map(({ file, line }) => `${file}:${line}`)).toEqual(['src/kyc.ts:4']);
});

test('what only a type tells is not edited', async () => {
  const suggested = async (path: string): Promise<number | undefined> => {
    const source = `export async function start(customerId: string) { await axios.post(${path}, { customerId }); }`;
    const [message, more] = await lint(source, { projectService: true });
    expect(message?.ruleId).toBe('akepa/no-legacy-endpoint');
    expect(more).toBeUndefined();
    return message?.suggestions?.length;
  };
  expect(await suggested("'/customer/kyc/init'")).toBe(1);
  expect(await suggested('paths.PATHS.init')).toBeUndefined();
});
