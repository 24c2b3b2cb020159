import { dirname, resolve } from 'node:path';

import { textOf } from '../syntax/links.js';
import type { Module, Node } from '../syntax/module.js';
import { walk } from '../syntax/walk.js';

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
export function importsIn({ ast, visitorKeys }: Module): Import[] {
  const imports: Import[] = [];
  walk(ast, visitorKeys, (node) => {
    const source = sourceOf(node);
    if (source !== undefined) imports.push({ node, source });
  });
  return imports;
}

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
