import { importsIn } from '../../src/analysis/imports.js';
import type { Module, Node } from '../../src/syntax/module.js';

/** The files of a run, as far as they use each other's exports. */
export interface Reach {
  /** No file outside of the run can import one of its files. */
  readonly isWhole: boolean;
  has(module: Module): boolean;
  readonly modules: readonly Module[];
  /** Where files of the run import, re-export or require a module. */
  importsOf(module: Module): readonly ImportPlace[];
}

/** A declaration, an `import(…)` or a `require(…)` that names a module. */
export interface ImportPlace {
  readonly module: Module;
  readonly node: Node;
}

export function reachOf(modules: readonly Module[], isWhole: boolean): Reach {
  const own = new Set(modules);
  let index: Map<Module, ImportPlace[]> | undefined;
  return {
    isWhole,
    modules,
    has: (module) => own.has(module),
    importsOf(module) {
      // Few runs edit what is exported, and then it is asked for each of it.
      index ??= indexOf(modules);
      return index.get(module) ?? [];
    },
  };
}

function indexOf(modules: readonly Module[]): Map<Module, ImportPlace[]> {
  const index = new Map<Module, ImportPlace[]>();
  for (const module of modules)
    for (const { node, source } of importsIn(module)) {
      const target = module.link?.(source);
      if (target) index.set(target, [...(index.get(target) ?? []), { module, node }]);
    }
  return index;
}
