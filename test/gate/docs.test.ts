import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { validateConfig } from '../../src/config/validate.js';
import { CLEAN_ENV, CLI, ROOT } from '../support/cli.js';
import { blocksOf } from '../support/docs.js';
import { commit, folder, git, put, read, repository } from '../support/folder.js';
import { BASELINE } from './gate.js';
import { IMPORT, statusIn } from './source.js';

const PAGE = readFileSync(join(ROOT, 'docs/gate.md'), 'utf8');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8').split('## In CI')[1]?.split('\n## ')[0] ?? '';

/** A clone of a repository with one call; its baseline can be committed. */
function clone(): string {
  const origin = repository({ 'src/kyc.ts': IMPORT + statusIn('beat') });
  git(origin, 'branch', '--move', 'main');
  const cwd = join(folder(), 'clone');
  git(origin, 'clone', '--quiet', origin, cwd);
  return cwd;
}

/** The commands of a page, each with its pipes and without its comment. */
function commandsOf(text: string): string[] {
  return blocksOf(text, 'sh').flatMap((block) =>
    block
      .trim()
      .split('\n')
      .map((line) => line.replace(/ +# .*$/, '')),
  );
}

test.each([
  ['docs/gate.md', PAGE, 8],
  ['README.md', README, 3],
])('every command of %s runs, one after the other', (_, text, number) => {
  const cwd = clone();
  const commands = commandsOf(text);
  expect(commands).toHaveLength(number);
  for (const command of commands) {
    const env = { ...CLEAN_ENV, NODE: process.execPath, CLI };
    const line = command.replaceAll('npx akepa-migrate', '"$NODE" "$CLI"');
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, env, encoding: 'utf8' });
    expect({ command, status }, `${stdout}${stderr}`).toEqual({ command, status: 0 });
    if (command.includes('--write-baseline')) commit(cwd);
  }
});

test('docs/gate.md shows the baseline that is written, and configs that are valid', () => {
  const cwd = clone();
  spawnSync(process.execPath, [CLI, 'check', '--write-baseline'], { cwd, env: CLEAN_ENV });
  expect(blocksOf(PAGE, 'jsonl')).toEqual([read(cwd, BASELINE)]);
  const configs = blocksOf(PAGE, 'json');
  expect(configs).toHaveLength(2);
  for (const config of configs) expect(() => validateConfig(JSON.parse(config), 'docs')).not.toThrow();
});

test('docs/gate.md shows a suppression that holds', () => {
  const cwd = clone();
  put(cwd, { 'src/kyc.ts': `${IMPORT}${blocksOf(PAGE, 'ts')[0] ?? ''}` });
  const { status } = spawnSync(process.execPath, [CLI, 'check', '--as-of', '2027-01-31'], {
    cwd,
    env: CLEAN_ENV,
  });
  expect(status).toBe(0);
});

test('the line of docs/gate.md for .gitattributes is the one that the tests merge with', () => {
  expect(blocksOf(PAGE, 'gitattributes')).toEqual([`${BASELINE} merge=union\n`]);
});

test('docs/gate.md links to pages that exist', () => {
  for (const [, path = ''] of PAGE.matchAll(/\]\(([^)#]+)\)/g))
    expect(() => readFileSync(join(ROOT, 'docs', path))).not.toThrow();
});
