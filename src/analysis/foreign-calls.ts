import type { TSESTree } from '@typescript-eslint/types';

import { isMarked } from '../clients/candidates.js';
import { GLOBAL_OBJECTS, packageOf } from '../syntax/entity.js';
import { HANDING_ON } from '../syntax/kept-values.js';
import type { Node, Term } from '../syntax/module.js';
import { MERGES } from '../syntax/object-members.js';
import { bindingOf, findVariable } from '../syntax/scope.js';
import { isMemberAssigned } from '../syntax/uses.js';
import { ASKS } from './givers.js';
import { isCaller } from './handed-on.js';

/** Names of calls that may lead back to something of the project's. */
const LEADING = new Set([...HANDING_ON, ...MERGES, 'call', 'apply', 'require']);

/**
 * Whether a call is evidently made on something of the platform, or of a package that is no client, and leads to nothing
 * of the project's: `z.string().min(1)`, `Math.round(x)`. Half of the calls of a file are; nobody needs to find out what
 * they stand for. What is not evident is not foreign.
 */
export function isForeign({ node, module }: Term<TSESTree.CallExpression>): boolean {
  let root: Node = node.callee;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression') {
    if (root.type === 'MemberExpression') {
      const { property, computed } = root;
      if (computed || property.type !== 'Identifier' || mayLead(property.name)) return false;
      // `client.send = (path) => …`
      if (isMemberAssigned(property.name, module)) return false;
      root = root.object;
    } else root = root.callee;
  }
  if (root.type !== 'Identifier' || mayLead(root.name)) return false;
  const variable = findVariable(root.name, root, module);
  if (!variable) return !isMarked('globals', root.name) && !GLOBAL_OBJECTS.has(root.name);
  const binding = bindingOf(variable);
  if (binding.kind !== 'import' || module.link?.(binding.source)) return false;
  const source = packageOf(binding.source);
  return !isMarked('packages', source) && !isCaller(source);
}

function mayLead(name: string): boolean {
  return LEADING.has(name) || ASKS.test(name) || isMarked('called', name) || isMarked('on', name);
}
