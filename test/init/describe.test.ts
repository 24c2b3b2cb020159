import { expect, test } from 'vitest';

import { workspaceGlobs } from '../../src/init/workspace.js';
import { changeOf, manifest, repositoryOf } from './repository.js';

test.each([
  ['npm', { 'package-lock.json': '{}' }],
  ['npm', {}],
  ['pnpm', { 'pnpm-lock.yaml': '' }],
  ['yarn 1', { 'yarn.lock': '# yarn lockfile v1' }],
  ['yarn', { 'yarn.lock': '__metadata:' }],
  ['bun', { 'bun.lockb': '' }],
  ['yarn', { 'package.json': manifest({ packageManager: 'yarn@4.1.0' }), 'yarn.lock': '' }],
  ['yarn 1', { 'package.json': manifest({ packageManager: 'yarn@1.22.22' }) }],
  [
    'pnpm',
    { 'package.json': manifest({ packageManager: 'pnpm@9.0.0+sha512.abc' }), 'package-lock.json': '{}' },
  ],
] as [string, Readonly<Record<string, string>>][])('the package manager is %s: %o', (name, files) => {
  expect(repositoryOf(files).manager.name).toBe(name);
});

test.each([
  ['an array', JSON.stringify({ workspaces: ['packages/*', '!packages/old'] }), undefined, ['packages/*']],
  ['an object', JSON.stringify({ workspaces: { packages: ['a/*'], nohoist: ['x'] } }), undefined, ['a/*']],
  [
    'pnpm',
    '{}',
    'packages:\n  # ours\n  - \'apps/*\'\n  - "packages/*"\n  - tools # too\n\ncatalog:\n  - no\n',
    ['apps/*', 'packages/*', 'tools'],
  ],
  ['pnpm, not indented', '{}', 'packages:\n- apps/*\nonlyBuiltDependencies:\n- esbuild\n', ['apps/*']],
  ['none', '{}', 'catalog:\n  x: 1\n', []],
  ['no JSON', '{', undefined, []],
])('the packages of a workspace: %s', (_, packageJson, pnpm, globs) => {
  expect(workspaceGlobs(packageJson, pnpm)).toEqual(globs);
});

test.each([
  ['ts', { 'vite.config.ts': '' }],
  ['ts', { 'package.json': manifest({}, { typescript: '^6.0.0' }) }],
  ['mjs', { 'eslint.config.js': '', 'package.json': manifest({}, { typescript: '^6.0.0' }) }],
  ['mjs', {}],
  ['json', { '.oxlintrc.json': '{}' }],
] as [string, Readonly<Record<string, string>>][])('the config is .%s: %o', (ending, files) => {
  expect(changeOf(`akepa.config.${ending}`, files)).toBeDefined();
  expect(changeOf(`akepa.config.${ending}`, { ...files, 'akepa.config.js': 'x' })).toBeUndefined();
});

test('the clients and TypeScript of all packages of a workspace are seen', () => {
  const { dependencies, clients } = repositoryOf({
    'package.json': manifest({ workspaces: ['packages/*'] }, { axios: '^1.0.0' }),
    'packages/a/package.json': JSON.stringify({ dependencies: { got: '^14.0.0', typescript: '~5.9.0' } }),
  });
  expect(clients).toEqual(['axios', 'got']);
  expect(dependencies.get('typescript')).toBe('~5.9.0');
});
