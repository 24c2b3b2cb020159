import type { Variable } from '@typescript-eslint/scope-manager';

import type { LegacyCall } from '../../src/analysis/call.js';
import type { Module, Node, Range } from '../../src/syntax/module.js';
import { findVariable, keyName } from '../../src/syntax/scope.js';
import { readsOf } from '../../src/syntax/uses.js';
import { walk } from '../../src/syntax/walk.js';

/** Names that lead from a value to the call, one through the other; more are not looked through. */
const MAX_LINKS = 8;

/**
 * Who else uses what is written at `place`.
 *
 * @param users the calls that may change with it
 * @returns the shared name; undefined when nothing but `users` reaches the place
 */
export function sharedName(
  place: Range,
  users: readonly Pick<LegacyCall, 'call' | 'seen'>[],
  module: Module,
  links = MAX_LINKS,
): string | undefined {
  if (users.some(({ call }) => contains(call.node.range, place))) return undefined;
  const way = nodesAround(place, module);
  const holder = way.find((node) => users.every(({ call }) => !contains(node.range, call.node.range)));
  const variables = holder && variablesOf(holder, place, module);
  if (!holder || !variables || links === 0) return 'other code';
  const key = way
    .slice(way.indexOf(holder))
    .flatMap((node) => (node.type === 'Property' ? [keyName(node)] : []))
    .at(0);
  const isUser = (identifier: Node): boolean =>
    users.some(({ seen }) => seen.has(identifier)) ||
    sharedName(identifier.range, users, module, links - 1) === undefined;
  return variables.find(
    (variable) => isExported(holder) || readsOf(variable, key).some((use) => !isUser(use)),
  )?.name;
}

/** Every node whose text holds `place`, from the outermost. */
export function nodesAround(place: Range, module: Module): Node[] {
  const nodes: Node[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    if (!contains(node.range, place)) return false;
    nodes.push(node);
    return true;
  });
  return nodes;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function isExported({ type, parent }: Node): boolean {
  return type.startsWith('Export') || parent?.type.startsWith('Export') === true;
}

/** The variables through which the place is reached from outside `holder`; undefined for no declaration. */
function variablesOf(holder: Node, place: Range, module: Module): readonly Variable[] | undefined {
  switch (holder.type) {
    case 'ExportNamedDeclaration':
      return holder.declaration ? variablesOf(holder.declaration, place, module) : undefined;
    case 'VariableDeclaration': {
      const declarator = holder.declarations.find(({ range }) => contains(range, place));
      return declarator && module.scopes.getDeclaredVariables(declarator);
    }
    case 'ExpressionStatement':
      return holder.expression.type === 'AssignmentExpression'
        ? assignedVariable(holder.expression.left, module)
        : undefined;
    case 'FunctionDeclaration':
    case 'TSEnumDeclaration':
    case 'ClassDeclaration':
      // A function's parameters are declared by it too; its own name comes first.
      return module.scopes.getDeclaredVariables(holder).slice(0, 1);
    default:
      return undefined;
  }
}

/** `config` of `config.url = …`. */
function assignedVariable(left: Node, module: Module): Variable[] | undefined {
  let root = left;
  while (root.type === 'MemberExpression') root = root.object;
  if (root.type !== 'Identifier') return undefined;
  const variable = findVariable(root.name, root, module);
  return variable && [variable];
}
