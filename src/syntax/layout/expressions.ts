import type { Node } from '../module.js';
import { rangeOf } from '../ranges.js';
import { argumentsDoc } from './arguments.js';
import { assignmentDoc } from './assignment.js';
import { callDoc, lookupDoc } from './chain.js';
import {
  isBinary,
  isCall,
  isJsx,
  type LayoutContext,
  NotLaidOut,
  parenthesesAround,
  sourceDoc,
  sourceText,
} from './context.js';
import { type Doc, group, hardline, indent, softline, willBreak } from './doc.js';
import { functionDoc } from './functions.js';
import { arrayDoc, objectDoc } from './lists.js';
import { typeDoc } from './types.js';
import { awaitDoc, binaryDoc, conditionalDoc } from './operators.js';

/** What begins right behind a brace of JSX. */
const STAY_IN_BRACES =
  /^(?:Array|Object|ArrowFunction|Call|Function|TaggedTemplate)Expression$|^TemplateLiteral$/;

/** An expression, a property or a pattern, with the parentheses that it stands in. */
export function expressionDoc(node: Node, context: LayoutContext): Doc {
  const own = bareDoc(node, context);
  const count = parenthesesAround(node, context) - ofParent(node);
  if (count <= 0) return own;
  if (count > 1) throw new NotLaidOut('Parentheses in parentheses');
  if (isJsx(node)) return willBreak(own) ? ['(', indent([hardline, own]), hardline, ')'] : own;
  return ['(', own, ')'];
}

/** Parentheses that the syntax around a node asks for, or that come and go with the lines. */
function ofParent(node: Node): number {
  const { parent } = node;
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.arguments.length === 1 && parent.arguments[0] === node ? 1 : 0;
    case 'ImportExpression':
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'SwitchStatement':
      return 1;
    case 'ReturnStatement':
    case 'ThrowStatement':
      return isBinary(node) ? 1 : 0;
    case 'ArrowFunctionExpression':
      if (parent.body === node) return node.type === 'ConditionalExpression' ? 1 : 0;
      return 1;
    case 'FunctionExpression':
      return 1;
    default:
      return 0;
  }
}

function bareDoc(node: Node, context: LayoutContext): Doc {
  switch (node.type) {
    case 'ObjectExpression':
    case 'ObjectPattern':
      return objectDoc(node, context);
    case 'ArrayExpression':
    case 'ArrayPattern':
      return arrayDoc(node, context);
    case 'Property': {
      const { key, value } = node;
      if (node.shorthand || node.method || node.kind !== 'init') return sourceDoc(rangeOf(node), context);
      const left = node.computed ? ['[', context.print(key), ']'] : sourceText(key, context);
      return assignmentDoc(node, left, ':', value, context);
    }
    case 'SpreadElement':
      return ['...', context.print(node.argument)];
    case 'CallExpression':
      return callDoc(node, context).doc;
    case 'NewExpression': {
      const types = node.typeArguments ? sourceText(node.typeArguments, context) : '';
      return ['new ', context.print(node.callee), types, argumentsDoc(node, context)];
    }
    case 'MemberExpression': {
      const { object, property, parent, computed } = node;
      const lookup = lookupDoc(node, context);
      const isShort =
        object.type === 'Identifier' && property.type === 'Identifier' && parent.type !== 'MemberExpression';
      const isAssigned = /^(?:AssignmentExpression|VariableDeclarator)$/.test(outer(node)?.type ?? '');
      const isOfCall = isCall(object) && (object.arguments.length > 0 || callDoc(object, context).isChain);
      const stays = computed || isShort || (isAssigned && isOfCall);
      return [context.print(object), stays ? lookup : group(indent([softline, lookup]))];
    }
    case 'ChainExpression':
      return context.print(node.expression);
    case 'TSNonNullExpression':
      return [context.print(node.expression), '!'];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression': {
      const word = node.type === 'TSAsExpression' ? 'as' : 'satisfies';
      return [context.print(node.expression), ` ${word} `, typeDoc(node.typeAnnotation, context)];
    }
    case 'AwaitExpression':
      return awaitDoc(node, context);
    case 'UnaryExpression':
      return [node.operator, /[a-z]$/.test(node.operator) ? ' ' : '', context.print(node.argument)];
    case 'BinaryExpression':
    case 'LogicalExpression':
      return binaryDoc(node, context);
    case 'ConditionalExpression':
      return conditionalDoc(node, context);
    case 'AssignmentExpression':
      return assignmentDoc(node, context.print(node.left), ` ${node.operator}`, node.right, context);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression': {
      const doc = functionDoc(node, context);
      if (doc === undefined) throw new NotLaidOut('Parameters of several lines');
      return doc;
    }
    case 'JSXAttribute':
      if (node.value?.type !== 'JSXExpressionContainer') return sourceDoc(rangeOf(node), context);
      return [sourceText(node.name, context), '=', context.print(node.value)];
    case 'JSXExpressionContainer': {
      const { expression } = node;
      const own = context.print(expression);
      return STAY_IN_BRACES.test(expression.type)
        ? group(['{', own, '}'])
        : group(['{', indent([softline, own]), softline, '}']);
    }
    default:
      return sourceDoc(rangeOf(node), context);
  }
}

/** The node around a chain of members and `!`. */
function outer(node: Node): Node | undefined {
  let { parent } = node;
  while (
    parent?.type === 'MemberExpression' ||
    parent?.type === 'TSNonNullExpression' ||
    parent?.type === 'ChainExpression'
  )
    parent = parent.parent;
  return parent;
}
