import type { TSESTree } from '@typescript-eslint/types';

import { at, type Module, type Node, type Term, termOf } from '../syntax/module.js';
import { calleeName, findVariable, keyName } from '../syntax/scope.js';
import { type FunctionNode, nodesOf } from '../syntax/walk.js';

/** Every mention of a function; undefined where there may be others. */
export type Mentions = (fn: Term<FunctionNode>) => readonly Term[] | undefined;

/**
 * Every call that gives what a function answers, `promise.then(fn)` among them; undefined when it may be called from
 * elsewhere.
 */
export function callersOf(fn: Term<FunctionNode>, mentions: Mentions): readonly Term[] | undefined {
  const references = mentions(fn);
  const calls = references?.flatMap((reference) => {
    const call = callBy(reference.node) ?? thenBy(reference.node);
    return call ? [at(reference, call)] : [];
  });
  // A reference that is no call hands the function on.
  return calls?.length === references?.length ? calls : undefined;
}

/** Every mention of a function that stays in the file; undefined when others may know it. */
export function mentionsInFile({ node, module }: Term<FunctionNode>): readonly Term[] | undefined {
  const name = nameOf(node);
  const statement = node.parent.type === 'VariableDeclarator' ? node.parent.parent : node;
  if (!name || statement.parent?.type.startsWith('Export')) return undefined;
  return referencesTo(name, node, module)?.map((reference) => termOf(reference, module));
}

/** The calls of a function in its file, whoever else calls it: by its name, and for methods by `x.name(…)`. */
export function callsInFile(fn: FunctionNode, module: Module): readonly Node[] {
  const { parent } = fn;
  if (
    parent.type === 'MethodDefinition' ||
    parent.type === 'PropertyDefinition' ||
    parent.type === 'Property'
  ) {
    const name = keyName(parent);
    return name === undefined ? [] : memberCalls(name, module);
  }
  const before = named.get(fn);
  if (before) return before;
  const name = nameOf(fn);
  const references = name && referencesTo(name, fn, module);
  const calls = references?.flatMap((reference) => callBy(reference) ?? []) ?? [];
  named.set(fn, calls);
  return calls;
}

/** The calls of functions by their names. */
const named = new WeakMap<FunctionNode, readonly Node[]>();

function nameOf(fn: FunctionNode): TSESTree.Identifier | undefined {
  const name =
    fn.type === 'FunctionDeclaration'
      ? fn.id
      : fn.parent.type === 'VariableDeclarator'
        ? fn.parent.id
        : undefined;
  return name?.type === 'Identifier' ? name : undefined;
}

function referencesTo({ name }: TSESTree.Identifier, fn: FunctionNode, module: Module): Node[] | undefined {
  return findVariable(name, fn.parent, module)?.references.flatMap(({ identifier, init }) =>
    init ? [] : [identifier],
  );
}

function callBy(reference: Node): Node | undefined {
  const { parent } = reference;
  return parent?.type === 'CallExpression' && parent.callee === reference ? parent : undefined;
}

/** `promise.then(fn)` */
function thenBy(reference: Node): Node | undefined {
  const { parent } = reference;
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return undefined;
  const { property, computed } = parent.callee;
  return keyName({ key: property, computed }) === 'then' && parent.arguments[0] === reference
    ? parent
    : undefined;
}

/** Each method of a class asks. */
const members = new WeakMap<Module['ast'], ReadonlyMap<string, readonly Node[]>>();

function memberCalls(name: string, module: Module): readonly Node[] {
  const byName = members.get(module.ast) ?? memberCallsIn(module);
  members.set(module.ast, byName);
  return byName.get(name) ?? [];
}

function memberCallsIn(module: Module): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const call of nodesOf(module, 'CallExpression')) {
    const name = call.callee.type === 'MemberExpression' ? calleeName(call) : undefined;
    if (name === undefined) continue;
    const same = found.get(name);
    if (same) same.push(call);
    else found.set(name, [call]);
  }
  return found;
}
