import type { TSESTree } from '@typescript-eslint/types';

import type { Module, Node, Term } from './module.js';
import { findVariable, keyName } from './scope.js';
import type { Variable } from './scopes/types.js';
import { nodesOf } from './walk.js';

/** A member of a variable that is assigned or called: `config.headers.x = …`, `headers.set(…)`. */
export interface Use {
  readonly path: readonly string[];
  readonly node: TSESTree.AssignmentExpression | TSESTree.CallExpression;
}

interface Uses {
  readonly all: readonly Use[];
  readonly byName: ReadonlyMap<string, readonly Use[]>;
  /** `config.url = …`, by the member's name. */
  readonly assigned: ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]>;
}

const NOTHING: Uses = { all: [], byName: new Map(), assigned: new Map() };

/** A client may be used in every line of a large file, and each use asks for all of them. */
const usesByVariable = new WeakMap<Variable, Uses>();

/**
 * What the file does to the members of the variable that `term` names, in source order.
 *
 * @param name only to this member, and what is below it
 */
export function usesOf(term: Term, name?: string): readonly Use[] {
  if (name !== undefined && !namedIn(term.module).has(name)) return [];
  const uses = usesIn(term);
  return name === undefined ? uses.all : (uses.byName.get(name) ?? []);
}

/** The assignments to the member `name` of the variable that `term` names. */
export function assignmentsTo(term: Term, name: string): readonly TSESTree.AssignmentExpression[] {
  if (!assignedIn(term.module).has(name)) return [];
  return usesIn(term).assigned.get(name) ?? [];
}

/** Whether a member of this name is assigned anywhere in the file. */
export function isMemberAssigned(name: string, module: Module): boolean {
  return assignedIn(module).has(name);
}

/** The names of members that a file mentions: few files have one that is asked for, and to ask that is cheap. */
function namedIn(module: Module): ReadonlySet<string> {
  return remembered(named, module, () => nodesOf(module, 'MemberExpression'));
}

/** The names of members that a file assigns. */
function assignedIn(module: Module): ReadonlySet<string> {
  return remembered(assigned, module, () =>
    nodesOf(module, 'AssignmentExpression').flatMap(({ left }) =>
      left.type === 'MemberExpression' ? [left] : [],
    ),
  );
}

type Names = WeakMap<TSESTree.Program, ReadonlySet<string>>;

const named: Names = new WeakMap();
const assigned: Names = new WeakMap();

function remembered(
  known: Names,
  { ast }: Module,
  members: () => readonly TSESTree.MemberExpression[],
): ReadonlySet<string> {
  const before = known.get(ast);
  if (before) return before;
  const names = new Set<string>();
  for (const { property, computed } of members()) {
    const name = keyName({ key: property, computed });
    if (name !== undefined) names.add(name);
  }
  known.set(ast, names);
  return names;
}

function usesIn({ node, module }: Term): Uses {
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  return variable ? usesOfVariable(variable) : NOTHING;
}

function usesOfVariable(variable: Variable): Uses {
  const before = usesByVariable.get(variable);
  if (before) return before;
  const all = variable.references.flatMap(({ identifier }) => useOf(identifier) ?? []);
  const byName = new Map<string, Use[]>();
  const assignedByName = new Map<string, TSESTree.AssignmentExpression[]>();
  for (const use of all) {
    const [first = '', ...more] = use.path;
    add(byName, first, use);
    if (more.length === 0 && use.node.type === 'AssignmentExpression') add(assignedByName, first, use.node);
  }
  const uses = { all, byName, assigned: assignedByName };
  usesByVariable.set(variable, uses);
  return uses;
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const same = map.get(key);
  if (same) same.push(item);
  else map.set(key, [item]);
}

function useOf(identifier: Node): Use | undefined {
  const path: string[] = [];
  let node: Node = identifier;
  for (let parent = node.parent; parent?.type === 'MemberExpression'; parent = node.parent) {
    const name = keyName({ key: parent.property, computed: parent.computed });
    if (parent.object !== node || name === undefined) return undefined;
    path.push(name);
    node = parent;
  }
  const { parent } = node;
  if (path.length === 0) return undefined;
  if (parent?.type === 'AssignmentExpression' && parent.left === node) return { path, node: parent };
  return parent?.type === 'CallExpression' && parent.callee === node ? { path, node: parent } : undefined;
}

/** The references that read a variable, or its member `key`: `PATHS.other` is no read of `PATHS.link`. */
export function readsOf(variable: Variable, key: string | undefined): Node[] {
  return variable.references.flatMap(({ identifier, init }) => {
    if (init) return [];
    const { parent } = identifier;
    if (parent.type === 'AssignmentExpression' && parent.left === identifier) return [];
    if (parent.type === 'MemberExpression' && parent.object === identifier) {
      const name = keyName({ key: parent.property, computed: parent.computed });
      if (key !== undefined && name !== undefined && name !== key) return [];
      // `config.url = …` writes it.
      if (parent.parent.type === 'AssignmentExpression' && parent.parent.left === parent) return [];
    }
    return [identifier];
  });
}
