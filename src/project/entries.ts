import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Build output lies in one of these, and its sources in `src` or beside it. */
const OUTPUT = /^\.?\/?(?:dist|lib|build|out|esm|cjs)\//;
const ENDING = /(?:\.d)?\.[cm]?[jt]sx?$/;

interface Manifest {
  readonly private?: boolean;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly types?: unknown;
  readonly exports?: unknown;
}

/**
 * What the packages around some files offer to others, as absolute paths without ending: for built files their sources,
 * too.
 *
 * @param root absolute folder of the project
 */
export function packageEntries(root: string, files: readonly { readonly path: string }[]): Set<string> {
  const folders = new Set<string>();
  for (const { path } of files)
    for (
      let folder = dirname(path);
      folder.startsWith(root) && !folders.has(folder);
      folder = dirname(folder)
    )
      folders.add(folder);
  return new Set([...folders].flatMap((folder) => entriesOf(folder)));
}

function entriesOf(folder: string): string[] {
  const manifest = readManifest(join(folder, 'package.json'));
  if (!manifest) return [];
  const { main, module, types, exports } = manifest;
  const named = [main, module, types, exports].flatMap(textsIn);
  // Node's own default; an application has it, too, and exports nothing.
  const paths = named.length === 0 && manifest.private !== true ? ['index.js'] : named;
  return paths.flatMap((path) => {
    const source = path.replace(OUTPUT, '');
    return [path, ...(source === path ? [] : [source, join('src', source)])].map((item) =>
      resolve(
        folder,
        item
          .replace(ENDING, '')
          .replace(/\/index$/, '')
          .replace(/^index$/, '.'),
      ),
    );
  });
}

/** The paths of `exports`, under whatever conditions. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function readManifest(path: string): Manifest | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}
