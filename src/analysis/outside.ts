import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

import type { ResolverFactory, TsconfigOptions } from 'oxc-resolver';

import { requirePackage } from '../packages.js';
import { readText } from './read-text.js';

/** What a program asks of the disk about files that it was not given. */
export interface Outside {
  /** The real path of the project's file that `from` (absolute) means by an import; undefined for a package. */
  targetOf(from: string, source: string): string | undefined;
  /** The text of a module without a byte order mark; undefined for what can be none. */
  textAt(path: string): string | undefined;
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];
const PACKAGES = `${sep}node_modules${sep}`;

/** The disk itself; imports mean relative files, what tsconfig and jsconfig paths say, and packages of the workspace. */
export function onDisk(): Outside {
  const aliases = new Map<string, ResolverFactory>();
  const configs = new Map<string, string | undefined>();
  let resolver: ResolverFactory | undefined;

  /** By the nearest jsconfig.json, which plain JavaScript has in place of a tsconfig. */
  function aliasOf(from: string, source: string): string | undefined {
    const configFile = source.startsWith('.') ? undefined : nearestConfig(dirname(from), configs);
    if (configFile === undefined) return undefined;
    const aliased = aliases.get(configFile) ?? createResolver({ configFile });
    aliases.set(configFile, aliased);
    return aliased.sync(dirname(from), source).path;
  }

  return {
    targetOf(from, source) {
      if (source.startsWith('node:')) return undefined;
      resolver ??= createResolver('auto');
      const path = resolver.resolveFileSync(from, source).path ?? aliasOf(from, source);
      return path === undefined || path.includes(PACKAGES) ? undefined : path;
    },
    textAt: readText,
  };
}

function nearestConfig(folder: string, known: Map<string, string | undefined>): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const file = join(folder, 'jsconfig.json');
  const parent = dirname(folder);
  const found = existsSync(file) ? file : parent === folder ? undefined : nearestConfig(parent, known);
  known.set(folder, found);
  return found;
}

function createResolver(tsconfig: 'auto' | TsconfigOptions): ResolverFactory {
  const { ResolverFactory } = requirePackage('oxc-resolver');
  return new ResolverFactory({
    extensions: EXTENSIONS,
    // TypeScript writes the name of the compiled file.
    extensionAlias: {
      '.js': ['.ts', '.tsx', '.js', '.jsx'],
      '.jsx': ['.tsx', '.jsx'],
      '.mjs': ['.mts', '.mjs'],
      '.cjs': ['.cts', '.cjs'],
    },
    conditionNames: ['source', 'import', 'require', 'node', 'default'],
    tsconfig,
  });
}
