import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { CheckResult } from '../../src/check.js';
import { akepa, akepaJson, ROOT } from '../support/cli.js';
import { CALLS } from './calls.js';

const cwd = join(ROOT, 'examples/onboarding');

test.concurrent('check lists exactly the 18 calls', async () => {
  const { findings, errors } = await akepaJson<CheckResult>(['check'], { cwd });
  expect(CALLS).toHaveLength(18);
  expect(findings.map(({ file, line, endpoint, client }) => [file, line, endpoint, client])).toEqual(CALLS);
  expect(findings.every(({ confidence }) => confidence === 'certain')).toBe(true);
  expect(errors).toEqual([]);
});

test.concurrent('there is nothing more to see with less confidence, and no blind spot', async () => {
  const { findings, blindSpots, stats } = await akepaJson<CheckResult>(
    ['check', '--confidence', 'possible'],
    { cwd },
  );
  expect(findings).toHaveLength(CALLS.length);
  expect({ blindSpots, below: stats.belowConfidence }).toEqual({ blindSpots: [], below: 0 });
});

test.concurrent('each frame points at the line of its call', async () => {
  const { out, code } = await akepa(['check'], { cwd });
  expect(code).toBe(1);
  const framed = [...out.matchAll(/^ {2}> +(\d+) \| (.*)$/gm)].map(([, line, text]) => [Number(line), text]);
  expect(framed.map(([line]) => line)).toEqual(CALLS.map(([, line]) => line));
  for (const [, text] of framed)
    expect(text).toMatch(/\b(?:fetch|axios\.request|connectfi\.(?:get|post))[<(]/);
});
