import { join } from 'node:path';

import { expect, test } from 'vitest';

import { isMinified, readSource, withBom } from '../../src/project/read.js';
import { folder } from '../support/folder.js';

function readBytes(content: string | Uint8Array): { text: string; hasBom: boolean } {
  return readSource(join(folder({ 'a.ts': content }), 'a.ts'));
}

test.each(['', 'a', 'Zoë 👋\r\n', '\uFEFFa', '\uFEFF', '\uFEFF\uFEFFa', 'a\uFEFF'])(
  '%j is read and put together again',
  (text) => {
    const read = readBytes(text);
    expect(withBom(read.text, read.hasBom)).toBe(text);
    expect(read.hasBom).toBe(text.startsWith('\uFEFF'));
  },
);

test.each<[string, Uint8Array, string]>([
  ['a byte alone', Uint8Array.of(0x61, 0xe9, 0x62), 'it is not UTF-8'],
  ['half a character', Uint8Array.of(0xf0, 0x9f), 'it is not UTF-8'],
  ['a surrogate', Uint8Array.of(0xed, 0xa0, 0x80), 'it is not UTF-8'],
  ['a zero', Uint8Array.of(0x61, 0), 'it is binary'],
])('%s is refused', (_, bytes, message) => {
  expect(() => readBytes(bytes)).toThrow(message);
});

test.each<[boolean, string, string]>([
  [true, 'one long line', 'a'.repeat(30_000)],
  [true, 'a licence above a long line', `/*\n * licence\n */\n${'a'.repeat(30_000)}`],
  [false, 'a short line', 'a'.repeat(5_000)],
  [false, 'a long file of short lines', `${'a'.repeat(100)}\n`.repeat(10_000)],
  [false, 'one long literal in a source', `${'a();\n'.repeat(500)}const image = '${'a'.repeat(100_000)}';\n`],
])('minified is %s for %s', (expected, _, text) => {
  expect(isMinified(text)).toBe(expected);
});
