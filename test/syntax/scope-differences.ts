import {
  analyze,
  type Scope as HostScope,
  type Variable as HostVariable,
} from '@typescript-eslint/scope-manager';

import type { Module, Node } from '../../src/syntax/module.js';
import { endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import type { Scope, Variable } from '../../src/syntax/scopes/types.js';
import { walk } from '../../src/syntax/walk.js';

interface Compared {
  readonly variables: number;
  readonly references: number;
  /** One line for each thing that is not the same. */
  readonly differences: readonly string[];
}

/** The scopes of a module beside those that typescript-eslint finds in its tree. */
export function compareScopes(module: Module): Compared {
  const { ast, file, scopes, visitorKeys } = module;
  const { sourceType } = ast;
  // No reference to React for each `<a>`: nobody wrote it.
  const options = { globalReturn: sourceType === 'script', jsxPragma: null, lib: [], sourceType };
  walk(ast, visitorKeys, (node) => void (node.range = [startOf(node), endOf(node)]));
  const host = analyze(ast, options);
  const pairs = new Map<HostVariable, Variable>();
  const differences: string[] = [];
  let references = 0;
  const differ = (at: Node, what: string): void => void differences.push(`${file} ${startOf(at)}: ${what}`);

  for (const scope of host.scopes.filter(isKept)) {
    const own = ownScope(scope, module);
    const names = [...scope.set.values()].filter(({ defs }) => defs.length > 0).map(({ name }) => name);
    if (!isSame(names, [...(own?.set.keys() ?? [])]))
      differ(scope.block, `${names.join()} in the ${scope.type} scope`);
    for (const name of names) {
      const expected = scope.set.get(name);
      const variable = own?.set.get(name);
      if (!expected || !variable) continue;
      pairs.set(expected, variable);
      references += expected.references.length;
      if (!isSame(expected.defs.map(definitionText), variable.defs.map(definitionText)))
        differ(scope.block, `the definitions of ${name}`);
      if (expected.identifiers.some((item) => !variable.identifiers.some((other) => item === other)))
        differ(scope.block, `the identifiers of ${name}`);
      if (!isSame(expected.references.map(referenceText), variable.references.map(referenceText)))
        differ(scope.block, `the references of ${name}`);
    }
  }
  walk(ast, visitorKeys, (node) => {
    const expected = host
      .getDeclaredVariables(node)
      // `x = 1`, where nobody declares it.
      .filter(({ defs: [first] }) => String(first?.type) !== 'ImplicitGlobalVariable')
      .map((item) => pairs.get(item));
    const declared = scopes.getDeclaredVariables(node);
    if (expected.length !== declared.length || expected.some((item, index) => item !== declared[index]))
      differ(node, `what ${node.type} declares`);
  });
  return { variables: pairs.size, references, differences };
}

/** The scopes of a program are one for us; those of field values and of `with` hold no names. */
function isKept(scope: HostScope, _index: number, [global, second]: readonly HostScope[]): boolean {
  if (scope === global) return second?.block !== scope.block;
  return scope.type !== 'class-field-initializer' && scope.type !== 'with';
}

function ownScope({ type, block }: HostScope, { scopes }: Module): Scope | null | undefined {
  const scope = scopes.scopeAt(block);
  return type === 'function-expression-name' ? scope?.upper : scope;
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.toSorted().join('\n') === right.toSorted().join('\n');
}

function definitionText({
  type,
  name,
  node,
  parent,
}: {
  readonly type: string;
  readonly name: Node;
  readonly node: Node;
  readonly parent?: Node | null | undefined;
}): string {
  return [type, placeOf(name), placeOf(node), placeOf(parent)].join(' ');
}

function referenceText(reference: Variable['references'][number]): string {
  const { identifier, init, writeExpr } = reference;
  const acts = `${reference.isRead() ? 'r' : ''}${reference.isWrite() ? 'w' : ''}`;
  return [placeOf(identifier), acts, reference.isWrite() && init, placeOf(writeExpr)].join(' ');
}

function placeOf(node: Node | null | undefined): string {
  return node ? `${node.type}@${rangeOf(node).join('-')}` : '';
}
