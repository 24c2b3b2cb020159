import type { TSESTree } from '@typescript-eslint/types';

import type { LegacyCall } from '../../src/analysis/call.js';
import { at, sourceOf, type Term } from '../../src/syntax/module.js';
import { propertyOf } from './properties.js';
import { Unsafe } from './unsafe.js';

/**
 * The option that fills the path of the call, which has nothing to fill any more: `params` of
 * `{ params: { path: { customerId } } }`.
 *
 * @throws {Unsafe} where it holds something else besides
 */
export function pathValuesIn(
  { request: { pathValues }, match }: LegacyCall,
  options: Term<TSESTree.ObjectExpression>,
): TSESTree.Property | undefined {
  const [first, inner] = pathValues?.under ?? [];
  if (first === undefined || Object.keys(match.params).length === 0) return undefined;
  const property = propertyOf(options.node, first);
  const value = property?.value;
  if (!property || inner === undefined) return property;
  const isAlone = value?.type === 'ObjectExpression' && value.properties.length === 1;
  if (!isAlone)
    throw new Unsafe('path', `\`${sourceOf(at(options, property))}\` may hold more than what fills it`);
  return property;
}
