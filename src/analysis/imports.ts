import { dirname, resolve } from 'node:path';

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
export function importSources({ ast, visitorKeys }: Module): string[] {
  const sources = new Set<string>();
  walk(ast, visitorKeys, (node) => {
    const source = sourceOf(node);
    if (source !== undefined) sources.add(source);
  });
  return [...sources];
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

function textOf(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
