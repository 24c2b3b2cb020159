import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'rules',
  'transforms',
  'src',
  'scripts/bundle.mjs',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const BUILT = 'dist/src/cli/main.js';

/**
 * Builds `dist`, which the tests of the command line run, when it is missing or older than a source. Types are for
 * `npm run types` to check.
 */
export default function build(): void {
  const newest = Math.max(...SOURCES.map((source) => changedAt(join(ROOT, source))));
  if (changedAt(join(ROOT, BUILT)) > newest) return;
  // Not `npm run build`: that deletes `dist` first, under whoever is running it.
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck');
  run('scripts/bundle.mjs');
}

function run(...args: string[]): void {
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
}

/** When a file, or the newest file of a folder, was changed; 0 for none. */
function changedAt(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  // The folder's own time tells of files that were deleted.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}
