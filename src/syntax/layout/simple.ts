import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../module.js';
import type { LayoutContext } from './context.js';
import { sourceText } from './context.js';

const SIGNS = new Set(['!', '-', '+', '~']);
/** The share of a line that a short argument takes at most. */
const SHORT = 0.25;

/** An argument that a chain of calls may hold and stay on one line. */
export function isSimple(node: Node, depth = 2): boolean {
  if (depth <= 0) return false;
  const inside = (item: Node | null): boolean => item !== null && isSimple(item, depth - 1);
  switch (node.type) {
    case 'Literal':
      return !('regex' in node) || node.regex.pattern.length <= 5;
    case 'Identifier':
    case 'ThisExpression':
    case 'Super':
    case 'PrivateIdentifier':
      return true;
    case 'TemplateLiteral':
      return node.quasis.every(({ value }) => !value.raw.includes('\n')) && node.expressions.every(inside);
    case 'ObjectExpression':
      return node.properties.every(
        (item) => item.type === 'Property' && !item.computed && (item.shorthand || inside(item.value)),
      );
    case 'ArrayExpression':
      return node.elements.every((item) => item === null || inside(item));
    case 'ImportExpression':
      return inside(node.source);
    case 'CallExpression':
    case 'NewExpression':
      return isSimple(node.callee, depth) && node.arguments.length <= depth && node.arguments.every(inside);
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return isSimple(node.expression, depth);
    case 'MemberExpression':
      return isSimple(node.object, depth) && isSimple(node.property, depth);
    case 'UnaryExpression':
      return SIGNS.has(node.operator) && isSimple(node.argument, depth);
    case 'UpdateExpression':
      return isSimple(node.argument, depth);
    default:
      return false;
  }
}

/** The lone argument of a call that is not worth breaking. */
export function isShort(node: Node, context: LayoutContext): boolean {
  const most = context.style.width * SHORT;
  switch (node.type) {
    case 'ThisExpression':
      return true;
    case 'Identifier':
      return node.name.length <= most;
    case 'Literal':
      if ('regex' in node) return node.regex.pattern.length <= 5;
      return typeof node.value !== 'string' || sourceText(node, context).length <= most;
    case 'TemplateLiteral':
      return node.expressions.length === 0 && isShortText(node, most);
    case 'UnaryExpression':
      return isShort(node.argument, context);
    case 'CallExpression':
      return (
        node.arguments.length === 0 &&
        node.callee.type === 'Identifier' &&
        node.callee.name.length <= most - 2
      );
    default:
      return false;
  }
}

function isShortText({ quasis: [text] }: TSESTree.TemplateLiteral, most: number): boolean {
  const raw = text?.value.raw ?? '';
  return raw.length <= most && !raw.includes('\n');
}
