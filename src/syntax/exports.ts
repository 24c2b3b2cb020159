import type { TSESTree } from '@typescript-eslint/types';

import { type Module, type Node, type Term, termOf } from './module.js';
import { keyName } from './scope.js';
import { walk } from './walk.js';

/** What a module exports under a name: an expression of its own, or something of another module. */
type Export =
  | { readonly kind: 'own'; readonly node: Node }
  | { readonly kind: 'other'; readonly source: string; readonly name: string; readonly node: Node };

interface Exports {
  readonly named: ReadonlyMap<string, Export>;
  /** Sources of `export * from`. */
  readonly stars: readonly string[];
  /** `module.exports = …` or `export = …`. */
  readonly whole: Node | undefined;
}

/** A longer chain of re-exports is nobody's. */
const MOST_MODULES = 2_000;

const known = new WeakMap<Module, Exports>();

/**
 * What `module` exports as `name`, followed through re-exports.
 *
 * @param name `*` for the module itself, `default` for its default export
 * @returns a term whose node is the Program for a module as a whole; undefined for a name that it does not export, and
 *   where a module on the way is not in reach
 */
export function exportedTerm(module: Module, name: string): Term | undefined {
  const asked = new Set<string>();
  // Breadth first, without recursion: chains may be long, and modules may import each other.
  const queue: { readonly module: Module; readonly name: string }[] = [{ module, name }];
  for (const item of queue) {
    const key = `${item.module.file}\n${item.name}`;
    if (asked.has(key) || asked.size > MOST_MODULES) continue;
    asked.add(key);
    const exports = exportsOf(item.module);
    if (item.name === '*')
      return exports.whole ? termOf(exports.whole, item.module) : termOf(item.module.ast, item.module);
    const found = exports.named.get(item.name);
    if (found?.kind === 'own') return termOf(found.node, item.module);
    if (found) {
      const other = item.module.link?.(found.source);
      // Of a package: whoever asks what it denotes reads it from the specifier.
      if (!other) return termOf(found.node, item.module);
      queue.push({ module: other, name: found.name });
      continue;
    }
    // A CommonJS module is its own default for those who import it.
    if (item.name === 'default' && isCommonJs(exports, item.module))
      return exports.whole ? termOf(exports.whole, item.module) : termOf(item.module.ast, item.module);
    for (const source of item.name === 'default' ? [] : exports.stars) {
      const other = item.module.link?.(source);
      if (other) queue.push({ module: other, name: item.name });
    }
  }
  return undefined;
}

/** The packages out of reach that may give `name`, because modules on the way hand on all that they export. */
export function starredPackages(module: Module, name: string): string[] {
  const packages = new Set<string>();
  const asked = new Set<Module>();
  const queue = [module];
  for (const item of queue) {
    if (asked.has(item) || asked.size > MOST_MODULES) continue;
    asked.add(item);
    const exports = exportsOf(item);
    if (exports.named.has(name)) return [];
    for (const source of exports.stars) {
      const other = item.link?.(source);
      if (other) queue.push(other);
      else if (!source.startsWith('.')) packages.add(source);
    }
  }
  return [...packages];
}

function isCommonJs({ named, whole }: Exports, { ast }: Module): boolean {
  return (
    whole !== undefined || (named.size > 0 && ast.body.every(({ type }) => !/^(?:Import|Export)/.test(type)))
  );
}

function exportsOf(module: Module): Exports {
  const before = known.get(module);
  if (before) return before;
  const named = new Map<string, Export>();
  const stars: string[] = [];
  let whole: Node | undefined;
  for (const statement of module.ast.body) {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        for (const [name, value] of namedBy(statement)) named.set(name, value);
        break;
      case 'ExportDefaultDeclaration':
        named.set('default', { kind: 'own', node: statement.declaration });
        break;
      case 'ExportAllDeclaration':
        if (statement.exported)
          named.set(nameOf(statement.exported), {
            kind: 'other',
            source: statement.source.value,
            name: '*',
            node: statement,
          });
        else stars.push(statement.source.value);
        break;
      case 'TSExportAssignment':
        whole = statement.expression;
        break;
      default:
        break;
    }
  }
  const [first] = module.ast.body;
  if (module.file.endsWith('.json') && first?.type === 'ExpressionStatement') whole = first.expression;
  if (/\bexports\b/.test(module.text)) whole = commonJs(module, named) ?? whole;
  const exports = { named, stars, whole };
  known.set(module, exports);
  return exports;
}

function namedBy(statement: TSESTree.ExportNamedDeclaration): [string, Export][] {
  const { declaration, source, specifiers } = statement;
  if (declaration?.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) =>
      namesIn(id).map((name): [string, Export] => [name.name, { kind: 'own', node: name }]),
    );
  if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier')
    return [
      [
        declaration.id.name,
        {
          kind: 'own',
          node:
            declaration.type === 'TSEnumDeclaration' ||
            declaration.type === 'ClassDeclaration' ||
            declaration.type === 'FunctionDeclaration'
              ? declaration
              : declaration.id,
        },
      ],
    ];
  return specifiers.map((node): [string, Export] => [
    nameOf(node.exported),
    source
      ? { kind: 'other', source: source.value, name: nameOf(node.local), node }
      : { kind: 'own', node: node.local },
  ]);
}

/** The names that a pattern binds. */
function namesIn(pattern: Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((item) =>
        namesIn(item.type === 'Property' ? item.value : item.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((item) => (item ? namesIn(item) : []));
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    default:
      return [];
  }
}

/** `exports.a = …`, `module.exports.a = …`, and what `module.exports` is set to. */
function commonJs(module: Module, named: Map<string, Export>): Node | undefined {
  let whole: Node | undefined;
  walk(module.ast, module.visitorKeys, (node) => {
    if (node.type !== 'AssignmentExpression' || node.operator !== '=') return;
    const { left, right } = node;
    if (left.type !== 'MemberExpression') return;
    const name = keyName({ key: left.property, computed: left.computed });
    if (name === undefined) return;
    const { object } = left;
    if (isNamed(object, 'module') && name === 'exports') whole = right;
    else if (isNamed(object, 'exports') || isModuleExports(object)) {
      // TypeScript's output sets `exports.a = void 0` first.
      if (right.type !== 'UnaryExpression' && right.type !== 'AssignmentExpression')
        named.set(name, { kind: 'own', node: right });
    }
  });
  return whole;
}

function isModuleExports(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    isNamed(node.object, 'module') &&
    keyName({ key: node.property, computed: node.computed }) === 'exports'
  );
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
