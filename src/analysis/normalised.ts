import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node } from '../syntax/module.js';
import { isFunction, isNode } from '../syntax/walk.js';

/** They add nothing to the expression inside. */
const WRAPPERS = new Set([
  'ChainExpression',
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSInstantiationExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);
const CLOSE = ')';

/**
 * An expression as text that stays the same when it is moved or formatted anew: without spaces, comments, kinds of
 * quotes, trailing commas, types, and what happens in the blocks of functions, which is no part of the call.
 */
export function normalised(roots: readonly Node[], visitorKeys: Module['visitorKeys']): string {
  const tokens: string[] = [];
  const stack: (Node | string)[] = roots.toReversed();
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (typeof item === 'string') tokens.push(item);
    else if (WRAPPERS.has(item.type)) stack.push(...childrenOf(item, visitorKeys).slice(0, 1));
    else if (!item.type.startsWith('TS')) {
      tokens.push(`(${headOf(item)}`);
      stack.push(CLOSE, ...childrenOf(item, visitorKeys).toReversed());
    }
  }
  return tokens.join(' ');
}

function childrenOf(node: Node, visitorKeys: Module['visitorKeys']): (Node | string)[] {
  if (node.type === 'MemberExpression') return [node.object, ...keyOf(node.property, node.computed)];
  if (node.type === 'Property') return [...keyOf(node.key, node.computed), node.value];
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return [];
  if (isFunction(node)) return [...node.params, ...(node.body.type === 'BlockStatement' ? [] : [node.body])];
  const keys = visitorKeys[node.type] ?? [];
  // Visitor keys name the properties that hold nodes; the types can't say so.
  const fields = node as unknown as Record<string, unknown>;
  return keys.flatMap((key) => [fields[key]].flat()).filter(isNode);
}

/** `a['b']` and `a.b`, `{ 'a': 1 }` and `{ a: 1 }` are the same. */
function keyOf(key: Node, isComputed: boolean): (Node | string)[] {
  if (key.type === 'Literal') return [String(key.value)];
  return key.type === 'Identifier' && !isComputed ? [key.name] : [key];
}

/** What a node says beside its children. */
function headOf(node: Node): string {
  switch (node.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      return node.name;
    case 'PrivateIdentifier':
      return `#${node.name}`;
    case 'Literal':
      return literal(node);
    case 'TemplateLiteral':
      // Without anything to fill in, a text like any other.
      return node.expressions.length === 0 ? JSON.stringify(cooked(node.quasis[0])) : node.type;
    case 'TemplateElement':
      return JSON.stringify(cooked(node));
    case 'JSXText':
      return JSON.stringify(node.value.replaceAll(/\s+/g, ' ').trim());
    case 'AssignmentExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
      return node.operator;
    default:
      return node.type;
  }
}

function literal(node: TSESTree.Literal): string {
  if ('regex' in node) return `/${node.regex.pattern}/${node.regex.flags}`;
  return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value);
}

function cooked(element: TSESTree.TemplateElement | undefined): string {
  return element?.value.cooked ?? element?.value.raw ?? '';
}
