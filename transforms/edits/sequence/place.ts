import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../../src/analysis/call.js';
import type { Module, Node } from '../../../src/syntax/module.js';
import { isSameFunction, mayAwait, meansTheSameAt } from '../../../src/syntax/names.js';
import { keyName } from '../../../src/syntax/scope.js';
import { ancestor, isFunction } from '../../../src/syntax/walk.js';
import { Unsafe } from '../unsafe.js';

/** Where several calls can stand in place of one. */
export type SequencePlace =
  /** `await send();`: before and after the statement. */
  | { readonly kind: 'statement'; readonly statement: Node }
  /** `const answer = await send();`: before the statement, the last in place. `returns`: an answer may be returned. */
  | { readonly kind: 'value'; readonly statement: Node; readonly returns: boolean }
  /** `() => send()`: in a body of its own. */
  | { readonly kind: 'arrow'; readonly arrow: TSESTree.ArrowFunctionExpression }
  /** In a function of their own, which is declared before the statement. */
  | { readonly kind: 'closure'; readonly statement: Node };

const OF_PROMISE = ['then', 'catch', 'finally'];

/** The call with the links of its chain, such as `.json()`, up to `.then(…)`. */
export function expressionOf({ call }: LegacyCall): Node {
  let node: Node = call.node;
  for (;;) {
    const access: Node | undefined = node.parent;
    if (access?.type !== 'MemberExpression' || access.object !== node) return node;
    const name = keyName({ key: access.property, computed: access.computed });
    if (name !== undefined && OF_PROMISE.includes(name)) return node;
    const parent: Node = access.parent;
    if (parent.type !== 'CallExpression' || parent.callee !== access)
      throw new Unsafe('request', 'what it gives is used without waiting for it');
    node = parent;
  }
}

/**
 * @param expression the whole of the call, see {@link expressionOf}
 * @throws {Unsafe} where there is no such place
 */
export function placeFor(expression: Node, module: Module): SequencePlace {
  const { parent } = expression;
  const isAwaited = parent?.type === 'AwaitExpression';
  const value = isAwaited ? parent : expression;
  const holder = value.parent;
  if (holder?.type === 'ArrowFunctionExpression' && holder.body === value)
    return { kind: 'arrow', arrow: holder };
  const statement = statementOf(holder, value);
  if (statement && (isInBlock(statement) || isLoneBody(statement))) {
    if (isAwaited && statement.type === 'ExpressionStatement' && statement.expression === value)
      return { kind: 'statement', statement };
    if (statement.type !== 'ReturnStatement') {
      if (isAwaited) return { kind: 'value', statement, returns: false };
    } else if (mayAwait(statement, module) && (isAwaited || !isInTry(statement)))
      return { kind: 'value', statement, returns: true };
  }
  return closureBefore(expression, module);
}

/** @throws {Unsafe} where a function can't be declared that sees all that the call does */
export function closureBefore(expression: Node, module: Module): SequencePlace {
  return { kind: 'closure', statement: statementBefore(expression, module) };
}

/** The statement that does nothing else with `value`. */
function statementOf(holder: Node | undefined, value: Node): Node | undefined {
  switch (holder?.type) {
    case 'ExpressionStatement':
    case 'ReturnStatement':
      return holder;
    case 'VariableDeclarator':
      return holder.init === value && holder.parent.declarations.length === 1 ? holder.parent : undefined;
    case 'AssignmentExpression':
      return holder.right === value &&
        holder.operator === '=' &&
        holder.left.type === 'Identifier' &&
        holder.parent.type === 'ExpressionStatement'
        ? holder.parent
        : undefined;
    default:
      return undefined;
  }
}

/** The nearest statement before which a function can be declared that sees all that the call does. */
function statementBefore(expression: Node, module: Module): Node {
  const statement = ancestor(expression, (node) => isInBlock(node) || isLoneBody(node));
  const isSeen =
    statement && isSameFunction(statement, expression) && meansTheSameAt(expression, statement, module);
  if (!isSeen) throw new Unsafe('request', 'there is no place for three calls');
  return statement;
}

function isInBlock({ type, parent }: Node): boolean {
  if (parent?.type !== 'BlockStatement' && parent?.type !== 'Program') return false;
  return type.endsWith('Statement') || type.endsWith('Declaration');
}

/** `if (form) await send();` */
export function isLoneBody({ type, parent }: Node): boolean {
  if (!type.endsWith('Statement') || type === 'BlockStatement') return false;
  return parent !== undefined && /^(?:If|For|ForIn|ForOf|While|DoWhile)Statement$/.test(parent.type);
}

function isInTry(node: Node): boolean {
  const fn = ancestor(node, isFunction);
  const found = ancestor(node, (parent) => parent === fn || parent.type === 'TryStatement');
  return found?.type === 'TryStatement';
}
