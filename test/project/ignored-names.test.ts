import ignore from 'ignore';
import { expect, test } from 'vitest';

import { namesOfRules } from '../../src/project/ignored-names.js';
import { randomFrom } from '../support/random.js';

const PARTS = [
  'a',
  'gen',
  'a.ts',
  'A.ts',
  '*.ts',
  'g*',
  '*',
  '**',
  'a+(b)',
  '[ab].ts',
  '?.ts',
  '\\!a',
  '{a}',
];
const NAMES = ['a', 'gen', 'a.ts', 'b.ts', 'GEN', 'a+(b)', '!a', '{a}', 'xa.ts'];

test('what rules say nothing of, by a name, they say nothing of', () => {
  const next = randomFrom(7);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const some = (items: readonly string[]): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(items)).join('/');
  const rule = (): string =>
    `${pick(['', '', '!', '#', ' '])}${pick(['', '/'])}${some(PARTS)}${pick(['', '', '/', ' ', '  ', '\t'])}`;
  let spared = 0;
  for (let round = 0; round < 4000; round++) {
    const text = Array.from({ length: 1 + Math.floor(next() * 3) }, rule).join(pick(['\n', '\r\n']));
    const rules = ignore().add(text);
    const path = some(NAMES);
    const isFolder = next() < 0.3;
    const name = path.split('/').at(-1) ?? '';
    const parent = path.slice(0, -name.length);
    // What lies in an ignored folder is not asked for.
    if ((parent !== '' && rules.ignores(parent)) || namesOfRules(text)(name, isFolder)) continue;
    spared++;
    const { ignored, unignored } = rules.test(isFolder ? `${path}/` : path);
    expect([ignored, unignored], JSON.stringify([text, path, isFolder])).toEqual([false, false]);
  }
  expect(spared).toBeGreaterThan(500);
});

test('most files need no rules', () => {
  const meets = namesOfRules('node_modules/\n/dist\n*.log\n.env*\n# a.ts\n\npackages/*/lib/\n!lib/keep.js\n');
  expect(['a.ts', 'lib', 'keep.js', 'x.log', 'dist'].map((name) => meets(name, false))).toEqual([
    ...[false, false, true, true, true],
  ]);
  expect(meets('lib', true)).toBe(true);
});
