import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readSource, withBom } from '../../src/project/read.js';
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
