import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { check } from '../../src/check.js';
import { callsOf, configOf, copied, type Expected, printed, projectsIn } from './projects.js';

const LOOK_ALIKES = projectsIn<Expected>('look-alikes');
/** A call in every kind of module, whatever it declares. */
const CONTROL = '\n;globalThis.fetch("/document/generate", { method: "POST" });\n';

test('there are enough of them', () => {
  expect(LOOK_ALIKES.length).toBeGreaterThanOrEqual(60);
});

test.each(LOOK_ALIKES)('silent: $name: $expected.title', async (project) => {
  const cwd = copied(project);
  const loaded = configOf(project, cwd);
  const result = await check([], { cwd, loaded });
  expect({ errors: result.errors, calls: printed(callsOf(result)) }).toEqual({ errors: [], calls: [] });

  // The files are looked at: a call that is added to one of them is found, and nothing else.
  const file = project.files.at(-1) ?? '';
  const line = readFileSync(join(cwd, file), 'utf8').split('\n').length + 1;
  appendFileSync(join(cwd, file), CONTROL);
  const again = await check([], { cwd, loaded });
  expect(again.findings.map((finding) => `${finding.file}:${finding.line}`)).toEqual([`${file}:${line}`]);
});
