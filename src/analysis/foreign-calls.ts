import type { TSESTree } from '@typescript-eslint/types';

import { isMarked } from '../clients/candidates.js';
import { membersOf } from '../syntax/class-members.js';
import { classAround, isInStatic } from '../syntax/class-nodes.js';
import { GLOBAL_OBJECTS, packageOf } from '../syntax/entity.js';
import { HANDING_ON } from '../syntax/kept-values.js';
import type { Module, Node, Term } from '../syntax/module.js';
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
export function isForeign({ node, module, bindings }: Term<TSESTree.CallExpression>): boolean {
  const answers = known.get(module) ?? new Map<Node, boolean>();
  known.set(module, answers);
  // Each call of a long chain asks.
  const passed: Node[] = [];
  let current: Node = node;
  let answer: boolean | undefined;
  while (answer === undefined) {
    const before = answers.get(current);
    if (before !== undefined) answer = before;
    else if (current.type === 'CallExpression') {
      passed.push(current);
      current = current.callee;
    } else if (current.type !== 'MemberExpression')
      answer = current.type === 'Identifier' && isForeignName(current, module);
    else if (!isPlainMember(current, module)) answer = false;
    else if (current.object.type !== 'ThisExpression') current = current.object;
    // What `this` is may be said elsewhere.
    else if (bindings.size > 0) return false;
    else answer = isForeignField(current, module);
  }
  for (const call of passed) answers.set(call, answer);
  return answer;
}

const known = new WeakMap<Module, Map<Node, boolean>>();

/** `this.events` beside `private events = new EventEmitter()` */
function isForeignField(field: TSESTree.MemberExpression, module: Module): boolean {
  const cls = classAround(field.object);
  const name = field.property.type === 'Identifier' ? field.property.name : undefined;
  const [member, second] = (cls && name !== undefined && membersOf(cls).get(name)) || [];
  const value = member?.type === 'PropertyDefinition' && !member.static && !second ? member.value : undefined;
  if (value?.type !== 'NewExpression' || isInStatic(field)) return false;
  return value.callee.type === 'Identifier' && isForeignName(value.callee, module);
}

function isPlainMember({ property, computed }: TSESTree.MemberExpression, module: Module): boolean {
  if (computed || property.type !== 'Identifier' || mayLead(property.name)) return false;
  // `client.send = (path) => …`
  return !isMemberAssigned(property.name, module);
}

function isForeignName(root: TSESTree.Identifier, module: Module): boolean {
  if (mayLead(root.name)) return false;
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
