import type { TSESTree } from '@typescript-eslint/types';

import type { Mention } from './mentions.js';

type Node = TSESTree.Node;

/** What is written to a name in a pattern; undefined where it is only declared. */
export function inPattern(name: Node): Mention | undefined {
  const defaults: Node[] = [];
  let node = name;
  let parent: Node | undefined = node.parent;
  for (; parent && isPatternPart(node, parent); { parent } = node) {
    if (parent.type === 'AssignmentPattern') defaults.unshift(parent.right);
    node = parent;
  }
  if (!parent) return undefined;
  if (parent.type === 'UpdateExpression') return changedBy(null);
  if (parent.type === 'AssignmentExpression' && parent.operator !== '=') return changedBy(parent.right);
  const written = writtenBy(parent);
  const init = parent.type !== 'AssignmentExpression' && !isLoop(parent);
  const values = written ? [...defaults, written] : defaults;
  if (values.length === 0) return undefined;
  return {
    meaning: 'value',
    acts: values.map((writeExpr) => ({ isRead: false, isWrite: true, init, writeExpr })),
  };
}

/** `a += 1`, `a++` */
export function changedBy(writeExpr: Node | null): Mention {
  return { meaning: 'value', acts: [{ isRead: true, isWrite: true, init: false, writeExpr }] };
}

function isPatternPart(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'AssignmentPattern':
      return parent.left === node;
    case 'Property':
      return parent.value === node;
    case 'ArrayPattern':
    case 'ObjectPattern':
    case 'RestElement':
    case 'TSParameterProperty':
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
      return true;
    default:
      return false;
  }
}

/** What the statement or expression around a pattern takes apart. */
function writtenBy(node: Node): Node | null | undefined {
  switch (node.type) {
    case 'VariableDeclarator': {
      const loop = node.parent.parent;
      return isLoop(loop) && loop.left === node.parent ? loop.right : node.init;
    }
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.right;
    default:
      return undefined;
  }
}

function isLoop(node: Node): node is TSESTree.ForInStatement | TSESTree.ForOfStatement {
  return node.type === 'ForInStatement' || node.type === 'ForOfStatement';
}

/** `(a as any) = b` */
export function isTarget(node: Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'AssignmentPattern':
      return parent.left === node;
    case 'ArrayPattern':
    case 'RestElement':
    case 'UpdateExpression':
      return true;
    case 'Property':
      return parent.value === node && parent.parent.type === 'ObjectPattern';
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
      return isTarget(parent);
    default:
      return false;
  }
}
