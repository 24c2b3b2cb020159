import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node, Range } from '../../src/syntax/module.js';
import { findVariable, keyName, patternPath } from '../../src/syntax/scope.js';
import type { Variable } from '../../src/syntax/scopes/types.js';
import { ancestor } from '../../src/syntax/walk.js';
import { memberPath } from './member-path.js';

/** What a text is reached through from outside of the declaration that it stands in. */
export type Owner =
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly variable: Variable;
      /** The members that lead to the text. */
      readonly path: readonly string[];
    }
  | {
      readonly kind: 'export';
      /** For people. */
      readonly name: string;
      /** `*` for what a CommonJS module exports as a whole. */
      readonly exported: string;
      readonly path: readonly string[];
    }
  /** A member of a class's objects. */
  | {
      readonly kind: 'member';
      readonly name: string;
      readonly key: string;
      readonly isPrivate: boolean;
      readonly isExported: boolean;
    };

/**
 * The owners of what stands at the end of `way`.
 *
 * @param way the nodes from `holder` to the place
 * @param rest the members that lead on from there
 * @param leaf the range of the place
 * @returns undefined where `holder` is no declaration
 */
export function ownersOf(
  holder: Node,
  way: readonly Node[],
  rest: readonly string[],
  module: Module,
  leaf: Range,
): Owner[] | undefined {
  const path = memberPath(way, rest, leaf);
  switch (holder.type) {
    case 'ExportNamedDeclaration': {
      const inner = holder.declaration
        ? ownersOf(holder.declaration, way.slice(1), rest, module, leaf)
        : undefined;
      const exported = inner?.flatMap((owner): Owner[] =>
        owner.kind === 'variable' ? [{ ...owner, kind: 'export', exported: owner.name }] : [],
      );
      return inner && exported && [...inner, ...exported];
    }
    case 'ExportDefaultDeclaration': {
      const { declaration } = holder;
      const inner = ownersOf(declaration, way.slice(1), rest, module, leaf) ?? [];
      const name = inner[0]?.name ?? 'export default';
      return [...inner, { kind: 'export', name, exported: 'default', path }];
    }
    case 'VariableDeclaration': {
      const declarator = holder.declarations.find((item) => way.includes(item));
      return declarator && declaredBy(declarator, path, module);
    }
    case 'ExpressionStatement':
      return holder.expression.type === 'AssignmentExpression'
        ? assignedBy(holder.expression, path, module)
        : undefined;
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return memberOf(holder, path, module);
    case 'ClassDeclaration': {
      const member = way.find(
        (node) => node.type === 'PropertyDefinition' || node.type === 'MethodDefinition',
      );
      const isMember = member?.type === 'PropertyDefinition' || member?.type === 'MethodDefinition';
      return isMember ? memberOf(member, path, module) : undefined;
    }
    case 'TSModuleDeclaration': {
      const inner = way.find(({ type }) => type === 'VariableDeclarator' || type === 'FunctionDeclaration');
      return [holder, ...(inner ? [inner] : [])].flatMap((node) =>
        module.scopes
          .getDeclaredVariables(node)
          .slice(0, 1)
          .map((variable) => ({
            kind: 'variable',
            name: variable.name,
            variable,
            path: node === holder ? path : [],
          })),
      );
    }
    case 'FunctionDeclaration':
    case 'TSEnumDeclaration':
      // A function's parameters are declared by it too; its own name comes first.
      return module.scopes
        .getDeclaredVariables(holder)
        .slice(0, 1)
        .map((variable) => ({ kind: 'variable', name: variable.name, variable, path }));
    default:
      return undefined;
  }
}

/** `const { a: { b } } = value`: only the names that take the member. */
function declaredBy(
  declarator: TSESTree.VariableDeclarator,
  path: readonly string[],
  module: Module,
): Owner[] {
  return module.scopes.getDeclaredVariables(declarator).flatMap((variable): Owner[] => {
    const [name] = variable.identifiers;
    const taken = name && patternPath(declarator.id, name);
    if (!taken) return [{ kind: 'variable', name: variable.name, variable, path: [] }];
    const isOther = taken.some((key, index) => index < path.length && path[index] !== key);
    if (isOther) return [];
    return [{ kind: 'variable', name: variable.name, variable, path: path.slice(taken.length) }];
  });
}

/** `module.exports = …`, `exports.name = …`, `config.url = …`. */
function assignedBy(
  { left }: TSESTree.AssignmentExpression,
  path: readonly string[],
  module: Module,
): Owner[] | undefined {
  const names: string[] = [];
  let root: Node = left;
  for (; root.type === 'MemberExpression'; root = root.object)
    names.unshift(keyName({ key: root.property, computed: root.computed }) ?? '');
  if (root.type !== 'Identifier') return undefined;
  const variable = findVariable(root.name, root, module);
  if (variable) {
    const known = names.includes('') ? [] : [...names, ...path];
    return [{ kind: 'variable', name: variable.name, variable, path: known }];
  }
  const exported = root.name === 'module' && names[0] === 'exports' ? names.slice(1) : names;
  if (root.name !== 'exports' && root.name !== 'module') return undefined;
  const [name, ...more] = exported;
  if (name === undefined) return [{ kind: 'export', name: path[0] ?? 'module.exports', exported: '*', path }];
  return [{ kind: 'export', name, exported: name, path: [...more, ...path] }];
}

function memberOf(
  member: TSESTree.PropertyDefinition | TSESTree.MethodDefinition,
  path: readonly string[],
  module: Module,
): Owner[] | undefined {
  const key = keyName(member);
  const cls = member.parent.parent;
  if (key === undefined) return undefined;
  const isExported = ancestor(member, ({ type }) => type.startsWith('Export')) !== undefined;
  if (!member.static) {
    const isPrivate = member.accessibility === 'private' || key.startsWith('#');
    return [{ kind: 'member', name: key, key, isPrivate, isExported }];
  }
  const variables = cls.type === 'ClassDeclaration' ? module.scopes.getDeclaredVariables(cls) : [];
  return variables.slice(0, 1).flatMap((variable): Owner[] => {
    const { name } = variable;
    const own = [key, ...path];
    const exported = cls.parent.type === 'ExportDefaultDeclaration' ? 'default' : name;
    return [
      { kind: 'variable', name, variable, path: own },
      ...(isExported ? [{ kind: 'export', name, exported, path: own } as const] : []),
    ];
  });
}
