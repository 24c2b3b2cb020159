import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../syntax/module.js';

/** Below `if (!response.ok)` or `if (response.status !== 200)`, or in the `else` of the opposite. */
export function isOnError(node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, parent = parent.parent) {
    if (parent.type !== 'IfStatement' && parent.type !== 'ConditionalExpression') continue;
    if (parent.test !== child && outcomeOf(parent.test) === (parent.consequent === child ? 'failed' : 'done'))
      return true;
  }
  return false;
}

/** What the test's being true says of the request; undefined for every other test. */
function outcomeOf(test: TSESTree.Expression): 'done' | 'failed' | undefined {
  if (test.type === 'UnaryExpression' && test.operator === '!')
    return outcomeOf(test.argument) === 'done' ? 'failed' : undefined;
  if (reads(test, ['ok'])) return 'done';
  if (test.type !== 'BinaryExpression') return undefined;
  const { operator, right } = test;
  // The envelope's own code, documented as `"0"` for success.
  if (reads(test.left, ['code']) && right.type === 'Literal' && right.value === '0')
    return operator.startsWith('==') ? 'done' : operator.startsWith('!=') ? 'failed' : undefined;
  if (!reads(test.left, ['status', 'statusCode'])) return undefined;
  const status = right.type === 'Literal' && typeof right.value === 'number' ? right.value : undefined;
  if (status === undefined) return undefined;
  const isSuccess = status >= 200 && status < 300;
  if (operator.startsWith('==')) return isSuccess ? 'done' : 'failed';
  if (operator.startsWith('!=')) return isSuccess ? 'failed' : undefined;
  if (operator === '>=' && status >= 300) return 'failed';
  if (operator === '>' && status >= 299) return 'failed';
  if ((operator === '<' && status <= 400) || (operator === '<=' && status < 400)) return 'done';
  return undefined;
}

function reads(node: Node, names: readonly string[]): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.property.type === 'Identifier' &&
    names.includes(node.property.name)
  );
}
