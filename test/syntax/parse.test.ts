import { expect, test } from 'vitest';

import { ParseError, parseModule } from '../../src/syntax/parse.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { walk } from '../../src/syntax/walk.js';
import { analysed, calls } from '../analysis/calls.js';

const CALL = 'fetch("/document/generate", { method: "POST" })';

/** File, text before the call, text after it, line of the call. */
test.each<readonly [name: string, file: string, before: string, after: string, line: number]>([
  ['JSX in .js', 'a.js', 'const b = <a onClick={() => ', '}>b</a>;', 1],
  ['JSX in .jsx', 'a.jsx', 'const b = <>{', '}</>;', 1],
  ['JSX in .tsx', 'a.tsx', 'const f = <T,>(x: T) => <a b={x} c={() => ', '} />;', 1],
  ['type assertions in .ts', 'a.ts', 'const b = <Promise<Response>>', ';', 1],
  ['.cjs with a return at the top level', 'a.cjs', 'if (!process.env.X) return;\n', ';', 2],
  ['.js with a return at the top level', 'a.js', 'if (!process.env.X) return;\n', ';', 2],
  ['.mjs with await at the top level', 'a.mjs', 'await ', ';', 1],
  ['.js with await at the top level', 'a.js', 'await ', ';', 1],
  ['.mts with types', 'a.mts', 'const b: Promise<Response> = ', ';', 1],
  ['.cts with import = require', 'a.cts', 'import x = require("x");\n', ';\nexport = x;', 2],
  ['a script with names that modules reserve', 'a.js', 'var await = 1; with (x) {', '}', 1],
  ['decorators', 'a.ts', '@A() class B { @C() d = 1; @E() f(@G() h: I) { return ', '; } }', 1],
  ['decorators in .js', 'a.js', '@a export class B { @c d = ', '; }', 1],
  ['accessors and private fields', 'a.ts', 'class B { accessor c = 1; #d = ', '; }', 1],
  [
    'enums, namespaces, overloads',
    'a.ts',
    'enum A { B } namespace C { export const d = ',
    '; } declare module "e";',
    1,
  ],
  ['using', 'a.ts', 'async function f() { await using x = y(); ', '; }', 1],
  ['a hashbang', 'a.mjs', '#!/usr/bin/env node\n', ';', 2],
  ['CRLF', 'a.ts', '// one\r\nconst a = `x\r\ny`;\r\n', ';\r\n', 4],
  ['text beyond ASCII', 'a.ts', '// Zoë 👋 — “quoted”\nconst a = "日本語 👨‍👩‍👧";\n', ';', 3],
])('%s', (_name, file, before, after, line) => {
  const text = before + CALL + after;
  expect(calls(text, file)).toEqual([`document-generate POST fetch likely ${line}`]);
  const [call] = analysed(text, file).calls;
  expect(call && text.slice(...rangeOf(call.call.node))).toBe(CALL);
  const path = call?.url.parts[0]?.part;
  expect(path?.kind === 'text' && text.slice(...path.range)).toBe('/document/generate');
});

test('a template over CRLF lines is known, but not character by character', () => {
  const text = 'fetch(`/document/generate?\r\nx`, { method: "POST" })';
  const [part] = analysed(text).calls[0]?.url.parts ?? [];
  expect(part?.part).toMatchObject({ text: '/document/generate?\nx', exact: false, range: [7, 29] });
});

test('every node has its parent, and comments have ranges', () => {
  const text = '/* a */ const f = async <T>(x: T) => ({ ...(await x) }); // b';
  const { ast, comments, visitorKeys } = parseModule('a.ts', text);
  const orphans: string[] = [];
  walk(ast, visitorKeys, (node) => {
    if (!node.parent) orphans.push(node.type);
  });
  expect(orphans).toEqual(['Program']);
  expect(comments.map(({ value, range }) => [value, text.slice(...range)])).toEqual([
    [' a ', '/* a */'],
    [' b', '// b'],
  ]);
});

test.each([
  ['a.ts', 'const = 1;', 1],
  ['a.ts', 'fetch("/document/generate");\n\nfunction (', 3],
  ['a.js', 'const a: string = "";', 1],
  ['a.mjs', 'return 1;', 1],
  ['a.ts', 'const a = <div />;', 1],
])('%s that doesn’t parse names its line: %s', (file, text, line) => {
  expect(() => parseModule(file, text)).toThrow(ParseError);
  expect(() => parseModule(file, text)).toThrow(`(line ${line})`);
});
