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
export function importedFiles({ ast, visitorKeys }: Module, path: string): Set<string> {
  const files = new Set<string>();
  walk(ast, visitorKeys, (node) => {
    const source = sourceOf(node);
    if (source?.startsWith('.')) files.add(withoutEnding(resolve(dirname(path), source)));
  });
  return files;
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
