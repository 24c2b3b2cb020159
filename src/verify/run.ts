import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

import { compare, type Comparison } from '../compare/index.js';
import type { Step } from '../compare/types.js';
import { akepaEndpoint } from '../endpoints/lookup.js';
import { LEGACY_ENDPOINTS } from '../endpoints/table.js';
import type { LegacyId } from '../endpoints/types.js';
import { messageOf } from '../message-of.js';
import { copyTree } from './copy-tree.js';
import { VerifyError } from './error.js';

/** The programs to compare, and how. */
export interface RunOptions {
  /** Absolute; both programs run here: the one after the migration in a copy. */
  readonly cwd: string;
  readonly before: string;
  readonly after: string;
  readonly scenarios?: readonly string[];
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A file that would change: absolute, links resolved. */
export interface NewText {
  readonly target: string;
  readonly after: string;
}

/**
 * Runs a flow on the files as they are, and on a copy of the project in which they are changed already.
 *
 * @throws {VerifyError} when what the program runs can't be the migrated code
 * @throws {CompareError} when the comparison can't be made
 */
export async function compareMigrated(files: readonly NewText[], options: RunOptions): Promise<Comparison> {
  const { cwd, ...rest } = options;
  const root = projectRoot(cwd);
  const outside = files.find(({ target }) => !isInside(root, target));
  if (outside) throw new VerifyError(`--verify run: ${outside.target} lies outside of the project, ${root}`);
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'akepa-migrate-after-')));
  try {
    try {
      copyTree(root, copy);
      for (const { target, after } of files) writeFileSync(join(copy, relative(root, target)), after);
    } catch (error) {
      const reason = messageOf(error);
      throw new VerifyError(`--verify run: the project can not be copied (${reason})`, { cause: error });
    }
    const comparison = await compare({ ...rest, cwd, afterCwd: join(copy, relative(root, cwd)) });
    const steps = comparison.scenarios.flatMap(({ after }) => after);
    if (!steps.some(({ api }) => api === 'akepa'))
      throw new VerifyError(
        '--verify run: the --after program called no akepa endpoint, so it does not run the migrated files; it starts in a copy of the project, so name what it runs by a relative path',
      );
    return comparison;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The endpoints that the program before the migration called, and whose successors the one after it did. */
export function executedEndpoints({ scenarios }: Comparison): Set<LegacyId> {
  const before = scenarios.flatMap((result) => result.before);
  const after = scenarios.flatMap((result) => result.after);
  const executed = LEGACY_ENDPOINTS.filter(
    (endpoint) =>
      endpoint.successors.length > 0 &&
      calls(before, endpoint) &&
      endpoint.successors.every((id) => calls(after, akepaEndpoint(id))),
  );
  return new Set(executed.map(({ id }) => id));
}

function calls(steps: readonly Step[], endpoint: { method: string | undefined; path: string }): boolean {
  const [start = ''] = endpoint.path.split('/:');
  return steps.some(
    ({ method, path }) => method === endpoint.method && (path === start || path.startsWith(`${start}/`)),
  );
}

/** The repository's root, else the outermost folder with a package.json. */
function projectRoot(cwd: string): string {
  let root = cwd;
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return realpathSync(folder);
    if (existsSync(join(folder, 'package.json'))) root = folder;
    if (dirname(folder) === folder) return realpathSync(root);
  }
}

function isInside(root: string, path: string): boolean {
  return relative(root, path).split(sep)[0] !== '..';
}
