import type { Sight } from './look.js';
import { dependenciesOf, manifestOf } from './manifest.js';
import { packageManagerOf, type PackageManager } from './package-manager.js';
import { workspaceGlobs } from './workspace.js';

/** A repository as the proposals see it. */
export interface Repository extends Sight {
  readonly manager: PackageManager;
  readonly isWorkspace: boolean;
  /** Ranges by package, of the folder's package.json and those of its workspace. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** The tool's own package is installed by the folder's package.json. */
  readonly isInstalled: boolean;
  /** `import` in a `.js` file. */
  readonly isModule: boolean;
  /** The files of ESLint's flat config, the folder's own first. */
  readonly flatConfigs: readonly string[];
  readonly legacyConfigs: readonly string[];
  readonly ci: readonly CiSystem[];
  /** Packages of HTTP clients. */
  readonly clients: readonly string[];
}

export type CiSystem = 'github' | 'gitlab' | 'circleci' | 'other';

/** Packages that send requests; what every runtime has (fetch, node:http) needs no package. */
const CLIENT_PACKAGES = [
  ...['axios', 'got', 'ky', 'superagent', 'undici', 'ofetch', 'wretch', 'needle', 'request', 'jquery', 'swr'],
  ...['node-fetch', 'cross-fetch', '@angular/common', '@nestjs/axios', '@reduxjs/toolkit', 'openapi-fetch'],
  ...['@wordpress/api-fetch', '@playwright/test', 'cypress', 'supertest', 'nuxt'],
];
const FLAT = /(?:^|\/)eslint\.config\.[cm]?[jt]s$/;
const LEGACY = /(?:^|\/)\.eslintrc(?:\.(?:[cm]?js|ya?ml|json))?$/;
const OTHER_CI = ['Jenkinsfile', 'azure-pipelines.yml', '.buildkite/pipeline.yml', 'bitbucket-pipelines.yml'];

/** Describes what was seen. */
export function describe(sight: Sight): Repository {
  const { files } = sight;
  const manifest = manifestOf(files.get('package.json'));
  const manifests = [...files].filter(([name]) => /(?:^|\/)package\.json$/.test(name));
  const dependencies = new Map(manifests.flatMap(([, text]) => [...dependenciesOf(manifestOf(text))]));
  const inOrder = [...files.keys()].sort((left, right) => depthOf(left) - depthOf(right));
  return {
    ...sight,
    manager: packageManagerOf(files),
    isWorkspace: workspaceGlobs(files.get('package.json'), files.get('pnpm-workspace.yaml')).length > 0,
    dependencies,
    isInstalled: dependenciesOf(manifest).has('akepa-migrate'),
    isModule: manifest.type === 'module',
    flatConfigs: inOrder.filter((name) => FLAT.test(name)),
    legacyConfigs: [
      ...inOrder.filter((name) => LEGACY.test(name)),
      ...(manifest.eslintConfig === undefined ? [] : ['package.json']),
    ],
    ci: ciOf(sight),
    clients: CLIENT_PACKAGES.filter((name) => dependencies.has(name)),
  };
}

/** The CI systems that are set up; where none is, that of the host. */
function ciOf({ files, up }: Sight): CiSystem[] {
  const has = (test: (name: string) => boolean): boolean =>
    [...files.keys()].some((name) => name.startsWith(up) && test(name.slice(up.length)));
  const found: CiSystem[] = [];
  if (has((name) => /^\.github\/workflows\/.*\.ya?ml$/.test(name))) found.push('github');
  if (has((name) => name === '.gitlab-ci.yml')) found.push('gitlab');
  if (has((name) => name === '.circleci/config.yml')) found.push('circleci');
  if (has((name) => OTHER_CI.includes(name))) found.push('other');
  if (found.length > 0) return found;
  const origin = files.get(`${up}.git/config`) ?? '';
  if (/^\s*url = .*\bgithub\.com[:/]/m.test(origin)) return ['github'];
  return /^\s*url = .*\bgitlab\.[\w.]+[:/]/m.test(origin) ? ['gitlab'] : [];
}

function depthOf(name: string): number {
  return name.split('/').length;
}
