import type { Module, Node } from '../../src/syntax/module.js';
import { findVariable, keyName } from '../../src/syntax/scope.js';
import type { Variable } from '../../src/syntax/scopes/types.js';
import type { ImportPlace, Reach } from './reach.js';

/** A place where something is read that leads to a text. */
export interface Read {
  readonly node: Node;
  readonly module: Module;
  /** The members that lead on to the text. */
  readonly rest: readonly string[];
  /** It is exported there, under this name. */
  readonly exported?: string;
}

/** Where a file reads its variable, or a member of it that leads to `path`. */
export function variableReads(variable: Variable, path: readonly string[], module: Module): Read[] {
  return variable.references.flatMap(({ identifier, init }) => {
    if (init || isType(identifier)) return [];
    const { parent } = identifier;
    if (parent.type === 'AssignmentExpression' && parent.left === identifier) return [];
    return readAt(identifier, path, module);
  });
}

/** Where other files read what `module` exports. */
export function exportReads(
  { exported, path }: { readonly exported: string; readonly path: readonly string[] },
  module: Module,
  reach: Reach,
): Read[] {
  return reach.importsOf(module).flatMap((place) => readsBy(place, exported, path));
}

function readsBy({ module, node }: ImportPlace, exported: string, path: readonly string[]): Read[] {
  const below = exported === '*' ? path : [exported, ...path];
  switch (node.type) {
    case 'ImportDeclaration': {
      if (node.importKind === 'type') return [];
      return node.specifiers.flatMap((specifier) => {
        const taken = takenBy(specifier, exported, path);
        const variable = taken && findVariable(specifier.local.name, specifier.local, module);
        return variable ? variableReads(variable, taken, module) : [];
      });
    }
    case 'ExportNamedDeclaration':
      return node.specifiers.flatMap(({ local, exported: as }): Read[] => {
        const name = nameOf(local);
        if (name !== exported && !(name === 'default' && exported === '*')) return [];
        return [{ node, module, rest: path, exported: nameOf(as) }];
      });
    case 'ExportAllDeclaration':
      if (node.exported) return [{ node, module, rest: below, exported: nameOf(node.exported) }];
      return exported === 'default' ? [] : [{ node, module, rest: path, exported }];
    case 'TSExternalModuleReference': {
      const { parent } = node;
      const variable =
        parent.type === 'TSImportEqualsDeclaration' ? findVariable(parent.id.name, node, module) : undefined;
      return variable ? variableReads(variable, below, module) : [];
    }
    default:
      return readAt(node, below, module);
  }
}

type Specifier = Extract<
  Node,
  { type: 'ImportSpecifier' | 'ImportDefaultSpecifier' | 'ImportNamespaceSpecifier' }
>;

/** The members below an imported name that lead to the text; undefined where none does. */
function takenBy(
  specifier: Specifier,
  exported: string,
  path: readonly string[],
): readonly string[] | undefined {
  if (specifier.type === 'ImportNamespaceSpecifier')
    // `ns.a` and `ns.default.a` are the same of a CommonJS module.
    return exported === '*' ? [] : [exported, ...path];
  const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
  if (name === exported) return path;
  // A CommonJS module is its own default, and its members can be imported by name.
  if (name === 'default') return exported === '*' ? path : [exported, ...path];
  return exported === '*' && path[0] === name ? path.slice(1) : undefined;
}

/** Follows the members of what `node` gives as far as they lead to `path`. */
function readAt(node: Node, path: readonly string[], module: Module): Read[] {
  if (node.parent?.type === 'ExportSpecifier')
    return [{ node, module, rest: path, exported: nameOf(node.parent.exported) }];
  let rest = path;
  let current = node;
  for (let { parent } = current; parent; current = parent, parent = parent.parent) {
    if (parent.type === 'AwaitExpression' || parent.type === 'TSAsExpression') continue;
    if (parent.type !== 'MemberExpression' || parent.object !== current || rest.length === 0) break;
    const name = keyName({ key: parent.property, computed: parent.computed });
    if (name === undefined) {
      rest = [];
      continue;
    }
    if (name !== rest[0]) return [];
    rest = rest.slice(1);
  }
  const { parent } = current;
  // `config.url = …` writes it.
  if (current !== node && parent?.type === 'AssignmentExpression' && parent.left === current) return [];
  return [{ node, module, rest }];
}

/** `keyof typeof PATHS` */
function isType(node: Node): boolean {
  let { parent } = node;
  while (parent?.type === 'TSQualifiedName') parent = parent.parent;
  return parent?.type === 'TSTypeQuery';
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}
