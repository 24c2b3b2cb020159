import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

import { PACKAGE } from './consumer.js';

/** What every module reachable from `entry` imports from outside of this package. */
function packagesOf(entry: string, { isLazy = true } = {}): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const queue = [pathToFileURL(entry).href];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    for (const source of importsOf(fileURLToPath(url), isLazy)) {
      if (source.startsWith('.')) queue.push(new URL(source, url).href);
      else packages.add(source);
    }
  }
  return [...packages].sort();
}

/** What loads a package when it is needed, in a function that can't wait. */
const REQUIRED = /\brequirePackage\(["']([^"']+)["']\)/g;

/** The sources of a built file's imports and exports; what is loaded on demand counts too, unless it is not asked for. */
function importsOf(file: string, isLazy: boolean): string[] {
  const text = readFileSync(file, 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
  return [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...(isLazy ? dynamicImports : []).map(({ moduleRequest }) =>
      text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    ),
    ...(isLazy ? [...text.matchAll(REQUIRED)] : []).map(([, name = '']) => name),
  ];
}

test('the plugin imports what reads other files, and no TypeScript', () => {
  const packages = packagesOf(join(PACKAGE, 'build', 'rules', 'index.js'));
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([
    '@typescript-eslint/visitor-keys',
    'ajv',
    'jiti',
    'leven',
    'oxc-parser',
    'oxc-resolver',
    'picomatch',
  ]);
});

test('the walk sees what the command line imports', () => {
  const packages = packagesOf(join(PACKAGE, 'build', 'src', 'cli', 'main.js'));
  expect(packages).toContain('oxc-parser');
  expect(packages).toContain('jiti');
});

test('no command loads TypeScript, or the reference, before it is asked to', () => {
  const commands = join(PACKAGE, 'build', 'src', 'cli', 'commands');
  const loaded = ['check', 'migrate', 'undo'].flatMap((verb) =>
    packagesOf(join(commands, `${verb}.js`), { isLazy: false }),
  );
  expect(loaded).toContain('oxc-parser');
  for (const name of ['ts-morph', 'typescript', 'hono']) expect(loaded).not.toContain(name);
  expect(packagesOf(join(commands, 'migrate.js'))).toContain('ts-morph');
});
