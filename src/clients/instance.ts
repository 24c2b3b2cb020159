import type { Entity } from '../syntax/entity.js';
import { at, type Term } from '../syntax/module.js';

/** A client or an instance derived from it: the member path from there, and the options it was made with. */
export interface Instance {
  readonly path: readonly string[];
  /** Nearest first. */
  readonly defaults: readonly Term[];
}

/**
 * Reads `entity` as something of a client package or of an instance made by one of its factories.
 *
 * @param root the packages, and names under which the packages export the client itself
 * @param factories names of the functions that make an instance, such as `create`
 */
export function instanceOf(
  entity: Entity,
  root: { readonly packages: readonly string[]; readonly names?: readonly string[] },
  factories: readonly string[],
): Instance | undefined {
  if (entity.kind === 'module') {
    if (!root.packages.includes(entity.source)) return undefined;
    const [first, ...rest] = entity.path;
    return { path: first !== undefined && root.names?.includes(first) ? rest : entity.path, defaults: [] };
  }
  if (entity.kind !== 'result') return undefined;
  const made = instanceOf(entity.of, root, factories);
  const [factory, ...more] = made?.path ?? [];
  if (!made || factory === undefined || more.length > 0 || !factories.includes(factory)) return undefined;
  // `got.extend(a, b)`: the last one wins.
  const options = entity.call.node.arguments.map((node) => at(entity.call, node)).toReversed();
  return { path: entity.path, defaults: [...options, ...made.defaults] };
}
