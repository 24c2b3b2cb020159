import { expect, test } from 'vitest';

import { lineAt, lineStart, lineText, positionAt } from '../../src/syntax/position.js';

const TEXT = 'one\r\n  twö 👋 x\n\nfour';

test.each([
  [0, 1, 1, 'one'],
  [3, 1, 4, 'one'],
  [4, 1, 5, 'one'],
  [5, 2, 1, 'twö 👋 x'],
  [14, 2, 10, 'twö 👋 x'],
  [16, 3, 1, ''],
  [17, 4, 1, 'four'],
  [TEXT.length, 4, 5, 'four'],
])('offset %i is line %i, column %i', (offset, line, column, text) => {
  expect(positionAt(TEXT, offset)).toEqual({ line, column });
  expect(lineAt(TEXT, offset)).toBe(line);
  expect(offset - lineStart(TEXT, offset)).toBe(column - 1);
  expect(lineText(TEXT, offset)).toBe(text);
});
