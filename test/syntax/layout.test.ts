import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { gapEdits } from '../../src/syntax/layout/gaps.js';
import { layOut, laidOutRange } from '../../src/syntax/layout/index.js';
import { isLaidOut } from '../../src/syntax/layout/roots.js';
import type { LayoutStyle } from '../../src/syntax/layout/style.js';
import { parseModule } from '../../src/syntax/parse.js';
import { walk } from '../../src/syntax/walk.js';
import { ROOT } from '../support/cli.js';

/** As .prettierrc.json says it. */
const OWN: LayoutStyle = {
  eol: '\n',
  indent: '  ',
  semicolons: true,
  width: 110,
  tabWidth: 2,
  commas: 'all',
};
/** Some of what Prettier does is not done here; such a statement is not touched. */
const ENOUGH = 0.995;

test('the statements of this repository are laid out as Prettier does it', () => {
  let count = 0;
  const other: string[] = [];
  for (const folder of ['src', 'transforms', 'rules'])
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const module = parseModule(name, readFileSync(join(ROOT, folder, name), 'utf8'));
      walk(module.ast, module.visitorKeys, (node) => {
        const laidOut = isLaidOut(node) ? layOut(node, module, OWN) : undefined;
        if (laidOut === undefined) return;
        count++;
        if (laidOut !== module.text.slice(...laidOutRange(node, module))) other.push(`${name}\n${laidOut}`);
      });
    }
  expect(count).toBeGreaterThan(5000);
  expect(other.length / count, other.join('\n')).toBeLessThan(1 - ENOUGH);
});

test.each([
  [
    'call(a, b)',
    'call(\n  a,\n  b,\n)',
    [
      [5, 5],
      [7, 8],
      [9, 9],
    ],
  ],
  [
    'call(\n  a,\n)',
    'call(a)',
    [
      [5, 8],
      [9, 11],
    ],
  ],
  [
    'return a && b',
    'return (\n  a && b\n)',
    [
      [6, 7],
      [13, 13],
    ],
  ],
  [
    '{ a: b }',
    '{\n  a: b;\n}',
    [
      [1, 2],
      [6, 7],
    ],
  ],
  ['call( a )', 'call( a )', []],
])('the gaps of %j become those of %j', (text, laidOut, ranges) => {
  const edits = gapEdits(text, laidOut, 0) ?? [];
  expect(edits.map(({ range }) => range)).toEqual(ranges);
});

test.each([
  ['call(a)', 'call(b)'],
  ['call(a /* why */)', 'call(a)'],
])('%j and %j do not have the same words', (text, laidOut) => {
  expect(gapEdits(text, laidOut, 0)).toBe(undefined);
});
