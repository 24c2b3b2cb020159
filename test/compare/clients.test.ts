import { expect, test } from 'vitest';

import { compare } from '../../src/compare/index.js';
import { ROOT } from '../support/cli.js';
import { rowsOf } from './verdicts.js';

const PROGRAMS = `${ROOT}test/compare/programs`;
const SCENARIOS = ['happy-path', 'expired-token', 'unknown-customer', 'link-before-upload'];

test.concurrent.each([
  ['old', 'fetch', 'throw'],
  ['old', 'axios', 'throw'],
  ['old', 'got', 'throw'],
  ['old', 'ky', 'throw'],
  ['old', 'superagent', 'throw'],
  ['old', 'axios', 'vendor'],
  ['old', 'axios', 'log'],
  ['old', 'axios', 'inspect'],
  ['old', 'axios', 'data'],
  ['old', 'axios', 'message'],
  ['old', 'fetch', 'pretty'],
  ['old', 'got', 'inspect'],
  ['old', 'ky', 'log'],
  ['old', 'superagent', 'inspect'],
  ['old-upload', 'fetch', 'log'],
  ['old-upload', 'axios', 'vendor'],
  ['old-upload', 'got', 'throw'],
])('a right migration of %s.mjs is no regression: %s, %s', async (old, client, style) => {
  const { scenarios } = await compare({
    before: `node "${PROGRAMS}/${old}.mjs" ${client} ${style}`,
    after: `node "${PROGRAMS}/new.mjs" ${client} ${style}`,
    // Uploading into a slot has no link that could go wrong.
    scenarios: old === 'old-upload' ? SCENARIOS.slice(0, 3) : SCENARIOS,
  });
  const regressions = scenarios.flatMap(({ name, rows }) =>
    rows
      .filter(({ verdict }) => verdict === 'regression')
      .map(({ observable, before, after }) => ({ name, observable, before, after })),
  );
  expect(regressions).toEqual([]);
  const [happy] = scenarios;
  expect(happy && rowsOf(happy)).toEqual(['sides: no-document-side', 'output: answer-words']);
  expect(JSON.stringify(scenarios)).not.toMatch(/Buffer|Exif|127\.0\.0\.1/);
});
