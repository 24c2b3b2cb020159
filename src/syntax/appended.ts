import type { TSESTree } from '@typescript-eslint/types';

import { holeFor } from './holes.js';
import { at, type Node, type Term } from './module.js';
import type { Budget } from './resolve.js';
import { findVariable } from './scope.js';
import type { Evaluate, Text } from './text.js';
import { isFunction } from './walk.js';

/**
 * The text of a variable that is put together by statements, as it is where `term` reads it:
 * `let url = base; url += '/card/list'; if (fresh) url += '?fresh=1';`
 *
 * @returns undefined where a loop, another function or anything but `=` and `+=` writes it
 */
export function appendedText(term: Term, evaluate: Evaluate, budget: Budget): Text | undefined {
  const { node, module } = term;
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const [definition] = variable?.defs ?? [];
  if (!variable || variable.defs.length !== 1 || definition?.type !== 'Variable') return undefined;
  const declarator = definition.node;
  if (declarator.id.type !== 'Identifier') return undefined;
  const home = functionAround(declarator);
  if (functionAround(node) !== home) return undefined;
  let isWritten = false;
  let text: Text | undefined = declarator.init ? evaluate(at(term, declarator.init), budget) : undefined;
  for (const write of variable.references) {
    if (!write.isWrite() || write.init || write.identifier.range[0] >= node.range[0]) continue;
    const assignment = assignmentOf(write.identifier);
    if (!assignment || functionAround(assignment) !== home || isInLoop(assignment, declarator))
      return undefined;
    isWritten = true;
    const value = evaluate(at(term, assignment.right), budget);
    const isCertain = blockOf(assignment) === blockOf(declarator);
    if (assignment.operator === '=') {
      // In a branch it is one of two.
      if (!isCertain) return undefined;
      text = value;
    } else if (isCertain) text = [...(text ?? []), ...value];
    else if (!isQuery(value)) text = [...(text ?? []), holeFor(at(term, assignment.right))];
  }
  return isWritten ? text : undefined;
}

/** What follows the path says nothing of it. */
function isQuery([first]: Text): boolean {
  return first?.kind === 'text' && /^[?&#]/.test(first.text);
}

function assignmentOf({ parent }: Node): TSESTree.AssignmentExpression | undefined {
  if (parent?.type !== 'AssignmentExpression') return undefined;
  return parent.operator === '=' || parent.operator === '+=' ? parent : undefined;
}

function functionAround(node: Node): Node | undefined {
  for (let { parent } = node; parent; parent = parent.parent) if (isFunction(parent)) return parent;
  return undefined;
}

function isInLoop(node: Node, declarator: Node): boolean {
  const block = blockOf(declarator);
  for (let { parent } = node; parent && parent !== block; parent = parent.parent)
    if (/^(?:For|While|DoWhile)/.test(parent.type)) return true;
  return false;
}

function blockOf(node: Node): Node | undefined {
  for (let { parent } = node; parent; parent = parent.parent)
    if (
      /^(?:BlockStatement|Program|IfStatement|SwitchCase|StaticBlock)$/.test(parent.type) ||
      isFunction(parent)
    )
      return parent;
  return undefined;
}
