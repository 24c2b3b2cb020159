import type { TSESTree } from '@typescript-eslint/types';

import { firstIndex } from './first-index.js';
import { holeFor } from './holes.js';
import { at, type Node, type Term } from './module.js';
import type { Budget } from './budget.js';
import { rangeOf, startOf } from './ranges.js';
import { findVariable } from './scope.js';
import type { Variable } from './scopes/types.js';
import type { Evaluate, Part, Text } from './text.js';
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
  const writes = writesBefore(node, variable, declarator);
  if (!writes || writes.length === 0) return undefined;
  const isSet = writes[0]?.assignment.operator === '=';
  const text: Part[] = declarator.init && !isSet ? [...evaluate(at(term, declarator.init), budget)] : [];
  for (const { assignment, isCertain } of writes) {
    // Too many to follow: the rest of it would be missing.
    if (budget.steps <= 0) return undefined;
    const value = evaluate(at(term, assignment.right), budget);
    if (isCertain) text.push(...value);
    else if (!isQuery(value)) text.push(holeFor(at(term, assignment.right)));
  }
  return text;
}

interface Write {
  readonly assignment: TSESTree.AssignmentExpression;
  readonly isCertain: boolean;
}

/** The writes of a variable in source order, up to the first one that makes its text unknown. */
interface Writes {
  readonly list: readonly Write[];
  /** For each of them, the position of the last one that sets the whole text; -1 for none. */
  readonly lastSet: readonly number[];
  readonly unknownFrom: number;
}

/** A variable may be written, and read, in every line of a large file. */
const known = new WeakMap<Variable, Writes>();

/** What makes the text that `node` reads: from the last `=` on. */
function writesBefore(
  node: Node,
  variable: Variable,
  declarator: TSESTree.VariableDeclarator,
): readonly Write[] | undefined {
  const { list, lastSet, unknownFrom } = writesOf(variable, declarator);
  const [end] = rangeOf(node);
  if (unknownFrom < end) return undefined;
  const count = firstIndex(list, ({ assignment }) => startOf(assignment.left) >= end);
  return list.slice(Math.max(lastSet[count - 1] ?? -1, 0), count);
}

function writesOf(variable: Variable, declarator: TSESTree.VariableDeclarator): Writes {
  const before = known.get(variable);
  if (before) return before;
  const list: Write[] = [];
  const lastSet: number[] = [];
  let unknownFrom = Infinity;
  const home = functionAround(declarator);
  for (const { identifier } of variable.references
    .filter((reference) => reference.isWrite() && !reference.init)
    .sort((left, right) => startOf(left.identifier) - startOf(right.identifier))) {
    const assignment = assignmentOf(identifier);
    const isCertain = assignment !== undefined && blockOf(assignment) === blockOf(declarator);
    const isSet = assignment?.operator === '=';
    if (
      !assignment ||
      functionAround(assignment) !== home ||
      isInLoop(assignment, declarator) ||
      // In a branch it is one of two.
      (isSet && !isCertain)
    ) {
      [unknownFrom] = rangeOf(identifier);
      break;
    }
    lastSet.push(isSet ? list.length : (lastSet.at(-1) ?? -1));
    list.push({ assignment, isCertain });
  }
  const writes = { list, lastSet, unknownFrom };
  known.set(variable, writes);
  return writes;
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
