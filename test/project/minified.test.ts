import { expect, test } from 'vitest';

import { isMinified } from '../../src/project/minified.js';

test.each<[boolean, string, string]>([
  [true, 'one long line', 'a'.repeat(30_000)],
  [true, 'a licence above a long line', `/*\n * licence\n */\n${'a'.repeat(30_000)}`],
  [false, 'a short line', 'a'.repeat(5_000)],
  [false, 'a long file of short lines', `${'a'.repeat(100)}\n`.repeat(10_000)],
  [true, 'a bundle whose lines were kept', bundle((index) => index.toString(36))],
  [false, 'the same with names that people give', bundle((index) => `value${index}`)],
  [false, 'a calculation with few short names', bundle((index) => 'abcdefghijklm'.charAt(index % 13))],
  [false, 'one long literal in a source', `${'a();\n'.repeat(500)}const image = '${'a'.repeat(100_000)}';\n`],
])('minified is %s for %s', (expected, _, text) => {
  expect(isMinified(text)).toBe(expected);
});

/** As bundlers write them that shorten names and leave the lines. */
function bundle(nameOf: (index: number) => string): string {
  const line = (_: unknown, index: number): string =>
    `  const _${nameOf(index)} = document.createElement("div");\n  return _${nameOf(index)}.textContent;`;
  return `/*! licence */\n${Array.from({ length: 1000 }, line).join('\n')}\n`;
}
