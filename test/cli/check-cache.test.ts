import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { akepa } from '../support/cli.js';
import { folder, put, read, repository } from '../support/folder.js';
import { CALLER } from '../support/sources.js';

const FILES = { 'src/kyc.ts': CALLER, 'package.json': '{}' };

test.concurrent('--cache says what a run without it says, and keeps it in node_modules', async () => {
  const cwd = folder({ ...FILES, 'node_modules/.keep': '' });
  const [cold, warm] = [
    await akepa(['check', '--cache'], { cwd }),
    await akepa(['check', '--cache'], { cwd }),
  ];
  const without = await akepa(['check'], { cwd });
  expect(cold.code).toBe(1);
  expect(untimed(cold.out)).toBe(untimed(without.out));
  expect(untimed(warm.out)).toBe(untimed(without.out));
  expect(existsSync(join(cwd, 'node_modules/.cache/akepa-migrate/check.json'))).toBe(true);
  put(cwd, { 'src/kyc.ts': 'export const nothing = 1;\n' });
  expect((await akepa(['check', '--cache'], { cwd })).code).toBe(0);
});

test.concurrent('without node_modules it lies in the git directory', async () => {
  const cwd = repository(FILES);
  await akepa(['check', '--cache'], { cwd });
  expect(existsSync(join(cwd, '.git/akepa-migrate/check.json'))).toBe(true);
});

test.concurrent('--cache-location turns it on, and its folder is made', async () => {
  const cwd = folder(FILES);
  await akepa(['check', '--cache-location', 'tmp/own.json'], { cwd });
  expect(read(cwd, 'tmp/own.json')).toContain('src/kyc.ts');
});

test.concurrent('a cache that can not be written is told of, and changes nothing else', async () => {
  const cwd = folder(FILES);
  mkdirSync(join(cwd, 'taken'));
  const { code, out, err } = await akepa(['check', '--cache-location', 'taken'], { cwd });
  expect(err).toMatch(/^akepa-migrate: the cache could not be written \(.+\)\n$/);
  expect(code).toBe(1);
  expect(untimed(out)).toBe(untimed((await akepa(['check'], { cwd })).out));
});

test.concurrent('a change is judged with the cache as without it', async () => {
  const cwd = repository({ 'src/old.ts': CALLER });
  put(cwd, { 'src/new.ts': CALLER });
  for (const args of [['--cache'], ['--cache'], []]) {
    const { code, out } = await akepa(['check', '--since', 'HEAD', ...args], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('src/new.ts');
  }
});

/** Without the time that it took. */
function untimed(out: string): string {
  return out.replaceAll(/\d+(?:\.\d+)? m?s\b/g, '');
}
