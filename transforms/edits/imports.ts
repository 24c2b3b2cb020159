import { dirname, relative, resolve, sep } from 'node:path';

import type { TSESTree } from '@typescript-eslint/types';

import type { ValueImport } from '../../src/config/types.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Module } from '../../src/syntax/module.js';
import { quoted, type Style } from '../../src/syntax/style.js';

/** Edits that bring `imports` into a file in the way in which it imports; none for what it has already. */
export function importEdits(module: Module, imports: readonly ValueImport[], style: Style): Edit[] {
  const sources = [...new Set(imports.map(({ from }) => from))];
  return sources.flatMap((source) => {
    const wanted = imports.filter(({ from }) => from === source).map(({ name }) => name);
    const names = [...new Set(wanted)].filter((name) => !isImported(name, module));
    return names.length > 0 ? [importEdit(module, names, source, style)] : [];
  });
}

/**
 * A configured import for the file that needs it: a path below the config's folder becomes relative to the file.
 *
 * @param path absolute path of the file
 * @param root absolute folder of the config; undefined leaves the path as it is configured
 */
export function importFor({ name, from }: ValueImport, path: string, root: string | undefined): ValueImport {
  if (root === undefined || !from.startsWith('.')) return { name, from };
  const target = relative(dirname(path), resolve(root, from)).split(sep).join('/');
  return { name, from: target.startsWith('.') ? target : `./${target}` };
}

function isImported(name: string, module: Module): boolean {
  const top = module.scopes.scopes.filter(({ type }) => type === 'module' || type === 'global');
  return top.some((scope) => scope.set.get(name)?.defs.length);
}

function importEdit({ ast, text }: Module, names: readonly string[], from: string, style: Style): Edit {
  const declarations = ast.body.filter((node) => node.type === 'ImportDeclaration');
  const same = declarations.find(
    ({ source, importKind, specifiers }) =>
      source.value === from && importKind !== 'type' && specifiers.at(-1)?.type === 'ImportSpecifier',
  );
  const specifier = same?.specifiers.at(-1);
  if (specifier) return { range: [specifier.range[1], specifier.range[1]], text: `, ${names.join(', ')}` };
  const end = style.semicolons ? ';' : '';
  const list = `{ ${names.join(', ')} }`;
  const last = declarations.at(-1) ?? ast.body.filter(isRequire).at(-1);
  const isCommonJs = declarations.length === 0 && (last !== undefined || ast.sourceType !== 'module');
  const statement = isCommonJs
    ? `const ${list} = require(${quoted(from, style)})${end}`
    : `import ${list} from ${quoted(from, style)}${end}`;
  if (last) return { range: [last.range[1], last.range[1]], text: style.eol + statement };
  const first = ast.body.find((node) => !('directive' in node && node.directive !== undefined));
  const offset = first?.range[0] ?? text.length;
  return { range: [offset, offset], text: statement + style.eol };
}

/** `const x = require('…')` at the top level. */
function isRequire(node: TSESTree.ProgramStatement): boolean {
  if (node.type !== 'VariableDeclaration') return false;
  const { init } = node.declarations[0];
  return (
    init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require'
  );
}
