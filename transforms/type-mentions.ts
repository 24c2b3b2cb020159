import type { TSESTree } from '@typescript-eslint/types';

import { exportedTerm } from '../src/syntax/exports.js';
import { type Module, type Node, type Term, termOf } from '../src/syntax/module.js';
import { mentionOf } from '../src/syntax/scopes/mentions.js';
import { nodesOf } from '../src/syntax/walk.js';
import type { Reach } from './edits/reach.js';
import type { TypeMentions } from './readers/reading.js';

/**
 * Who mentions a type, in whichever file of the run.
 *
 * @param entries what a package offers to others: whoever uses their types is not known
 */
export function typeMentionsIn(reach: Reach, entries: ReadonlySet<Module>): TypeMentions {
  return (name, module) => {
    const own = mentionsOf(name.name, module).filter(({ node }) => node !== name);
    const isHandedOn = own.some(({ node }) => node.parent?.type === 'ExportSpecifier');
    if (!isHandedOn && !name.parent.parent?.type.startsWith('Export')) return own;
    const importers = module.importers?.() ?? [];
    if (!reach.isWhole || entries.has(module) || !importers.every((other) => reach.has(other)))
      return undefined;
    const others: Term[] = [];
    for (const importer of importers) {
      const found = importedMentions(name, importer, module);
      if (!found || (entries.has(importer) && isReExported(importer))) return undefined;
      others.push(...found);
    }
    return [...own.filter(({ node }) => node.parent?.type !== 'ExportSpecifier'), ...others];
  };
}

/** Types have no variable of their own in every parser's scopes: by name. */
function mentionsOf(name: string, module: Module): Term[] {
  return nodesOf(module, 'Identifier').flatMap((node) =>
    node.name === name && mentionOf(node) ? [termOf(node, module)] : [],
  );
}

/** Where a file that imports the type mentions it; undefined for `import * as types` and the like. */
function importedMentions(name: TSESTree.Identifier, importer: Module, home: Module): Term[] | undefined {
  const found: Term[] = [];
  for (const { source, specifiers } of nodesOf(importer, 'ImportDeclaration')) {
    const other = importer.link?.(source.value);
    if (!other) continue;
    for (const specifier of specifiers) {
      if (specifier.type === 'ImportNamespaceSpecifier') {
        if (other === home || exportedTerm(other, name.name)?.node === name) return undefined;
        continue;
      }
      const imported = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
      const target = exportedTerm(other, imported);
      if (target?.module !== home || !isNameOf(target.node, name)) continue;
      found.push(...mentionsOf(specifier.local.name, importer));
    }
  }
  // `import('./types').Answer`
  return nodesOf(importer, 'TSImportType').length > 0 ? undefined : found;
}

function isNameOf(node: Node, name: TSESTree.Identifier): boolean {
  return node === name || (node.type === 'Identifier' && node.name === name.name);
}

function isReExported({ ast }: Module): boolean {
  return ast.body.some(
    (statement) =>
      statement.type === 'ExportAllDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
  );
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
