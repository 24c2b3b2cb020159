import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../module.js';
import { isBinary, isCall, isJsx, type LayoutContext, NotLaidOut, parenthesesAround } from './context.js';
import { type Doc, group, indent, isList, line, softline } from './doc.js';

type Binary = TSESTree.BinaryExpression | TSESTree.LogicalExpression;

const EQUALITY = new Set(['==', '===', '!=', '!==']);
const PRECEDENCE = [
  ['??'],
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '===', '!=', '!=='],
  ['<', '>', '<=', '>=', 'in', 'instanceof'],
  ['>>', '<<', '>>>'],
  ['+', '-'],
  ['*', '/', '%'],
  ['**'],
];

/** `a && b`: each operand on a line of its own where they do not fit. */
export function binaryDoc(node: Binary, context: LayoutContext): Doc {
  const { parent } = node;
  const isTest = isTestOf(node, parent);
  const parts = operands(node, context, isTest);
  if (isTest) return parts;
  const isCallee = isCall(parent) && parent.callee === node;
  const isObject = parent.type === 'MemberExpression' && parent.object === node && !parent.computed;
  if (isCallee || isObject || parent.type === 'UnaryExpression')
    return group([indent([softline, ...parts]), softline]);
  const isPlain =
    parent.type === 'ReturnStatement' ||
    parent.type === 'ThrowStatement' ||
    (parent.type === 'JSXExpressionContainer' && parent.parent.type === 'JSXAttribute') ||
    (parent.type === 'ArrowFunctionExpression' && parent.body === node) ||
    parent.type === 'ForStatement' ||
    (parent.type === 'ConditionalExpression' &&
      !/^(?:Return|Throw)Statement$|^CallExpression$/.test(parent.parent.type)) ||
    parent.type === 'TemplateLiteral';
  const isAssigned = /^(?:AssignmentExpression|VariableDeclarator|PropertyDefinition|Property)$/.test(
    parent.type,
  );
  const isInline = isInlineLogical(node);
  if (isPlain || (isInline && !sameLevel(node)) || (!isInline && isAssigned)) return group(parts);
  if (isJsx(node.right)) throw new NotLaidOut('JSX behind an operator');
  const first = parts.findIndex((part) => typeof part !== 'string' && !isList(part) && part.kind === 'group');
  const count = first === -1 ? 1 : first + 1;
  return group([...parts.slice(0, count), indent(parts.slice(count))]);
}

function isTestOf(node: Node, parent: Node): boolean {
  return (
    ((parent.type === 'IfStatement' ||
      parent.type === 'WhileStatement' ||
      parent.type === 'DoWhileStatement') &&
      parent.test === node) ||
    (parent.type === 'SwitchStatement' && parent.discriminant === node)
  );
}

/** Operands of one level of precedence in a row. */
function operands(node: Node, context: LayoutContext, isTest: boolean): Doc[] {
  if (!isBinary(node)) return [group(context.print(node))];
  const isNested =
    isBinary(node.left) && isFlattened(node, node.left) && parenthesesAround(node.left, context) === 0;
  const parts = isNested ? operands(node.left, context, isTest) : [group(context.print(node.left))];
  const right = context.print(node.right);
  const own = isInlineLogical(node) ? [node.operator, ' ', right] : [node.operator, line, right];
  const isAlone =
    !(isTest && node.type === 'LogicalExpression') &&
    node.parent.type !== node.type &&
    node.left.type !== node.type &&
    node.right.type !== node.type;
  return [...parts, ' ', isAlone ? group(own) : own];
}

/** `a && { … }`: the object is broken in place. */
export function isInlineLogical(node: Node): boolean {
  if (node.type !== 'LogicalExpression') return false;
  const { right } = node;
  return (
    (right.type === 'ObjectExpression' && right.properties.length > 0) ||
    (right.type === 'ArrayExpression' && right.elements.length > 0) ||
    isJsx(right)
  );
}

function sameLevel(node: Binary): boolean {
  return isBinary(node.left) && isFlattened(node, node.left) && !isInlineLogical(node.left);
}

function isFlattened({ operator }: Binary, { operator: inner }: Binary): boolean {
  const level = (text: string): number => PRECEDENCE.findIndex((operators) => operators.includes(text));
  if (level(operator) !== level(inner) || operator === '**') return false;
  if (EQUALITY.has(operator) && EQUALITY.has(inner)) return false;
  if ((inner === '%' && /[*/]/.test(operator)) || (operator === '%' && /[*/]/.test(inner))) return false;
  if (inner !== operator && /[*/]/.test(inner) && /[*/]/.test(operator)) return false;
  return !/^(?:>>>?|<<)$/.test(operator);
}

/** `test ? a : b` */
export function conditionalDoc(node: TSESTree.ConditionalExpression, context: LayoutContext): Doc {
  const { test, consequent, alternate, parent } = node;
  if ([test, consequent, alternate, parent].some(({ type }) => type === 'ConditionalExpression'))
    throw new NotLaidOut('A condition in a condition');
  if (isJsx(consequent) || isJsx(alternate)) throw new NotLaidOut('JSX in a condition');
  const branches = [
    line,
    '? ',
    indent(context.print(consequent)),
    line,
    ': ',
    indent(context.print(alternate)),
  ];
  const isObject = parent.type === 'MemberExpression' && parent.object === node && !parent.computed;
  return group([context.print(test), indent(branches), isObject ? softline : '']);
}

/** `await call()`, in parentheses where a member of it is taken. */
export function awaitDoc(node: TSESTree.AwaitExpression, context: LayoutContext): Doc {
  const { parent } = node;
  const own = ['await ', context.print(node.argument)];
  const isObject =
    (isCall(parent) && parent.callee === node) ||
    (parent.type === 'MemberExpression' && parent.object === node);
  return isObject ? group([indent([softline, ...own]), softline]) : own;
}
