import type { TSESTree } from '@typescript-eslint/types';

import { type Entity, entityOf } from '../syntax/entity.js';
import { at, type Term } from '../syntax/module.js';

/** A client or an instance derived from it: the member path from there, and the options it was made with. */
export interface Instance {
  readonly path: readonly string[];
  /** Nearest first. */
  readonly defaults: readonly Term[];
  /** The calls that made it: `axios.create(…)`; nearest first. */
  readonly made: readonly Term<TSESTree.CallExpression | TSESTree.NewExpression>[];
}

/** Where a client comes from. */
export interface Root {
  readonly packages: readonly string[];
  /** Names under which the packages export the client itself. */
  readonly names?: readonly string[];
  /** Names under which it is there without an import. */
  readonly globals?: readonly string[];
  /** Types of a client or an instance, such as `AxiosInstance`. */
  readonly types?: readonly string[];
}

/**
 * Reads `entity` as something of a client package or of an instance made by one of its factories.
 *
 * @param factories names of the functions that make an instance, such as `create`
 */
export function instanceOf(
  entity: Entity,
  root: Root,
  factories: readonly string[] = [],
): Instance | undefined {
  if (entity.kind === 'module') {
    if (!root.packages.includes(entity.source)) return undefined;
    const [first, ...rest] = entity.path;
    const path = first !== undefined && root.names?.includes(first) ? rest : entity.path;
    return { path, defaults: [], made: [] };
  }
  if (entity.kind === 'global') {
    const [first, ...rest] = entity.path;
    const isRoot = first !== undefined && root.globals?.includes(first);
    return isRoot ? { path: rest, defaults: [], made: [] } : undefined;
  }
  if (entity.kind === 'typed') {
    const { of } = entity;
    const isOne =
      of.kind === 'module' && root.packages.includes(of.source) && root.types?.includes(of.path.join('.'));
    return isOne ? { path: entity.path, defaults: [], made: [] } : undefined;
  }
  if (entity.kind !== 'result') return undefined;
  const made = instanceOf(entity.of, root, factories);
  const [factory, ...more] = made?.path ?? [];
  if (!made || factory === undefined || more.length > 0 || !factories.includes(factory)) return undefined;
  // `got.extend(a, b)`: the last one wins.
  const options = entity.call.node.arguments.map((node) => at(entity.call, node)).toReversed();
  return { path: entity.path, defaults: [...options, ...made.defaults], made: [entity.call, ...made.made] };
}

/** The package whose `inject` gives what it is asked for by its type. */
export const INJECTING = '@angular/core';

/**
 * The way of member names from a value that is declared to be one of a package's types: `['post']` of
 * `this.http.post` below `constructor(private http: HttpClient)`, or with `inject(HttpClient)`.
 */
export function typedAs(
  entity: Entity,
  packageName: string,
  typeNames: readonly string[],
): readonly string[] | undefined {
  const type = declaredType(entity);
  const isOne =
    type?.kind === 'module' && type.source === packageName && typeNames.includes(type.path.join('.'));
  return isOne ? entity.path : undefined;
}

function declaredType(entity: Entity): Entity | undefined {
  if (entity.kind === 'typed') return entity.of;
  if (entity.kind !== 'result' || entity.of.kind !== 'module') return undefined;
  // `inject(HttpClient)`
  const { source, path } = entity.of;
  const [token] = entity.call.node.arguments;
  return source === INJECTING && path.join('.') === 'inject' && token
    ? entityOf(at(entity.call, token))
    : undefined;
}
