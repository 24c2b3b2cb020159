import { expect, test } from 'vitest';

import { check } from '../../src/check.js';
import { callsOf, configOf, type ExpectedShape, installed, printed, projectsIn } from './projects.js';

const SHAPES = projectsIn<ExpectedShape>('shapes');

test('there are enough of them, and each says what it expects', () => {
  expect(SHAPES.length).toBeGreaterThanOrEqual(60);
  for (const { name, expected } of SHAPES) {
    const { seen, reason, calls, blindSpots } = expected;
    const isTold = seen ? calls.length > 0 : Boolean(reason && blindSpots?.length);
    expect({ name, isTold }).toEqual({ name, isTold: true });
  }
});

test.each(SHAPES)('$name: $expected.title', async (project) => {
  const { calls, seen, client = 'known', blindSpots = [] } = project.expected;
  const cwd = installed(project);
  const result = await check([], { cwd, loaded: configOf(project, cwd) });
  const blind = result.blindSpots.map(({ file, line }) => `${file}:${line}`);
  const unused = result.blindSpots.filter((spot) => seen && spot.client === 'none');
  expect({
    errors: result.errors,
    calls: printed(callsOf(result)),
    clients: [...new Set(result.findings.map((found) => (found.client === 'unknown' ? 'unknown' : 'known')))],
    blind: blindSpots.filter((place) => blind.includes(place)),
    unused: unused.map(({ file, line }) => `${file}:${line}`),
  }).toEqual({
    errors: [],
    calls: printed(calls),
    clients: seen ? [client] : [],
    blind: blindSpots,
    // A path whose call is found is no path without a call.
    unused: [],
  });
});
