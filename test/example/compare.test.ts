import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Comparison, Verdict } from '../../src/compare/types.js';
import { akepa, akepaJson, ROOT } from '../support/cli.js';
import { copy, EXAMPLE } from './copy.js';

/** What the licence flow is worth in each scenario, and which of its observables differ why. */
const EXPECTED: readonly (readonly [string, Verdict, Readonly<Record<string, string>>])[] = [
  ['happy-path', 'documented', { sides: 'no-document-side' }],
  [
    'overwrite-before-decision',
    'documented',
    {
      documents: 'no-overwrite',
      sides: 'no-document-side',
      refusals: 'no-overwrite',
      output: 'no-overwrite',
      errors: 'no-overwrite',
      'exit code': 'no-overwrite',
    },
  ],
  [
    'link-after-approval',
    'documented',
    {
      documents: 'closed-after-approval',
      sides: 'no-document-side',
      refusals: 'closed-after-approval',
      output: 'closed-after-approval',
      errors: 'closed-after-approval',
      'exit code': 'closed-after-approval',
    },
  ],
  ['expired-token', 'same', {}],
  ['server-error', 'same', {}],
  // The config says that the entity is the customer, which is true of persons only.
  ['business-representative', 'regression', { sides: 'no-document-side', decision: '' }],
];

test('the licence flow, before and after migrate, against the reference', async () => {
  const after = copy();
  expect((await akepa(['migrate', '--write'], { cwd: after })).code).toBe(1);
  const program = `"${process.execPath}" "${join(ROOT, 'examples/compare/licence.mjs')}"`;
  const { scenarios } = await akepaJson<Comparison>(
    [
      ...['compare', '--before', `${program} "${EXAMPLE}"`, '--after', `${program} "${after}"`],
      ...EXPECTED.flatMap(([name]) => ['--scenario', name]),
    ],
    { cwd: ROOT },
  );
  const seen = scenarios.map(({ name, verdict, rows }) => [
    name,
    verdict,
    Object.fromEntries(
      rows
        .filter((row) => row.verdict !== 'same')
        .map(({ observable, differences }) => [observable, differences.join(', ')]),
    ),
  ]);
  expect(seen).toEqual(EXPECTED);
  expect(scenarios.every(({ isExercised }) => isExercised)).toBe(true);
});
