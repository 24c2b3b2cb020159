import { dirname, resolve } from 'node:path';

import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node } from '../syntax/module.js';
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
export function importSources(module: Module): readonly string[] {
  const before = known.get(module.ast);
  if (before) return before;
  const sources = [...new Set(IMPORTING.flatMap((type) => nodesOf(module, type)).flatMap(sourceOf))];
  known.set(module.ast, sources);
  return sources;
}

/** Who looks for the importers of a file asks all the others, again and again. */
const known = new WeakMap<TSESTree.Program, readonly string[]>();

const IMPORTING = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
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

function sourceOf(node: Node): string | [] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source?.value ?? [];
    case 'ImportExpression':
      return textOf(node.source) ?? [];
    case 'CallExpression': {
      const { callee, arguments: args } = node;
      return callee.type === 'Identifier' && callee.name === 'require' && args[0]
        ? (textOf(args[0]) ?? [])
        : [];
    }
    default:
      return [];
  }
}

function textOf(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
