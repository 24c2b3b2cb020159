import { dirname, resolve } from 'node:path';

import { textOf } from '../syntax/links.js';
import type { Module, Node } from '../syntax/module.js';
import { startOf } from '../syntax/ranges.js';
import { nodesOf } from '../syntax/walk.js';

/** What a path may end in where an import leaves it out or writes the compiled file's. */
const ENDING = /(?:\/index)?(?:\.[cm]?[jt]sx?)?$/;

/**
 * The files beside this one that it imports or requires, without ending, as {@link withoutEnding} gives them.
 *
 * @param path absolute path of the file
 */
export function importedFiles(module: Module, path: string): Set<string> {
  const beside = importSources(module).filter((source) => source.startsWith('.'));
  return new Set(beside.map((source) => withoutEnding(resolve(dirname(path), source))));
}

/** What a file imports, re-exports or requires, as it writes it. */
export function importSources(module: Module): string[] {
  return [...new Set(importsIn(module).map(({ source }) => source))];
}

/** A declaration, an `import(…)` or a `require(…)` that names a module. */
export interface Import {
  readonly node: Node;
  readonly source: string;
}

/** The places where a file imports, re-exports or requires a module; `require` may be its own, of `createRequire`. */
export function importsIn(module: Module): readonly Import[] {
  const before = known.get(module.ast);
  if (before) return before;
  const imports: Import[] = [];
  for (const type of IMPORTING)
    for (const node of nodesOf(module, type)) {
      const source = sourceOf(node);
      if (source !== undefined) imports.push({ node, source });
    }
  imports.sort((left, right) => startOf(left.node) - startOf(right.node));
  known.set(module.ast, imports);
  return imports;
}

/** Who looks for the importers of a file asks all the others, again and again. */
const known = new WeakMap<Module['ast'], readonly Import[]>();

const IMPORTING = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSExternalModuleReference',
  'CallExpression',
] as const;

/** What {@link importSources} finds, and some more: by the text of a file that was not parsed. */
export function mentionedSources(text: string): string[] {
  return [...new Set([...text.matchAll(MENTIONED)].map(([, source = '']) => source))];
}

/** A comment of a bundler may stand before the path. */
const MENTIONED = /\b(?:from|import|require)\b(?:[\s(]|\/\*[^*]*\*\/)*['"`]([^'"`\n]+)['"`]/g;

/** A path without extension and `/index`. */
export function withoutEnding(path: string): string {
  return path.replace(ENDING, '');
}

function sourceOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source?.value;
    case 'ImportExpression':
      return textOf(node.source);
    case 'TSExternalModuleReference':
      return textOf(node.expression);
    case 'CallExpression': {
      const { callee, arguments: args } = node;
      return callee.type === 'Identifier' && callee.name === 'require' && args[0]
        ? textOf(args[0])
        : undefined;
    }
    default:
      return undefined;
  }
}
