import type { Module, Node } from '../../syntax/module.js';
import { nodesOf } from '../../syntax/walk.js';

/** Where each name of a file stands, also as a text. */
export type Mentions = ReadonlyMap<string, readonly Node[]>;

const NAME = /^[\w$]+$/;

export function mentionsIn(tree: Pick<Module, 'ast' | 'visitorKeys'>): Mentions {
  const mentions = new Map<string, Node[]>();
  for (const type of ['Identifier', 'PrivateIdentifier', 'JSXIdentifier', 'Literal'] as const)
    for (const node of nodesOf(tree, type)) {
      const name = nameOf(node);
      if (name === undefined) continue;
      const same = mentions.get(name);
      if (same) same.push(node);
      else mentions.set(name, [node]);
    }
  return mentions;
}

/** The name that a node is, or the text that may be one: `http` of `inject('http')`. */
export function nameOf(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
    case 'JSXIdentifier':
      return node.name;
    case 'Literal':
      return typeof node.value === 'string' && NAME.test(node.value) ? node.value : undefined;
    default:
      return undefined;
  }
}

/** What has a name, where this mention of it says what that is; null where it says that it has no value. */
export function definedBy(mention: Node): Node | null | undefined {
  const { parent } = mention;
  switch (parent?.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.id === mention ? parent : undefined;
    case 'VariableDeclarator':
      return parent.id === mention ? parent.init : undefined;
    case 'Property':
      // `{ a: b }` as a pattern: what has the name `b` is a member `a`.
      if (parent.parent.type === 'ObjectPattern') return parent.key;
      return parent.key === mention ? parent.value : undefined;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.key === mention ? parent.value : undefined;
    case 'AssignmentExpression':
      return parent.left === mention ? parent.right : undefined;
    case 'MemberExpression': {
      const around = parent.parent;
      return around.type === 'AssignmentExpression' && around.left === parent ? around.right : undefined;
    }
    default:
      return undefined;
  }
}
