import type { LegacyCall } from '../../src/analysis/call.js';
import type { Module, Node } from '../../src/syntax/module.js';
import { isUsable } from '../../src/syntax/names.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { findVariable } from '../../src/syntax/scope.js';
import type { Variable } from '../../src/syntax/scopes/types.js';
import { mayBeMissing, membersOf } from './declared.js';
import type { Evidence } from './evidence.js';
import { fromInit } from './init-answer.js';

const NAME = 'applicationId';

/**
 * The id of the customer's application, as far as the code itself holds it: a variable or a member of that name beside
 * the customer's id, or what the init before the call answers.
 *
 * @param target where it is to be written
 * @param customer the expression of the customer's id
 * @param calls the legacy calls of the file that move with this one
 */
export function applicationIdFor(
  { call }: LegacyCall,
  target: Node,
  customer: Node | undefined,
  calls: readonly LegacyCall[],
): Evidence | undefined {
  if (!customer) return undefined;
  const { module } = call;
  const source = variableFor(customer, target, module) ?? memberFor(customer, module);
  if (source !== undefined) return { source, notes: [], edits: [] };
  return fromInit(call.node, target, customer, module, calls);
}

/** `applicationId`, declared no further out than the customer's id: one application is one customer's. */
function variableFor(customer: Node, target: Node, module: Module): string | undefined {
  const variable = findVariable(NAME, target, module);
  if (!variable || !isUsable(NAME, target, module) || !isValue(variable)) return undefined;
  const root = rootOf(customer);
  const owner = root.type === 'Identifier' ? findVariable(root.name, root, module) : undefined;
  if (!owner) return undefined;
  for (let scope = variable.scope; ;) {
    if (scope === owner.scope) return NAME;
    if (!scope.upper) return undefined;
    scope = scope.upper;
  }
}

/** A parameter or a constant that has a value. */
function isValue({ defs, references, identifiers: [name] }: Variable): boolean {
  const [definition, second] = defs;
  if (!definition || second || !name || references.some((item) => item.isWrite() && !item.init)) return false;
  if (name.type === 'Identifier' && mayBeMissing(name)) return false;
  if (definition.type === 'Parameter') return true;
  return definition.type === 'Variable' && definition.node.init !== null;
}

/** `session.applicationId` beside `session.customerId`, where its type says that it is there. */
function memberFor(customer: Node, module: Module): string | undefined {
  if (customer.type !== 'MemberExpression' || customer.computed) return undefined;
  const { object } = customer;
  if (object.type !== 'Identifier' && object.type !== 'ThisExpression') return undefined;
  const members = membersOf(object, module);
  return members.includes(NAME) ? `${module.text.slice(...rangeOf(object))}.${NAME}` : undefined;
}

function rootOf(node: Node): Node {
  return node.type === 'MemberExpression' ? rootOf(node.object) : node;
}
