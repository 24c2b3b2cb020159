import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from './module.js';
import { keyName } from './scope.js';

type Members = ReadonlyMap<string, Node>;

/** A map of a thousand paths may be asked for each of them. */
const known = new WeakMap<Node, Members>();

/** The value of a member that an enum, a class (`static`) or an array literal declares. */
export function declaredMember(node: Node, name: string): Node | undefined {
  if (node.type === 'ArrayExpression') return elementAt(node, Number(name));
  const before = known.get(node);
  if (before) return before.get(name);
  const members = membersOf(node);
  if (members) known.set(node, members);
  return members?.get(name);
}

function elementAt({ elements }: TSESTree.ArrayExpression, index: number): Node | undefined {
  const element = elements[index];
  // A spread before it shifts the positions.
  return element && elements.every((item) => item?.type !== 'SpreadElement') ? element : undefined;
}

function membersOf(node: Node): Members | undefined {
  switch (node.type) {
    case 'TSEnumDeclaration':
      return firstOf(enumMembers(node).map((item) => [enumKey(item), item.initializer ?? item]));
    case 'TSModuleDeclaration':
      return firstOf(namespaceMembers(node));
    case 'ClassDeclaration':
    case 'ClassExpression':
      return firstOf(node.body.body.map((item) => [staticName(item), staticValue(item)]));
    default:
      return undefined;
  }
}

type Pair = readonly [name: string | undefined, value: Node | null | undefined];

/** Of two members with one name, the first that has a value. */
function firstOf(pairs: readonly Pair[]): Members {
  const members = new Map<string, Node>();
  for (const [name, value] of pairs)
    if (name !== undefined && value && !members.has(name)) members.set(name, value);
  return members;
}

/** `export const a = …` and `export function a() {}` of a namespace. */
function namespaceMembers({ body }: TSESTree.TSModuleDeclaration): Pair[] {
  if (body?.type !== 'TSModuleBlock') return [];
  return body.body.flatMap((statement): Pair[] => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration } = statement;
    if (declaration?.type === 'FunctionDeclaration') return [[declaration.id?.name, declaration]];
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.map(({ id }) => [id.type === 'Identifier' ? id.name : undefined, id]);
  });
}

function staticName(item: TSESTree.ClassElement): string | undefined {
  return 'key' in item && item.static ? keyName(item) : undefined;
}

function staticValue(item: TSESTree.ClassElement): Node | null | undefined {
  switch (item.type) {
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return item.value;
    case 'MethodDefinition':
      return item.kind === 'method' ? item.value : undefined;
    default:
      return undefined;
  }
}

/** Older parsers have the members on the declaration itself. */
export function enumMembers(node: TSESTree.TSEnumDeclaration): readonly TSESTree.TSEnumMember[] {
  // Both are there in the types; reading the old one warns where there is the new one.
  const { body } = node as { body?: TSESTree.TSEnumBody };
  return body ? body.members : node.members;
}

function enumKey({ id }: TSESTree.TSEnumMember): string | undefined {
  return id.type === 'Identifier' ? id.name : String(id.value);
}
