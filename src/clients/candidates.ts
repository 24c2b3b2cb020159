import type { TSESTree } from '@typescript-eslint/types';

import { type Entity } from '../syntax/entity.js';
import { at, type Node } from '../syntax/module.js';
import { deref } from '../syntax/resolve.js';
import { keyName } from '../syntax/scope.js';
import type { CallSite, Client, Marks } from './client.js';
import { CLIENTS } from './index.js';

const NONE: readonly Client[] = [];
const REST = '*';

const packages = marked('packages');
const globals = marked('globals');
const called = marked('called');
const on = marked('on');
/** Packages of which only the beginning of the name is said. */
const families = [...packages].filter(([name]) => name.endsWith(REST));

/** The clients that bear a mark of the call, in the order of the registry: no other one can know it. */
export function candidatesFor({ call, callee }: CallSite): readonly Client[] {
  const root = rootOf(callee);
  const written = lastName(call.node.callee);
  const denoted = callee.path.at(-1);
  const sources = root.kind === 'module' ? clientsOfPackage(root.source) : globals.get(root.path[0] ?? '');
  const names = called.get(written ?? '');
  const aliases = denoted === written ? undefined : called.get(denoted ?? '');
  return joined(joined(joined(sources, names), aliases), clientsOfReceiver(call));
}

/** What the callee goes back to, by whatever calls and types. */
function rootOf(entity: Entity): Entity & { readonly kind: 'module' | 'global' } {
  let root = entity;
  while (root.kind === 'result' || root.kind === 'typed') root = root.of;
  return root;
}

function clientsOfPackage(source: string): readonly Client[] | undefined {
  const own = packages.get(source);
  const family = families.find(([name]) => source.startsWith(name.slice(0, -REST.length)));
  return family ? joined(own, family[1]) : own;
}

/** Whether a package or a global, or a name that something is called by, is one of a client's. */
export function isMarked(mark: keyof Marks, name: string): boolean {
  switch (mark) {
    case 'packages':
      return clientsOfPackage(name) !== undefined;
    case 'globals':
      return globals.has(name);
    case 'called':
      return called.has(name);
    case 'on':
      return on.has(name);
  }
}

function clientsOfReceiver(call: CallSite['call']): readonly Client[] | undefined {
  const { callee } = call.node;
  if (callee.type !== 'MemberExpression') return undefined;
  return on.get(lastName(deref(at(call, callee.object)).node) ?? '');
}

/** `c` of `a.b.c` and of `a.b.c!`. */
function lastName(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return keyName({ key: node.property, computed: node.computed });
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return lastName(node.expression satisfies TSESTree.Expression);
    default:
      return undefined;
  }
}

function joined(
  left: readonly Client[] | undefined,
  right: readonly Client[] | undefined,
): readonly Client[] {
  if (!left || !right) return left ?? right ?? NONE;
  return CLIENTS.filter((client) => left.includes(client) || right.includes(client));
}

function marked(mark: keyof Marks): ReadonlyMap<string, readonly Client[]> {
  const byName = new Map<string, Client[]>();
  for (const client of CLIENTS)
    for (const name of client.marks[mark] ?? []) byName.set(name, [...(byName.get(name) ?? []), client]);
  return byName;
}
