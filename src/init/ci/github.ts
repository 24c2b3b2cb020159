import type { Proposer } from '../proposal.js';
import type { Repository } from '../repository.js';
import { NODE, runsCheck } from './steps.js';

const FILE = '.github/workflows/akepa.yml';

/** A workflow of its own: an existing one is never touched. */
export const githubActions: Proposer = (repository) => {
  const { ci, up, files } = repository;
  if (!ci.includes('github') || runsCheck(repository, /^\.github\/workflows\//)) return [];
  if (files.has(up + FILE)) return [];
  return [
    {
      kind: 'change',
      file: up + FILE,
      title: 'a pull request that adds a call of a deprecated endpoint fails',
      before: undefined,
      after: workflow(repository),
    },
  ];
};

function workflow(repository: Repository): string {
  const { down, manager } = repository;
  const defaults = down === '' ? '' : `    defaults:\n      run:\n        working-directory: ${down}\n`;
  return `# Fails when there is a call of a deprecated connectFi endpoint that the baseline does not know.
name: akepa

on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
${defaults}    steps:
      - uses: actions/checkout@v4
${setup(repository)}      - run: ${manager.install}
      - run: ${manager.exec} akepa-migrate check --format github --format "markdown:$GITHUB_STEP_SUMMARY"
`;
}

/** Node.js, and the package manager where it does not come with it. */
function setup({ manager, files, down }: Repository): string {
  const { name, version } = manager;
  const input = version === undefined ? '' : `\n        with:\n          version: ${version}`;
  const packageFile =
    down !== '' && version === undefined
      ? `\n        with:\n          package_json_file: ${down}/package.json`
      : '';
  const before =
    name === 'pnpm'
      ? `      - uses: pnpm/action-setup@v4${input}${packageFile}\n`
      : name === 'bun'
        ? '      - uses: oven-sh/setup-bun@v2\n'
        : name === 'yarn'
          ? '      - run: npm install --global corepack && corepack enable\n        working-directory: .\n'
          : '';
  const own = ['.nvmrc', '.node-version'].find((file) => files.has(file));
  const below = down === '' ? '' : `${down}/`;
  const node = own === undefined ? `node-version: ${NODE}` : `node-version-file: ${below}${own}`;
  return `${before}      - uses: actions/setup-node@v4\n        with:\n          ${node}\n`;
}
