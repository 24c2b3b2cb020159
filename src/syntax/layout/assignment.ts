import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../module.js';
import { callDoc } from './chain.js';
import { isBinary, isCall, isText, type LayoutContext, NotLaidOut } from './context.js';
import { canBreak, type Doc, group, indent, line } from './doc.js';
import { isInlineLogical } from './operators.js';
import { columnsOf } from './render.js';
import { isShort } from './simple.js';

type Owner =
  | TSESTree.VariableDeclarator
  | TSESTree.AssignmentExpression
  | TSESTree.Property
  | TSESTree.PropertyDefinition;

/** `left = right`, `key: value`: broken behind the operator, or within the value. */
export function assignmentDoc(
  owner: Owner,
  left: Doc,
  operator: string,
  right: Node,
  context: LayoutContext,
): Doc {
  if (right.type === 'AssignmentExpression' || owner.parent.type === 'AssignmentExpression')
    throw new NotLaidOut('A chain of assignments');
  const value = context.print(right);
  switch (layoutOf(owner, left, right, context)) {
    case 'behind-operator':
      return group([group(left), operator, group(indent([line, value]))]);
    case 'never-behind-operator':
      return group([group(left), operator, ' ', value]);
    case 'in-left':
      return group([left, operator, ' ', group(value)]);
    case 'fluid': {
      const gap = group(indent(line));
      return group([group(left), operator, gap, indent(value, gap)]);
    }
  }
}

function layoutOf(
  owner: Owner,
  left: Doc,
  right: Node,
  context: LayoutContext,
): 'behind-operator' | 'never-behind-operator' | 'in-left' | 'fluid' {
  if (isCall(right) && right.callee.type === 'Identifier' && right.callee.name === 'require')
    return 'never-behind-operator';
  const isLeftBroken = canBreak(left);
  if (isComplexPattern(owner)) return 'in-left';
  if (owner.type === 'VariableDeclarator' && right.type === 'ArrowFunctionExpression' && isLeftBroken)
    return 'in-left';
  const isKeyShort =
    owner.type === 'Property' && widthOfKey(left) < columnsOf(context.style.indent, context.style) + 3;
  if (breaksBehind(right, isKeyShort, context)) return 'behind-operator';
  const isKept =
    isKeyShort ||
    right.type === 'TemplateLiteral' ||
    right.type === 'TaggedTemplateExpression' ||
    right.type === 'ClassExpression' ||
    (right.type === 'Literal' && (typeof right.value === 'number' || typeof right.value === 'boolean'));
  return !isLeftBroken && isKept ? 'never-behind-operator' : 'fluid';
}

function widthOfKey(left: Doc): number {
  return typeof left === 'string' ? left.length : Infinity;
}

/** More than two names are taken out of an object, one of them under another name or with a default. */
function isComplexPattern(owner: Owner): boolean {
  const left =
    owner.type === 'VariableDeclarator'
      ? owner.id
      : owner.type === 'AssignmentExpression'
        ? owner.left
        : undefined;
  if (left?.type !== 'ObjectPattern' || left.properties.length < 3) return false;
  return left.properties.some(
    (item) => item.type === 'Property' && (!item.shorthand || item.value.type === 'AssignmentPattern'),
  );
}

function breaksBehind(right: Node, isKeyShort: boolean, context: LayoutContext): boolean {
  if (isBinary(right) && !isInlineLogical(right)) return true;
  if (right.type === 'SequenceExpression') return true;
  if (right.type === 'ConditionalExpression' && isBinary(right.test) && !isInlineLogical(right.test))
    return true;
  if (isKeyShort) return false;
  let node: Node = right;
  for (;;) {
    if (node.type === 'UnaryExpression' || node.type === 'AwaitExpression') node = node.argument;
    else if (node.type === 'TSNonNullExpression') node = node.expression;
    else break;
  }
  return isText(node) || isPoorlyBreakable(node, context);
}

/** A chain of names and of calls with nothing, or next to nothing, in their parentheses. */
function isPoorlyBreakable(node: Node, context: LayoutContext, isInner = false): boolean {
  if (node.type === 'ChainExpression' || node.type === 'TSNonNullExpression')
    return isPoorlyBreakable(node.expression, context, isInner);
  if (isCall(node)) {
    if (callDoc(node, context).isChain) return false;
    const [first, second] = node.arguments;
    const isBare = !first || (!second && isShort(first, context));
    return isBare && !hasWideTypes(node) && isPoorlyBreakable(node.callee, context, true);
  }
  if (node.type === 'MemberExpression') return isPoorlyBreakable(node.object, context, true);
  return isInner && (node.type === 'Identifier' || node.type === 'ThisExpression');
}

function hasWideTypes({ typeArguments }: TSESTree.CallExpression): boolean {
  const [first, second] = typeArguments?.params ?? [];
  if (!first) return false;
  return second !== undefined || /^TS(?:UnionType|IntersectionType|TypeLiteral)$/.test(first.type);
}
