import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

import { isDynamicPattern } from 'tinyglobby';

import type { Identified } from '../../analysis/fingerprint.js';
import { seenBy } from '../../check.js';
import type { Change } from '../../gate/policy.js';
import { subjectsOf } from '../../gate/subjects.js';
import { look, type Looked, type CheckOptions } from '../../look.js';
import { nameIn } from '../../project/name.js';
import { addedLines } from './added-lines.js';
import { type BaseTree, baseTree } from './base-tree.js';
import { gitBytes } from './git.js';
import type { MergeBase } from './merge-base.js';

/** What a change is compared with. */
export interface ChangeOptions {
  readonly paths: readonly string[];
  readonly check: CheckOptions;
  /** Only what stands on a line that was added is judged. */
  readonly isByLines: boolean;
}

/**
 * Looks at the merge base as the run looked at the files that are there now.
 *
 * @throws {UsageError} when git can't give what it has
 */
export async function changeSince(base: MergeBase, looked: Looked, options: ChangeOptions): Promise<Change> {
  const { check, isByLines } = options;
  const { root } = check.loaded;
  const renamed = renamesSince(base);
  const nameOf = (path: string): string => nameIn(root, join(base.top, path));
  const tree = baseTree(base, root);
  try {
    return {
      revision: base.revision,
      mergeBase: base.commit,
      before: await findingsIn(tree, pathsIn(tree, base, looked, renamed, options), check),
      renames: new Map([...renamed].map(([from, to]) => [nameOf(from), nameOf(to)])),
      isAdded: isByLines ? addedLines(base, tree.files, renamed, root) : undefined,
    };
  } finally {
    tree.remove();
  }
}

/** Old names and new ones, from the repository's folder. */
function renamesSince({ commit, top }: MergeBase): Map<string, string> {
  const args = ['diff', '--name-status', '-z', '--find-renames', '--diff-filter=R', '--no-ext-diff', commit];
  const [...fields] = gitBytes(top, args).toString().split('\0');
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) renames.set(fields[at + 1] ?? '', fields[at + 2] ?? '');
  return renames;
}

async function findingsIn(
  tree: BaseTree,
  paths: readonly string[] | undefined,
  check: CheckOptions,
): Promise<Identified[]> {
  if (!paths) return [];
  const { cwd, loaded } = check;
  const options = { ...check, cwd: tree.pathIn(cwd), loaded: { ...loaded, root: tree.pathIn(loaded.root) } };
  const { onProgress: _, ...silent } = options;
  // What does not parse there, or has gone since, is nothing that was known.
  const looked = await look(paths, silent);
  return subjectsOf(seenBy(looked, silent), () => false);
}

/**
 * The paths of the run as far as they were there, and the old names of files that it looked at; undefined when there
 * was nothing.
 */
function pathsIn(
  tree: BaseTree,
  { top }: MergeBase,
  looked: Looked,
  renames: ReadonlyMap<string, string>,
  { paths, check: { cwd } }: ChangeOptions,
): string[] | undefined {
  if (paths.length === 0) return [];
  const base = tree.pathIn(cwd);
  const kept = paths
    .map((path) => (isAbsolute(path) ? tree.pathIn(path) : path))
    .filter((path) => isDynamicPattern(path) || existsSync(resolve(base, path)));
  const seen = new Set(looked.files().map((file) => resolve(cwd, file)));
  const old = [...renames]
    .filter(([, to]) => seen.has(join(top, to)))
    .map(([from]) => nameIn(base, tree.pathIn(join(top, from))));
  const all = [...kept, ...old.filter((path) => existsSync(resolve(base, path)))];
  return all.length === 0 ? undefined : all;
}
