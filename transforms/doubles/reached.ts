import { importSources } from '../../src/analysis/imports.js';
import type { Module } from '../../src/syntax/module.js';
import type { PlannedCall } from '../plan.js';

/** The calls in the files that a test imports, directly or not; all of them where it imports none. */
export function reachedFrom(test: Module, calls: readonly PlannedCall[]): readonly PlannedCall[] {
  const seen = new Set<Module>([test]);
  for (const module of seen)
    for (const source of importSources(module)) {
      const other = module.link?.(source);
      if (other) seen.add(other);
    }
  const reached = calls.filter(({ call }) => seen.has(call.call.module));
  return reached.length > 0 ? reached : calls;
}
