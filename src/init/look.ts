import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { globMatcher } from '../config/globs.js';
import { nameIn } from '../project/name.js';
import { workspaceGlobs } from './workspace.js';

/** What is on the disk, as far as `init` reads it. */
export interface Sight {
  /** Texts by name, relative to the folder, with forward slashes; of a large file the beginning. */
  readonly files: ReadonlyMap<string, string>;
  /** From the folder up to the root of the git repository: empty, or `../../`. */
  readonly up: string;
  /** From the root of the git repository down to the folder: empty, or `apps/web`. */
  readonly down: string;
  /** The workspace that the folder is a package of, relative to it. */
  readonly workspace: string | undefined;
}

/** The names that are read in a folder of the project. */
const IN_FOLDER =
  /^(?:package\.json|.*\.config\.[cm]?[jt]s|\.eslintrc(?:\.\w+)?|\.oxlintrc\.json|tsconfig\.json|\.lintstagedrc(?:\.\w+)?|akepa\.config\.json|\.akepa-baseline\.jsonl|pnpm-workspace\.yaml|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|\.nvmrc|\.node-version|\.gitattributes|lefthook\.ya?ml|\.pre-commit-config\.yaml)$/;
/** Those at the root of the repository, where CI systems and hooks look. */
const AT_ROOT = [
  '.gitlab-ci.yml',
  '.circleci/config.yml',
  'Jenkinsfile',
  'azure-pipelines.yml',
  '.buildkite/pipeline.yml',
  'bitbucket-pipelines.yml',
  '.pre-commit-config.yaml',
  'lefthook.yml',
  'lefthook.yaml',
  '.lefthook.yml',
  '.husky/pre-commit',
  '.git/config',
];
/** Folders at the root whose files are all read. */
const FOLDERS_AT_ROOT = ['.github/workflows', '.gitlab'];
/** Lock files are megabytes, and their first lines say what they are. */
const MOST_BYTES = 200_000;

/** Reads what `init` goes by. */
export function look(folder: string): Sight {
  const root = upwards(folder, (path) => existsSync(join(path, '.git'))) ?? folder;
  const down = nameIn(root, folder);
  const up = down === '' ? '' : `${nameIn(folder, root)}/`;
  const files = new Map<string, string>();
  const read = (name: string): void => {
    const text = textOf(join(folder, name));
    if (text !== undefined) files.set(name, text);
  };
  for (const name of namesIn(folder)) if (IN_FOLDER.test(name)) read(name);
  for (const name of AT_ROOT) read(up + name);
  for (const name of FOLDERS_AT_ROOT)
    for (const file of namesIn(join(root, name))) read(`${up}${name}/${file}`);
  for (const member of membersOf(folder, files))
    for (const name of namesIn(join(folder, member))) if (IN_FOLDER.test(name)) read(`${member}/${name}`);
  return { files, up, down, workspace: workspaceAbove(folder, root) };
}

/** The folders of a workspace's packages. */
function membersOf(folder: string, files: ReadonlyMap<string, string>): string[] {
  const globs = workspaceGlobs(files.get('package.json'), files.get('pnpm-workspace.yaml'));
  // `packages/*`, `apps/web`, `packages/**`: two levels are what repositories have.
  const candidates = namesIn(folder).flatMap((name) =>
    isSkipped(name) ? [] : [name, ...namesIn(join(folder, name)).map((inner) => `${name}/${inner}`)],
  );
  return candidates.filter(
    (name) =>
      globs.some((glob) => globMatcher([glob])(name)) && existsSync(join(folder, name, 'package.json')),
  );
}

function workspaceAbove(folder: string, root: string): string | undefined {
  if (folder === root) return undefined;
  const found = upwards(dirname(folder), (path) => {
    const [manifest, pnpm] = ['package.json', 'pnpm-workspace.yaml'].map((name) => textOf(join(path, name)));
    const globs = workspaceGlobs(manifest, pnpm);
    return globs.length > 0 && globMatcher(globs)(nameIn(path, folder));
  });
  return found === undefined ? undefined : nameIn(folder, found);
}

function upwards(start: string, test: (folder: string) => boolean): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (test(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // No folder, or one that is closed: then there is nothing in it that `init` could go by.
    return [];
  }
}

function textOf(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8').slice(0, MOST_BYTES) : undefined;
  } catch {
    return undefined;
  }
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
