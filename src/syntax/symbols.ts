import type { Node } from './module.js';
import { keyName } from './scope.js';
import { isFunction } from './walk.js';

/** The name of the function around a node, for people; undefined at the top level. */
export function symbolAround(node: Node): string | undefined {
  for (let { parent } = node; parent; parent = parent.parent) {
    const name = isFunction(parent) ? functionName(parent) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function functionName(fn: Node): string | undefined {
  if ('id' in fn && fn.id?.type === 'Identifier') return fn.id.name;
  const { parent } = fn;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (
    parent?.type === 'Property' ||
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'PropertyDefinition'
  )
    return keyName(parent);
  return undefined;
}
