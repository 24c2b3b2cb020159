import { manifestOf } from './manifest.js';

/** How a repository installs packages and runs their programs. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'yarn 1' | 'bun';
  /** Adds a development dependency. */
  readonly add: string;
  /** Installs what the lock file says. */
  readonly install: string;
  /** Before the name of an installed program. */
  readonly exec: string;
  /** For pnpm/action-setup, which reads a `packageManager` field by itself. */
  readonly version?: string;
}

type Files = ReadonlyMap<string, string>;

/** The package manager of a repository: its `packageManager` field, else its lock file, else npm. */
export function packageManagerOf(files: Files): PackageManager {
  const { packageManager } = manifestOf(files.get('package.json'));
  const [, name, major] = /^(npm|pnpm|yarn|bun)@(\d+)/.exec(String(packageManager)) ?? [];
  if (name === 'npm') return npm(files);
  if (name === 'bun') return bun();
  if (name === 'pnpm') return pnpm(files, true);
  if (name === 'yarn') return major === '1' ? yarnClassic(files) : yarn();
  if (files.has('pnpm-lock.yaml')) return pnpm(files, false);
  const lock = files.get('yarn.lock');
  if (lock !== undefined) return lock.includes('__metadata:') ? yarn() : yarnClassic(files);
  return files.has('bun.lock') || files.has('bun.lockb') ? bun() : npm(files);
}

function npm(files: Files): PackageManager {
  const isLocked = files.has('package-lock.json') || files.has('npm-shrinkwrap.json');
  return {
    name: 'npm',
    add: 'npm install --save-dev',
    install: isLocked ? 'npm ci' : 'npm install',
    exec: 'npx',
  };
}

function pnpm(files: Files, isDeclared: boolean): PackageManager {
  const lock = files.get('pnpm-lock.yaml');
  const root = files.has('pnpm-workspace.yaml') ? ' -w' : '';
  return {
    name: 'pnpm',
    add: `pnpm add --save-dev${root}`,
    install: lock === undefined ? 'pnpm install' : 'pnpm install --frozen-lockfile',
    exec: 'pnpm exec',
    ...(!isDeclared && { version: pnpmVersion(lock) }),
  };
}

/** The newest pnpm that writes this form of lock file. */
function pnpmVersion(lock: string | undefined): string {
  const [, form] = /^lockfileVersion: '?(\d+)/.exec(lock ?? '') ?? [];
  if (form === '5') return '7';
  return form === '6' ? '8' : '10';
}

function yarnClassic(files: Files): PackageManager {
  const root = manifestOf(files.get('package.json')).workspaces === undefined ? '' : ' -W';
  // `yarn run` prints lines of its own around the program's.
  return {
    name: 'yarn 1',
    add: `yarn add --dev${root}`,
    install: 'yarn install --frozen-lockfile',
    exec: 'npx',
  };
}

function yarn(): PackageManager {
  return { name: 'yarn', add: 'yarn add --dev', install: 'yarn install --immutable', exec: 'yarn' };
}

function bun(): PackageManager {
  return { name: 'bun', add: 'bun add --dev', install: 'bun install --frozen-lockfile', exec: 'bunx' };
}
