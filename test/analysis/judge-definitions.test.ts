import { expect, test } from 'vitest';

import { judgeDefinitions } from '../../src/analysis/judge-definitions.js';
import { check } from '../../src/check.js';
import { startOf } from '../../src/syntax/ranges.js';
import { type Files, folder } from '../support/folder.js';
import { analysed } from './calls.js';

/** The confidence of each definition of a file whose importers are known. */
function confidences(source: string, file = 'src/kyc.tsx'): string[] {
  return judgeDefinitions([analysed(source, file)], { isWhole: true }).map(({ confidence }) => confidence);
}

test.each([
  ['an exported constant', "export const LINK = '/customer/kyc/document-link';"],
  ['a constant', "const LINK = '/customer/kyc/document-link'; queue(LINK);"],
  ['a map', "export const PATHS = { init: '/customer/kyc/init', users: '/users' } as const;"],
  [
    'a nested, frozen map',
    "const P = Object.freeze({ kyc: { init: '/customer/kyc/init' }, a: '/a' }); use(P);",
  ],
  ['an enum', "export enum Path { Init = '/customer/kyc/init' }"],
  ['a field', "class Api { static readonly INIT = '/customer/kyc/init'; }"],
  ['CommonJS', "exports.INIT = '/customer/kyc/init';"],
  ['CommonJS, a map', "module.exports = { INIT: '/customer/kyc/init' };"],
  ['a default export', "export default '/customer/kyc/init';"],
  ['a builder', 'export const status = (id: string) => `/customer/kyc/status/${id}`;'],
  ['a builder of its own block', 'export function status(id) { return "/customer/kyc/status/" + id; }'],
  ['a builder in a map', 'export const P = { status: (id) => `/customer/kyc/status/${id}`, a: "/a" };'],
  ['a base that names connectFi', 'export const G = `${process.env.CONNECTFI_URL}/document/generate`;'],
  ["connectFi's host", "export const CARDS = 'https://api.connectfi.com/card/list/' + id;"],
])('a constant that only connectFi can mean is likely: %s', (_, source) => {
  expect(confidences(source)).toEqual(['likely']);
});

test.each([
  ['a path that other services have', "export const GENERATE = '/document/generate';"],
  ['an argument', "submit('/customer/kyc/init');"],
  ['a list', "export const PUBLIC = ['/', '/customer/kyc/init'];"],
  ['an entry of a menu', "export const MENU = [{ title: 'KYC', path: '/customer/kyc/init' }];"],
  ['a record', "export const PAGE = { title: 'KYC', path: '/customer/kyc/init' };"],
  ['a description of a route', "export const ROUTE = { method: 'POST', path: '/customer/kyc/init' };"],
  ['a local function', "items.map(() => { return '/customer/kyc/init'; });"],
  ['a form', '<Form action="/customer/kyc/init" />;'],
  ['a comparison', "if (path === '/customer/kyc/init') next();"],
])('what may be something else is possible: %s', (_, source) => {
  expect(confidences(source)).toEqual(['possible']);
});

const INIT = "const INIT = '/customer/kyc/init';\n";

test.each([
  ['declares a route', 'router.post(INIT, kyc.init);'],
  ['declares a route of a package', "import express from 'express'; express().post(INIT, kyc.init);"],
  ['decorates a method', 'class Kyc { @Post(INIT) start() {} }'],
  ['describes a route', 'export const routes = [{ path: INIT, component: Init }];'],
  ['links', 'const a = <Link to={INIT}>KYC</Link>;'],
  ['leads to a page', 'const a = <a href={`${INIT}?x`}>KYC</a>;'],
  ['navigates', 'navigate(INIT);'],
  ['goes there', 'location.href = INIT;'],
  ['lists', 'export const PUBLIC = ["/login", INIT];'],
  ['expects it', 'expect(url).toBe(INIT);'],
  ['looks how a path begins', 'if (path.startsWith(INIT)) next();'],
  ['compares', 'if (request.path === INIT) next();'],
  ['tells cases apart', 'switch (path) { case INIT: next(); }'],
  ['is a key', 'const titles = { [INIT]: "Start" };'],
  ['looks up', 'const title = titles[INIT];'],
  ['logs', 'console.log(INIT);'],
  ['is given to what sends nothing', 'function note(path) { list.push(path); } note(INIT);'],
])('a constant of which the file makes something else is possible: it %s', (_, use) => {
  expect(confidences(INIT + use)).toEqual(['possible']);
  expect(confidences(`${INIT}dispatch.later(INIT, body);`)).toEqual(['likely']);
});

test.each([
  'src/kyc.test.ts',
  'test/kyc.ts',
  'src/__mocks__/kyc.ts',
  'cypress/paths.ts',
  'src/a.stories.tsx',
])('a test may mean a double: %s', (file) => {
  expect(confidences(`export ${INIT}`, file)).toEqual(['possible']);
});

test('what a file exports may be sent by a file that nobody looked at', () => {
  const sources = [`export ${INIT}`, `${INIT}export { INIT };`, `${INIT}module.exports = { INIT };`];
  for (const source of sources) {
    const [found] = judgeDefinitions([analysed(source)], { isWhole: false });
    expect([source, found?.confidence]).toEqual([source, 'possible']);
  }
  const local = `export function start(body) { ${INIT} return queue(INIT, body); }`;
  expect(judgeDefinitions([analysed(local)], { isWhole: false }).map(({ confidence }) => confidence)).toEqual(
    ['likely'],
  );
  const [own] = judgeDefinitions([analysed(`${INIT}export const a = () => queue(INIT);`)], {
    isWhole: false,
  });
  expect(own?.confidence).toBe('likely');
});

test('the evidence and the trail say what it rests on', () => {
  const source =
    "const DOC = '/customer/kyc';\nexport const INIT = `${process.env.CONNECTFI_URL}${DOC}/init`;";
  expect(judgeDefinitions([analysed(source)], { isWhole: true })).toMatchObject([
    {
      endpoint: 'kyc-init',
      evidence: [
        'base URL from process.env.CONNECTFI_URL',
        'path /customer/kyc/init',
        'no call was seen to use it',
      ],
      trail: [{ line: 1, text: "const DOC = '/customer/kyc';" }],
    },
  ]);
});

test('a path that is put together from a constant is told once, where it is written', () => {
  const source = `${INIT}export const URL = base + INIT;\nsubmit(\`\${base}\${INIT}\`);`;
  const found = judgeDefinitions([analysed(source)], { isWhole: true });
  expect(found.map(({ node }) => startOf(node))).toEqual([source.indexOf("'")]);
});

/** Findings of a project, as `kind file:line`. */
async function found(files: Files): Promise<string[]> {
  const cwd = folder(files);
  const { findings } = await check([], { cwd, loaded: { config: {}, root: cwd, file: undefined } });
  return findings.map(({ kind, file, line }) => `${kind} ${file}:${line}`);
}

const PATHS = "export const PATHS = {\n  init: '/customer/kyc/init',\n};\n";

test.each<[string, string, string[]]>([
  ['nobody uses it', 'export {};', ['definition paths.ts:2']],
  ['another file sends it', "fetch(PATHS.init, { method: 'POST' });", ['request use.tsx:2']],
  ['another file hands it to the unknown', 'queue.later(PATHS.init);', ['definition paths.ts:2']],
  ['another file serves it', 'app.post(PATHS.init, kyc.init);', []],
  ['another file links to it', 'export const a = <Link to={PATHS.init} />;', []],
])('across files: %s', async (_, use, expected) => {
  const files = { 'paths.ts': PATHS, 'use.tsx': `import { PATHS } from './paths';\n${use}\n` };
  expect(await found(files)).toEqual(expected);
});
