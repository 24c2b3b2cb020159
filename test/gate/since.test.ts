import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { akepa } from '../support/cli.js';
import { commit, folder, git, put, read, repository } from '../support/folder.js';
import { schemaErrors } from '../support/schema.js';
import { CALLER } from '../support/sources.js';
import { BASELINE, gate, gitAs, GREEN, verdict } from './gate.js';
import { IMPORT, initIn, statusIn } from './source.js';

const BEAT = { 'src/kyc.ts': IMPORT + statusIn('beat') };

/** A repository whose branch `change` begins at `main`. */
function onBranch(files: Record<string, string> = BEAT): string {
  const cwd = repository(files);
  git(cwd, 'branch', '--move', 'main');
  git(cwd, 'checkout', '--quiet', '-b', 'change');
  return cwd;
}

describe('only what a change adds fails', () => {
  test.concurrent('what was there before does not', async () => {
    const cwd = onBranch();
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
    put(cwd, { 'src/new.ts': IMPORT + initIn('start') });
    const added = { code: 1, fails: ['src/new.ts:4 kyc-init'] };
    expect(await verdict(cwd, '--since', 'main')).toEqual(added);
    commit(cwd);
    const { result, ...answer } = await gate(cwd, '--since', 'main');
    expect(answer).toMatchObject({ code: 1, err: '' });
    expect(schemaErrors('check', result)).toEqual([]);
    expect(result.findings.map(({ file, known }) => [file, known])).toEqual([
      ['src/kyc.ts', true],
      ['src/new.ts', false],
    ]);
    expect(result.gate.reasons).toEqual(['1 finding added since main']);
    expect(result.gate.since).toEqual({ revision: 'main', mergeBase: git(cwd, 'rev-parse', 'main').trim() });
  });

  test.concurrent('the swap: fix one, add one', async () => {
    const cwd = onBranch();
    put(cwd, { 'src/kyc.ts': IMPORT + statusIn('other') });
    commit(cwd);
    expect(await verdict(cwd, '--since', 'main')).toEqual({ code: 1, fails: ['src/kyc.ts:4 kyc-status'] });
  });

  test.concurrent(
    'what the other side gained meanwhile is not the change: the merge base counts',
    async () => {
      const cwd = onBranch();
      put(cwd, { 'src/mine.ts': 'export const mine = 1;\n' });
      commit(cwd);
      git(cwd, 'checkout', '--quiet', 'main');
      put(cwd, { 'src/kyc.ts': '' });
      commit(cwd);
      git(cwd, 'checkout', '--quiet', 'change');
      expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
    },
  );

  test.concurrent('moved, formatted anew and renamed code is not added', async () => {
    const cwd = onBranch({ 'src/kyc.ts': IMPORT + statusIn('beat') + initIn('start') });
    git(cwd, 'mv', 'src/kyc.ts', 'src/identity.ts');
    put(cwd, { 'src/identity.ts': `${IMPORT.replaceAll("'", '"')}${initIn('start')}${statusIn('beat')}` });
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
    // A hook gives the new names only.
    expect(await verdict(cwd, '--since', 'main', 'src/identity.ts')).toEqual(GREEN);
    commit(cwd);
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
    expect(await verdict(join(cwd, 'src'), '--since', 'main', 'identity.ts')).toEqual(GREEN);
    expect(await verdict(cwd, '--since', 'main', join(cwd, 'src'))).toEqual(GREEN);
  });

  test.concurrent('a renamed file that git was not told of', async () => {
    const cwd = onBranch();
    renameSync(join(cwd, 'src/kyc.ts'), join(cwd, 'src/identity.ts'));
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
  });

  test.concurrent('a call that another file made a legacy one', async () => {
    const cwd = onBranch({
      'src/urls.ts': "export const START = '/customer/init';\n",
      'src/start.ts':
        "import axios from 'axios';\nimport { START } from './urls.js';\nexport const start = () => axios.post(START, {});\n",
    });
    put(cwd, { 'src/urls.ts': "export const START = '/customer/kyc/init';\n" });
    expect(await verdict(cwd, '--since', 'main')).toEqual({ code: 1, fails: ['src/start.ts:3 kyc-init'] });
    expect(await verdict(cwd, '--since', 'main', '--added-lines')).toEqual(GREEN);
  });

  test.concurrent('a TODO that was there before does not', async () => {
    const cwd = onBranch({ 'a.ts': '// TODO(akepa-migrate AK301): gone. Gone.\n' });
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
    put(cwd, { 'a.ts': '// TODO(akepa-migrate AK302): gone. Gone.\n' });
    expect((await gate(cwd, '--since', 'main')).result.gate.reasons).toEqual(['1 TODO added since main']);
  });

  test.concurrent('an entry of the baseline and a suppression let a new one be', async () => {
    const cwd = onBranch();
    put(cwd, { 'src/new.ts': IMPORT + initIn('start') });
    await akepa(['check', '--write-baseline', 'src/new.ts'], { cwd });
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
  });

  test.concurrent('dates do not fail a change that adds nothing', async () => {
    const cwd = onBranch({ ...BEAT, 'akepa.config.json': '{ "sunset": { "*": "2020-01-01" } }' });
    await akepa(['check', '--write-baseline'], { cwd });
    put(cwd, { [BASELINE]: read(cwd, BASELINE).replace(/\}\n$/, ',"expires":"2020-01-01"}\n') });
    expect((await verdict(cwd)).code).toBe(1);
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
    expect(await verdict(cwd, '--since', 'main', '--as-of', '2099-01-01')).toEqual(GREEN);
  });
});

describe('the merge base is looked at as the run is', () => {
  test.concurrent('paths of a tsconfig, and packages of the workspace as they were', async () => {
    const files = {
      'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
      '.gitignore': 'node_modules\n',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }',
      'lib/urls.ts': "export const START = '/customer/kyc/init';\n",
      'packages/paths/package.json': '{ "name": "@acme/paths", "main": "./index.ts" }',
      'packages/paths/index.ts': "export const STATUS = '/customer/kyc/status/1';\n",
      'src/kyc.ts':
        "import axios from 'axios';\nimport { START } from '@lib/urls';\nimport { STATUS } from '@acme/paths';\n" +
        'export const start = () => axios.post(START, {});\nexport const status = () => axios.get(STATUS);\n',
    };
    const cwd = onBranch(files);
    put(cwd, { 'node_modules/@acme/.keep': '' });
    symlinkSync('../../packages/paths', join(cwd, 'node_modules/@acme/paths'));
    const fails = ['src/kyc.ts:4 kyc-init', 'src/kyc.ts:5 kyc-status'];
    expect(await verdict(cwd)).toEqual({ code: 1, fails });
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
    // Before, the package meant another path: its sources of then count, not those of now.
    put(cwd, { 'packages/paths/index.ts': "export const STATUS = '/customer/status/1';\n" });
    commit(cwd);
    git(cwd, 'branch', 'before');
    put(cwd, { 'packages/paths/index.ts': files['packages/paths/index.ts'] });
    expect(await verdict(cwd, '--since', 'before')).toEqual({ code: 1, fails: ['src/kyc.ts:5 kyc-status'] });
  });

  test.concurrent('the config, its folder, and a working directory below it', async () => {
    const cwd = onBranch({
      'app/akepa.config.json': '{ "exclude": ["src/old"] }',
      'app/src/kyc.ts': IMPORT + statusIn('beat'),
      'app/src/old/kyc.ts': CALLER,
    });
    put(cwd, { 'app/src/more.ts': CALLER });
    for (const at of ['app', 'app/src'])
      expect((await verdict(join(cwd, at), '--since', 'main')).fails).toEqual([
        `${at === 'app' ? 'src/' : ''}more.ts:4 kyc-status`,
      ]);
  });

  test.concurrent('a config above the repository', async () => {
    const above = folder({ 'akepa.config.json': '{ "include": ["repo/src/**"] }' });
    put(above, { 'repo/src/kyc.ts': CALLER });
    const cwd = join(above, 'repo');
    git(cwd, 'init', '--quiet');
    commit(cwd);
    expect(await verdict(cwd, '--since', 'HEAD')).toEqual(GREEN);
    put(cwd, { 'src/more.ts': CALLER });
    expect((await verdict(cwd, '--since', 'HEAD')).fails).toEqual(['src/more.ts:4 kyc-status']);
  });

  test.concurrent('names that are no ASCII, and links', async () => {
    const cwd = onBranch({ 'src/é ü/k"yc.ts': CALLER });
    symlinkSync('é ü', join(cwd, 'src/link'));
    commit(cwd);
    expect(await verdict(cwd, '--since', 'HEAD')).toEqual(GREEN);
    expect(await verdict(cwd, '--since', 'main', '--added-lines')).toEqual(GREEN);
    git(cwd, 'mv', 'src/é ü/k"yc.ts', 'src/ß.ts');
    expect(await verdict(cwd, '--since', 'main')).toEqual(GREEN);
  });
});

describe('--added-lines', () => {
  test.concurrent('judges what stands on an added line, in old files, renamed and new ones', async () => {
    const cwd = onBranch({ ...BEAT, 'src/other.ts': IMPORT + statusIn('other') });
    put(cwd, { 'src/kyc.ts': IMPORT + statusIn('beat') + initIn('start'), 'src/new.ts': CALLER });
    git(cwd, 'mv', 'src/other.ts', 'src/another.ts');
    put(cwd, { 'src/another.ts': IMPORT + statusIn('other') + initIn('begin') });
    git(cwd, 'add', 'src/another.ts');
    expect((await verdict(cwd, '--since', 'main', '--added-lines')).fails).toEqual([
      'src/another.ts:8 kyc-init',
      'src/kyc.ts:8 kyc-init',
      'src/new.ts:4 kyc-status',
    ]);
  });

  test.concurrent('a renamed function is another finding, but not on an added line', async () => {
    const cwd = onBranch();
    put(cwd, { 'src/kyc.ts': IMPORT + statusIn('pulse') });
    expect((await verdict(cwd, '--since', 'main')).code).toBe(1);
    expect(await verdict(cwd, '--since', 'main', '--added-lines')).toEqual(GREEN);
  });
});

describe('what can not be compared is exit code 2, and never clean', () => {
  /** A clone of a repository with three commits on main, and a branch. */
  function clone(...options: readonly string[]): string {
    const origin = onBranch();
    put(origin, { 'src/new.ts': IMPORT + initIn('start') });
    commit(origin);
    git(origin, 'checkout', '--quiet', 'main');
    for (const text of ['1', '2']) {
      put(origin, { 'more.txt': text });
      commit(origin);
    }
    const cwd = join(folder(), 'clone');
    git(origin, 'clone', '--quiet', ...options, `file://${origin}`, cwd);
    return cwd;
  }

  /** What the message says to run. */
  function fetchIn(err: string): string[] {
    const command = /run `git (fetch[^`]*)`\n$/.exec(err)?.[1];
    expect(command).toBeDefined();
    return (command ?? '').split(' ');
  }

  test.concurrent.each([
    ['origin/main', '--depth=1', '--branch=change'],
    ['main', '--depth=1', '--branch=change'],
    ['HEAD~1', '--depth=1', '--branch=change'],
    ['origin/main', '--depth=1', '--branch=change', '--no-single-branch'],
    ['origin/main', '--branch=change', '--single-branch'],
    ['main', '--branch=change'],
  ])(
    '--since %s in a clone with %s %s %s: what is to be fetched is said, and is enough',
    async (revision, ...options) => {
      const cwd = clone(...options);
      const { code, out, err } = await akepa(['check', '--since', revision], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      git(cwd, ...fetchIn(err));
      expect(await verdict(cwd, '--since', revision)).toEqual({ code: 1, fails: ['src/new.ts:4 kyc-init'] });
    },
  );

  test.concurrent('a revision that is nowhere, no commit, no repository, no common history', async () => {
    const cwd = onBranch();
    const refused = async (at: string, revision: string): Promise<string> => {
      const { code, out, err } = await akepa(['check', '--since', revision], { cwd: at });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    expect(await refused(cwd, 'mian')).toBe(
      'akepa-migrate: --since mian: there is no such commit here; this repository has no remote to fetch it from\n',
    );
    expect(await refused(cwd, '--all')).toMatch(/--since/);
    const outside = folder({ 'a.ts': CALLER });
    expect(await refused(outside, 'main')).toMatch(/^akepa-migrate: --since needs a git repository: /);
    git(outside, 'init', '--quiet');
    expect(await refused(outside, 'main')).toMatch(/--since needs a commit, and there is none yet\n$/);
    git(cwd, 'checkout', '--quiet', '--orphan', 'alone');
    // With the message, the tree and the second of another first commit, it would be that commit.
    gitAs(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'alone');
    expect(await refused(cwd, 'main')).toMatch(/--since main: it has no commit in common with HEAD\n$/);
  });

  test.concurrent('options that contradict it', async () => {
    const cwd = onBranch();
    for (const option of [['--write-baseline'], ['--prune'], ['--scheduled'], ['--max', '3']]) {
      const { code, err } = await akepa(['check', '--since', 'main', ...option], { cwd });
      expect({ code, err }).toEqual({
        code: 2,
        err: `akepa-migrate: --since and ${option[0]} do not go together\n`,
      });
    }
    const { code } = await akepa(['check', '--added-lines'], { cwd });
    expect(code).toBe(2);
  });
});
