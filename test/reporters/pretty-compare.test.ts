import { stripVTControlCharacters } from 'node:util';

import { expect, test } from 'vitest';

import { compare } from '../../src/compare/index.js';
import { prettyCompare } from '../../src/reporters/pretty-compare.js';
import { akepaFlow, intoSlot, legacyFlow } from '../compare/flows.js';

test('each kind of scenario, with its calls side by side', async () => {
  const comparison = await compare({
    before: legacyFlow({ report: ({ scenario }) => Promise.resolve(`first\n${scenario}\nlast`) }),
    after: akepaFlow({
      isBatched: true,
      report: ({ scenario }) =>
        Promise.resolve(`first\n${scenario}${scenario.startsWith('business') ? '!' : ''}\nlast`),
    }),
    scenarios: ['happy-path', 'link-after-approval', 'expired-token', 'business-representative'],
  });
  const text = prettyCompare(comparison, { colors: false });
  await expect(text).toMatchFileSnapshot('./pretty-compare.golden.txt');
  expect(text).not.toMatch(/[ \t]\n/);
  expect(stripVTControlCharacters(prettyCompare(comparison, { colors: true }))).toBe(text);
});

test('a scenario that the program does not go through says what it would have to do', async () => {
  const comparison = await compare({
    before: legacyFlow({ place: intoSlot }),
    after: legacyFlow({ place: intoSlot }),
    scenarios: ['unknown-slot', 'double-link'],
  });
  const idle = {
    ...comparison,
    scenarios: comparison.scenarios.map((result) => ({
      ...result,
      isExercised: result.name !== 'double-link',
    })),
  };
  const text = prettyCompare(idle, { colors: false });
  expect(text).toMatch(/^unknown-slot {2}same\ndouble-link {3}same {8}not exercised by the program\n/);
  expect(text).toContain(
    '  The legacy program did not go through it. What it would do: Upload the first file, and link it twice.\n',
  );
  expect(text).toMatch(
    /\n2 scenarios: 2 the same, 0 with documented differences, 0 regressions\. 1 scenario not exercised\.\n$/,
  );
});

test('of texts in several lines, the first that differs is shown', async () => {
  const flow = legacyFlow();
  const { scenarios, ...rest } = await compare({ before: flow, after: flow, scenarios: ['happy-path'] });
  const shown = (before: string, after: string): string => {
    const rows = [{ observable: 'output', verdict: 'regression', before, after, differences: [] }] as const;
    return prettyCompare(
      { ...rest, scenarios: scenarios.map((result) => ({ ...result, rows })) },
      { colors: false },
    );
  };
  expect(shown('{\n  a: 1\n}', '{\n  a: 2\n}')).toContain(
    '      before    a: 1 (and 1 more line)\n      after     a: 2 (and 1 more line)\n',
  );
  expect(shown('one', 'one\ntwo\nthree')).toContain(
    '      before  nothing\n      after   two (and 1 more line)\n',
  );
  expect(shown('x'.repeat(200), '')).toContain(`      before  ${'x'.repeat(160)}…\n      after   nothing\n`);
});
