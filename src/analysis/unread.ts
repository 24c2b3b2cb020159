import type { Node } from '../syntax/module.js';
import { keyName } from '../syntax/scope.js';

/** `onClick={() => …}`: what the function answers is for nobody. */
export function isHandler(attribute: Node): boolean {
  if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return false;
  return /^on[A-Z]/.test(attribute.name.name);
}

/** `await Promise.all(slots.map(…));`: what the calls answer is only waited for. */
export function isUnreadList(list: Node): boolean {
  const call = list.parent;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const { object, property, computed } = call.callee;
  const name = keyName({ key: property, computed });
  const isPromise = object.type === 'Identifier' && object.name === 'Promise';
  if (!isPromise || (name !== 'all' && name !== 'allSettled')) return false;
  const { parent } = call;
  return (parent.type === 'AwaitExpression' ? parent.parent : parent).type === 'ExpressionStatement';
}
