import type { TSESTree } from '@typescript-eslint/types';

import { constantKey } from './constant-key.js';
import { at, type Term, termOf } from './module.js';
import { remembering } from './remember.js';
import type { Budget } from './budget.js';
import { keyName } from './scope.js';
import { ancestor, isFunction } from './walk.js';

type Deref = (term: Term, budget?: Budget) => Term;
type ByKey = ReadonlyMap<string, TSESTree.Property>;

/** What `[Kind.start]: …` is called, where its name is a constant. */
export function computedKey(
  object: Term,
  property: TSESTree.Property,
  deref: Deref,
  budget?: Budget,
): string | undefined {
  if (!property.computed) return undefined;
  return constantKey(deref(at(object, property.key), budget).node);
}

/**
 * Some properties of an object by their names, computed or not; of two with one name the last. A table may be asked for
 * each of them. Undefined where a call decides what they are called.
 */
export function propertiesByKey(
  object: Term,
  properties: readonly TSESTree.Property[],
  deref: Deref,
): ByKey | undefined {
  const { node, module, bindings } = object;
  if (bindings.size > 0 && ancestor(node, isFunction)) return undefined;
  const memory = memoryOf(termOf(node, module));
  if (memory.byKey) return memory.byKey;
  const byKey = new Map<string, TSESTree.Property>();
  // A name that is read from the table itself.
  memory.byKey = byKey;
  for (const property of properties) {
    const key = keyName(property) ?? computedKey(termOf(node, module), property, deref);
    if (key !== undefined) byKey.set(key, property);
  }
  return byKey;
}

/** Filled by the first who asks. */
const memoryOf = remembering((): { byKey?: ByKey } => ({}));
