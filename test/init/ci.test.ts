import { validateWorkflow } from '@action-validator/core';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { adviceOf, changeOf, manifest } from './repository.js';

const WORKFLOW = '.github/workflows/akepa.yml';
const GITHUB = { '.github/workflows/ci.yml': 'on: push\n' };
const MANAGERS: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['npm', { 'package-lock.json': '{}' }, ['npm ci', 'npx akepa-migrate check']],
  ['npm without a lock file', {}, ['npm install', 'npx akepa-migrate check']],
  [
    'pnpm',
    { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
    ['pnpm install --frozen-lockfile', 'pnpm exec akepa-migrate check'],
  ],
  [
    'yarn 1',
    { 'yarn.lock': '# yarn lockfile v1\n' },
    ['yarn install --frozen-lockfile', 'npx akepa-migrate check'],
  ],
  [
    'yarn',
    { 'yarn.lock': '__metadata:\n  version: 8\n' },
    ['yarn install --immutable', 'yarn akepa-migrate check'],
  ],
  ['bun', { 'bun.lock': '{}' }, ['bun install --frozen-lockfile', 'bunx akepa-migrate check']],
  [
    'the field',
    { 'package.json': manifest({ packageManager: 'pnpm@9.1.0' }) },
    ['pnpm install', 'pnpm exec akepa-migrate check'],
  ],
];

interface Workflow {
  readonly jobs: {
    readonly check: { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] };
  };
}

test.each(MANAGERS)(
  'GitHub Actions with %s: a workflow that the schema accepts',
  (_, files, [install = '', check = '']) => {
    const text = changeOf(WORKFLOW, { ...GITHUB, ...files })?.after ?? '';
    expect(validateWorkflow(text)).toEqual({ actionType: 'workflow', errors: [] });
    const { steps } = (parse(text) as Workflow).jobs.check;
    const runs = steps.flatMap(({ run = [] }) => run);
    expect(runs).toContain(install);
    expect(runs.at(-1)).toBe(`${check} --format github --format "markdown:$GITHUB_STEP_SUMMARY"`);
  },
);

test('GitHub Actions: a workflow that runs the check already is enough, and no file is touched', () => {
  expect(
    changeOf(WORKFLOW, {
      '.github/workflows/ci.yml': 'jobs: { a: { steps: [{ run: npx akepa-migrate check }] } }',
    }),
  ).toBeUndefined();
  expect(changeOf(WORKFLOW, { ...GITHUB, [WORKFLOW]: 'name: mine\n' })).toBeUndefined();
  expect(changeOf('.github/workflows/ci.yml', GITHUB)).toBeUndefined();
});

test('GitHub Actions: the project lies in a folder of the repository', () => {
  const seen = { up: '../../', down: 'apps/web' };
  const files = { '../../.github/workflows/ci.yml': 'on: push\n', '.nvmrc': '24\n' };
  const text = changeOf(`../../${WORKFLOW}`, files, seen)?.after ?? '';
  expect(validateWorkflow(text).errors).toEqual([]);
  expect(text).toContain('working-directory: apps/web');
  expect(text).toContain('node-version-file: apps/web/.nvmrc');
});

test.each([
  ['git@github.com:acme/kyc.git', WORKFLOW],
  ['https://gitlab.com/acme/kyc.git', '.gitlab-ci.yml'],
])('no CI system yet: that of the host %s', (url, file) => {
  expect(changeOf(file, { '.git/config': `[remote "origin"]\n\turl = ${url}\n` })).toBeDefined();
});

test.each(MANAGERS)(
  'GitLab CI with %s: a job in a file to include',
  (_, files, [install = '', check = '']) => {
    const all = { '.gitlab-ci.yml': 'stages: [test]\n', ...files };
    const job = parse(changeOf('.gitlab/akepa.yml', all)?.after ?? '') as {
      readonly akepa: { readonly script: readonly string[] };
    };
    expect(job.akepa.script).toContain(install);
    expect(job.akepa.script.at(-1)).toBe(
      `${check} --format pretty --format gitlab:gl-code-quality-report.json`,
    );
    expect(changeOf('.gitlab-ci.yml', all)).toBeUndefined();
    expect(parse(adviceOf(/^GitLab CI/, all)?.text ?? '')).toEqual({
      include: [{ local: '.gitlab/akepa.yml' }],
    });
  },
);

test('GitLab CI: once the file is there only the include is missing, and then nothing', () => {
  const files = {
    '.gitlab-ci.yml': 'stages: [test]\n',
    '.gitlab/akepa.yml': 'akepa: { script: [npx akepa-migrate check] }',
  };
  expect(changeOf('.gitlab/akepa.yml', files)).toBeUndefined();
  expect(adviceOf(/^GitLab CI/, files)).toBeDefined();
  const included = { ...files, '.gitlab-ci.yml': 'include: [{ local: .gitlab/akepa.yml }]' };
  expect(adviceOf(/^GitLab CI/, included)).toBeUndefined();
});

test.each(MANAGERS)('CircleCI with %s: a job to paste', (_, files, [install = '', check = '']) => {
  const text = adviceOf(/^CircleCI/, { '.circleci/config.yml': 'version: 2.1\n', ...files })?.text ?? '';
  const { jobs } = parse(text) as {
    readonly jobs: { readonly akepa: { readonly steps: readonly unknown[] } };
  };
  expect(jobs.akepa.steps).toContainEqual({ run: install });
  expect(jobs.akepa.steps).toContainEqual({
    run: `${check} --format pretty --format junit:reports/akepa.xml`,
  });
});

test.each(['Jenkinsfile', 'azure-pipelines.yml', '.buildkite/pipeline.yml', 'bitbucket-pipelines.yml'])(
  '%s: the commands to run',
  (file) => {
    const advice = adviceOf(/^CI: let/, { [file]: 'x', 'package-lock.json': '{}' });
    expect(advice?.text).toBe('npm ci\nnpx akepa-migrate check');
    expect(adviceOf(/CI/, { [file]: 'npx akepa-migrate check' })).toBeUndefined();
  },
);

test('husky: a line more, where nothing stands in its way', () => {
  const file = '.husky/pre-commit';
  expect(changeOf(file, { [file]: 'npm test' })?.after).toBe('npm test\nnpx akepa-migrate check\n');
  expect(
    changeOf(file, { [file]: '#!/bin/sh\n. "$(dirname "$0")/_/husky.sh"\n\nnpm test\n' })?.after,
  ).toMatch(/\nnpm test\nnpx akepa-migrate check\n$/);
  for (const text of ['exec npm test\n', 'if true; then exit 0; fi\n', 'npm test && exit 0\n']) {
    expect(changeOf(file, { [file]: text })).toBeUndefined();
    expect(adviceOf(/^husky/, { [file]: text })?.text).toBe('npx akepa-migrate check');
  }
  // It runs lint-staged, which has an entry of its own.
  expect(changeOf(file, { [file]: 'npx lint-staged\n' })).toBeUndefined();
});

test('pre-commit and lefthook: an entry to paste', () => {
  const hook = parse(
    adviceOf(/^pre-commit/, { '.pre-commit-config.yaml': 'repos: []' })?.text ?? '',
  ) as readonly {
    readonly hooks: readonly { readonly entry: string; readonly pass_filenames: boolean }[];
  }[];
  expect(hook[0]?.hooks[0]).toMatchObject({ entry: 'npx akepa-migrate check', pass_filenames: false });
  expect(parse(adviceOf(/^lefthook/, { 'lefthook.yml': 'pre-commit: {}' })?.text ?? '')).toEqual({
    'pre-commit': { commands: { 'akepa-migrate': { run: 'npx akepa-migrate check' } } },
  });
  expect(
    adviceOf(/^(?:pre-commit|lefthook)/, {
      'lefthook.yml': 'akepa-migrate',
      '.pre-commit-config.yaml': 'akepa-migrate',
    }),
  ).toBeUndefined();
});
