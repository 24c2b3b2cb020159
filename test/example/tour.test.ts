import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { codePage } from '../../src/codes/page.js';
import { CLEAN_ENV, linesOf, ROOT } from '../support/cli.js';
import { bytesOf } from '../support/folder.js';
import { CALLS } from './calls.js';

const FILES = CALLS.map(([file]) => `examples/onboarding/${file}`);

test('npm start shows the calls and the edits, changes nothing, and ends with what to do next', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts['start']).toBe('node examples/tour.mjs');
  const before = bytesOf(ROOT, FILES);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['examples/tour.mjs'], {
    cwd: ROOT,
    env: CLEAN_ENV,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(bytesOf(ROOT, FILES)).toEqual(before);
  expect(stdout).toContain('18 legacy calls in 8 files');
  expect(stdout).toContain('+++ b/src/licence.ts');
  // The flow runs before and after migrate; what differs is listed.
  expect(stdout).toMatch(/^happy-path +documented +no-document-side$/m);
  expect(stdout).toMatch(/^link-after-approval +documented +closed-after-approval, no-document-side$/m);
  expect(stdout).toMatch(/^expired-token +same$/m);
  expect(stdout).toContain('3 scenarios: 1 the same, 2 with documented differences, 0 regressions.');
  const next = linesOf(stdout.slice(stdout.lastIndexOf('What to do next')));
  expect(next.join('\n')).toContain('npx akepa-migrate migrate --write');
  // What it tells people to do works.
  const [, code = ''] = /explain (AK\d+)/.exec(next.join('\n')) ?? [];
  expect(codePage(code)).toBeDefined();
  const [, config = ''] = /(examples\/\S+\.json)/.exec(next.join('\n')) ?? [];
  expect(readFileSync(join(ROOT, config), 'utf8')).toContain('"values"');
});
