import { dirname, relative, resolve, sep } from 'node:path';

import type { TSESTree } from '@typescript-eslint/types';

import type { ValueImport, Values, ValueSource } from '../../src/config/types.js';
import { blockAround, scriptBlocks } from '../../src/syntax/blocks/index.js';
import type { ScriptBlock } from '../../src/syntax/blocks/script-block.js';
import type { Edit } from '../../src/syntax/edits.js';
import type { Module } from '../../src/syntax/module.js';
import { lineStart } from '../../src/syntax/position.js';
import { endOf, startOf } from '../../src/syntax/ranges.js';
import { endBeforeGuard, guardAt } from '../../src/syntax/semicolons.js';
import { quoted, type Style } from '../../src/syntax/style.js';

/** Comments that speak of the whole file, above its first statement. */
const OF_FILE =
  /^\s*(?:@(?:ts-|flow|jsx|license|preserve|file|format|vitest-|jest-)|eslint|copyright|oxlint|biome|prettier|spdx)|licen[sc]e|copyright/i;

/** Edits that bring `imports` into a file in the way in which it imports; none for what it has already. */
export function importEdits(module: Module, imports: readonly ValueImport[], style: Style): Edit[] {
  const sources = [...new Set(imports.map(({ from }) => from))];
  const missing = sources.flatMap((from) => {
    const wanted = imports.filter((item) => item.from === from).map(({ name }) => name);
    const names = [...new Set(wanted)].filter((name) => !isImported(name, module));
    return names.length > 0 ? [{ from, names }] : [];
  });
  const joined = missing.flatMap(({ from, names }) => joinedEdit(module, names, from) ?? []);
  const others = missing.filter(({ from, names }) => !joinedEdit(module, names, from));
  return others.length > 0 ? [...joined, newImports(module, others, style)] : joined;
}

/** The values with imports as a file has to write them, see {@link importFor}. */
export function valuesAt(values: Values, path: string, root: string | undefined): Values {
  const entries = Object.entries(values).map(
    ([name, value]: [string, ValueSource]): [string, ValueSource] => {
      if (typeof value === 'string' || !value.import) return [name, value];
      return [name, { ...value, import: importFor(value.import, path, root) }];
    },
  );
  return Object.fromEntries<ValueSource>(entries);
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

/**
 * How a file imports: by its own imports, else by its name; undefined for a script that tells neither, and for a page
 * or component whose scripts can't share an import.
 */
export function importKind({ ast, file, text }: Module): 'import' | 'require' | undefined {
  const blocks = scriptBlocks(file, text);
  if (blocks && blocks.length > 0) {
    const isOneModule =
      blocks.length === 1 ? blocks[0]?.sourceTypes[0] === 'module' : blocks.every(isSharedModule);
    return isOneModule ? 'import' : undefined;
  }
  if (/\.c[jt]s$/.test(file)) return 'require';
  if (ast.body.some(({ type }) => type === 'ImportDeclaration')) return 'import';
  if (ast.body.some(isRequire)) return 'require';
  if (ast.sourceType === 'module' || /\.(?:[mc]?ts|tsx|jsx|mjs)$/.test(file)) return 'import';
  return /\b(?:module\.exports|exports\.\w|require\()/.test(text) ? 'require' : undefined;
}

/** `<script>` and `<script setup>` */
function isSharedModule({ isOwnScope, sourceTypes }: ScriptBlock): boolean {
  return !isOwnScope && sourceTypes[0] === 'module';
}

function isImported(name: string, { ast, scopes }: Module): boolean {
  return Boolean(scopes.scopeAt(ast)?.set.get(name)?.defs.length);
}

/** `import { a } from 'x'` becomes `import { a, b } from 'x'`. */
function joinedEdit({ ast }: Module, names: readonly string[], from: string): Edit | undefined {
  for (const node of ast.body) {
    if (node.type !== 'ImportDeclaration' || node.source.value !== from || node.importKind === 'type')
      continue;
    const specifier = node.specifiers.at(-1);
    if (specifier?.type === 'ImportSpecifier')
      return { range: [endOf(specifier), endOf(specifier)], text: `, ${names.join(', ')}` };
  }
  return undefined;
}

function newImports(
  module: Module,
  imports: readonly { readonly from: string; readonly names: readonly string[] }[],
  style: Style,
): Edit {
  const { ast, text } = module;
  const end = style.semicolons ? ';' : '';
  const isRequiring = importKind(module) === 'require';
  const statements = imports.map(({ from, names }) => {
    const list = `{ ${names.join(', ')} }`;
    return isRequiring
      ? `const ${list} = require(${quoted(from, style)})${end}`
      : `import ${list} from ${quoted(from, style)}${end}`;
  });
  const last = ast.body.findLast(({ type }) => type === 'ImportDeclaration') ?? leadingRequire(ast);
  if (last) {
    const at = endOfLine(endBeforeGuard(last, text), module);
    const begin = style.eol + indentOf(startOf(last), text);
    const lines = statements.map((statement) => begin + statement).join('');
    return { range: [at, at], text: lines + guardAt(at, text, style) };
  }
  const at = startOfCode(module);
  const indent = indentOf(at, text);
  const lines = statements.join(style.eol + indent) + guardAt(at, text, style) + style.eol;
  return { range: [at, at], text: lines + style.eol + indent };
}

/** The space before `offset` when nothing else stands there: scripts in a page are indented. */
function indentOf(offset: number, text: string): string {
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(before) ? before : '';
}

/** The end of a statement and of a comment behind it; a statement that shares its line ends there. */
function endOfLine(offset: number, module: Module): number {
  // `// comment</script>`
  const rest = module.text.slice(offset, blockAround(offset, module)?.range[1]);
  return (
    offset + (/^[ \t]*(?:\/\/[^\r\n]*|\/\*.*?\*\/[ \t]*(?=\r?\n|$))?/.exec(rest)?.[0].trimEnd().length ?? 0)
  );
}

/** Before the first statement and its own comments; after directives, the `#!` line and comments on the file. */
function startOfCode({ ast, text, comments }: Module): number {
  const first = ast.body.find((node) => !('directive' in node && typeof node.directive === 'string'));
  let at = first ? decoratedStart(first) : text.length;
  for (const { value, range } of comments.toReversed()) {
    if (range[1] > at) continue;
    // An empty line sets a comment apart.
    if (
      !/^[ \t]*\r?\n?[ \t]*$/.test(text.slice(range[1], at)) ||
      OF_FILE.test(value) ||
      text.startsWith('#!', range[0])
    )
      break;
    // A comment behind a directive.
    if (text.slice(lineStart(text, range[0]), range[0]).trim() !== '') break;
    at = range[0];
  }
  return at;
}

/** `@Injectable() export class …`: the decorators stand before what they belong to. */
function decoratedStart(node: TSESTree.ProgramStatement): number {
  const own =
    node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
      ? node.declaration
      : node;
  // Parsers of plain JavaScript leave them out.
  const { decorators = [] } = (own ?? node) as { decorators?: readonly TSESTree.Decorator[] };
  return Math.min(startOf(node), ...decorators.map((decorator) => startOf(decorator)));
}

/** The last of the `const x = require('…')` that the file begins with. */
function leadingRequire({ body }: TSESTree.Program): TSESTree.ProgramStatement | undefined {
  const begin = body.findIndex(isRequire);
  const length = body.slice(begin).findIndex((node) => !isRequire(node));
  return begin === -1 ? undefined : body[length === -1 ? body.length - 1 : begin + length - 1];
}

function isRequire(node: TSESTree.ProgramStatement): boolean {
  if (node.type !== 'VariableDeclaration') return false;
  let { init } = node.declarations[0];
  // `require('x').default`, `require('x')(options)`
  while (init?.type === 'MemberExpression') init = init.object;
  return (
    init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require'
  );
}
