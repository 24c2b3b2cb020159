import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { globSync } from 'tinyglobby';

import type { CheckResult } from '../../src/check.js';
import type { Confidence } from '../../src/analysis/call.js';
import type { LoadedConfig } from '../../src/config/types.js';
import { validateConfig } from '../../src/config/validate.js';
import { folder } from '../support/folder.js';

/** What `expected.json` of a project says. */
export interface Expected {
  readonly title: string;
  readonly config?: unknown;
  /** Symbolic links that an install would make: place and target. */
  readonly links?: Readonly<Record<string, string>>;
  /** False where ESLint is known to see less, and why. */
  readonly eslint?: false;
  readonly eslintReason?: string;
}

/** What `expected.json` of a calling shape says. */
export interface ExpectedShape extends Expected {
  /** The row of the census. */
  readonly idiom: string;
  readonly seen: boolean;
  /** Why it is not seen. */
  readonly reason?: string;
  readonly calls: readonly ExpectedCall[];
  /** `unknown` where a call is known by its path and method alone. */
  readonly client?: string;
  /** `file:line` of what the shape is told by where its calls are not seen. */
  readonly blindSpots?: readonly string[];
}

export interface ExpectedCall {
  /** `file:line` of the call. */
  readonly at: string;
  readonly endpoint: string;
  readonly method: string;
  readonly confidence: Confidence;
  /** `file:line` of where the URL's text comes from, and of the wrappers on the way. */
  readonly trail: readonly string[];
}

/** A small project of the fixtures. */
export interface Project<E extends Expected = Expected> {
  readonly name: string;
  readonly path: string;
  /** Its source files, relative. */
  readonly files: readonly string[];
  readonly expected: E;
}

const SOURCES = '**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,vue,svelte,astro,html}';
const FIXTURES = 'test/fixtures';

/** The projects of a folder below `test/fixtures`. */
export function projectsIn<E extends Expected>(kind: string): Project<E>[] {
  return readdirSync(join(FIXTURES, kind))
    .sort()
    .map((name) => {
      const path = join(process.cwd(), FIXTURES, kind, name);
      // The files are written for this; a wrong one fails its test.
      const expected = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8')) as E;
      return { name, path, files: globSync(SOURCES, { cwd: path, dot: true }).sort(), expected };
    });
}

/** A project as it lies on a disk after an install. */
export function installed(project: Project): string {
  const { links } = project.expected;
  if (!links) return project.path;
  const root = copied(project);
  for (const [place, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, place)), { recursive: true });
    symlinkSync(target, join(root, place));
  }
  return root;
}

/** A copy of a project that goes when the tests of the file are done. */
export function copied(project: Project): string {
  const root = folder();
  cpSync(project.path, root, { recursive: true });
  return root;
}

/** The config of a project, as if it lay in `root`. */
export function configOf({ name, expected }: Project, root: string): LoadedConfig {
  return { config: validateConfig(expected.config ?? {}, name), root, file: undefined };
}

/** The findings of a run, as `expected.json` writes them. */
export function callsOf({ findings }: CheckResult): ExpectedCall[] {
  return findings.map(({ file, line, endpoint, method, confidence, trail }) => ({
    at: `${file}:${line}`,
    endpoint,
    method: method ?? '?',
    confidence,
    trail: trail.map((entry) => `${entry.file}:${entry.line}`),
  }));
}

/** Calls as lines, in the order of their places. */
export function printed(calls: readonly ExpectedCall[]): string[] {
  return calls
    .map(({ at, endpoint, method, confidence, trail }) =>
      [at, endpoint, method, confidence, ...trail.map((place) => `<- ${place}`)].join(' '),
    )
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
}
