import type { TSESTree } from '@typescript-eslint/types';

import { firstIndex } from './first-index.js';
import { holeFor } from './holes.js';
import { at, type Node, type Term } from './module.js';
import type { Budget } from './budget.js';
import { filled, keptBy } from './kept-paths.js';
import { endOf, isWithin, startOf } from './ranges.js';
import { findVariable } from './scope.js';
import type { Variable } from './scopes/types.js';
import { type Evaluate, isSamePart, type Text } from './text.js';
import { isFunction } from './walk.js';

/**
 * The text of a variable that is put together by statements, as it is where `term` reads it:
 * `let url = base; url += '/card/list'; if (fresh) url = `${url}?fresh=1`;`
 *
 * @returns undefined where a loop, another function or a branch writes more than a query
 */
export function appendedText(term: Term, evaluate: Evaluate, budget: Budget): Text | undefined {
  const declarator = declaratorOf(term);
  const place = declarator && placeOfRead(term.node, declarator.node);
  const writes = place && writesBefore(place, declarator.variable, declarator.node);
  if (!writes) return undefined;
  const { init } = declarator.node;
  if (writes.length === 0 && (!init || !isWritten(declarator.variable))) return undefined;
  const isSet = writes[0]?.isCertain && writes[0].assignment.operator === '=';
  let text: Text = init && !isSet ? evaluate(at(term, init), budget) : [];
  for (const { assignment, isCertain, isStrange } of writes) {
    // Too many to follow: the rest of it would be missing.
    if (budget.steps <= 0 || text.length > MOST_PARTS) return undefined;
    const right = at(term, assignment.right);
    // `for (const key in ids) url = url.replace(`:${key}`, ids[key])`
    const kept = isCertain ? undefined : keptBy(assignment, declarator.variable.name);
    if (kept === 'filled') text = filled(text, right);
    if (kept) continue;
    const value = evaluate(right, budget);
    if (assignment.operator === '=' && isCertain) {
      text = value;
      continue;
    }
    const added = assignment.operator === '=' ? behind(text, value) : value;
    if (added && isCertain) text = [...text, ...added];
    else if (added && isOnlyQuery(right, added, evaluate, budget)) continue;
    else if (added && !isStrange) text = [...text, holeFor(right)];
    else return undefined;
  }
  return text.length > MOST_PARTS ? undefined : text;
}

/** What a variable is set to in one branch or the other, where that is all that is known of it. */
export function setValues(term: Term): readonly Term[] {
  const declarator = declaratorOf(term);
  if (!declarator || declarator.variable.references.length > MOST_REFERENCES) return [];
  const { node, variable } = declarator;
  const set = variable.references.flatMap(({ identifier }) => {
    const assignment = assignmentOf(identifier);
    const isBefore = assignment?.left === identifier && endOf(assignment) <= startOf(term.node);
    return isBefore && assignment.operator === '=' ? [assignment.right] : [];
  });
  if (set.length === 0) return [];
  return [...(node.init ? [node.init] : []), ...set].map((value) => at(term, value));
}

/** A URL has fewer; a text that is made of itself may double with each statement. */
const MOST_PARTS = 60;
/** What is written or read more often is no URL, but a parser's state. */
const MOST_REFERENCES = 20;
const MOST_WRITES = 60;

interface Declared {
  readonly variable: Variable;
  readonly node: TSESTree.VariableDeclarator;
}

function declaratorOf({ node, module }: Term): Declared | undefined {
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const [definition, another] = variable?.defs ?? [];
  if (!variable || another || definition?.type !== 'Variable') return undefined;
  const declarator = definition.node;
  return declarator.id.type === 'Identifier' ? { variable, node: declarator } : undefined;
}

/** The read, or the function around it that is made after all that is written: `retry(() => fetch(url))`. */
function placeOfRead(read: Node, declarator: Node): Node | undefined {
  const home = functionAround(declarator);
  let place = read;
  for (let fn = functionAround(read); fn !== home; fn = functionAround(fn)) {
    if (!fn) return undefined;
    place = fn;
  }
  return place;
}

interface Write {
  readonly assignment: TSESTree.AssignmentExpression;
  readonly isCertain: boolean;
  /** In a loop, or in another function. */
  readonly isStrange: boolean;
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

/** What makes the text that a read at `place` gives: from the last `=` on. */
function writesBefore(
  place: Node,
  variable: Variable,
  declarator: TSESTree.VariableDeclarator,
): readonly Write[] | undefined {
  const { list, lastSet, unknownFrom } = writesOf(variable, declarator);
  const end = startOf(place);
  if (unknownFrom < end) return undefined;
  const count = firstIndex(list, ({ assignment }) => startOf(assignment.left) >= end);
  // A function runs when all is written.
  if (isFunction(place) && (count < list.length || unknownFrom < Infinity)) return undefined;
  // `url = `${url}?fresh=1`` reads what was there before.
  const last = list[count - 1];
  const before = last && isWithin(place, last.assignment) ? count - 1 : count;
  const from = Math.max(lastSet[before - 1] ?? -1, 0);
  return before - from > MOST_WRITES ? undefined : list.slice(from, before);
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
    if (!assignment) {
      unknownFrom = startOf(identifier);
      break;
    }
    const isStrange = functionAround(assignment) !== home || isInLoop(assignment, declarator);
    const isCertain = !isStrange && blockOf(assignment) === blockOf(declarator);
    const isSet = isCertain && assignment.operator === '=';
    lastSet.push(isSet ? list.length : (lastSet.at(-1) ?? -1));
    list.push({ assignment, isCertain, isStrange });
  }
  const writes = { list, lastSet, unknownFrom };
  known.set(variable, writes);
  return writes;
}

function isWritten({ references }: Variable): boolean {
  return references.some((reference) => reference.isWrite() && !reference.init);
}

/** What stands in a text behind another one that it begins with. */
function behind(text: Text, whole: Text): Text | undefined {
  return text.every((part, index) => isSamePart(part, whole[index])) ? whole.slice(text.length) : undefined;
}

/** What follows the path says nothing of it: `?fresh=1`, and `url.includes('?') ? '&fresh=1' : '?fresh=1'`. */
function isOnlyQuery(added: Term, [first]: Text, evaluate: Evaluate, budget: Budget): boolean {
  const { node } = added;
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].every((branch) => {
      const either = at(added, branch);
      return isOnlyQuery(either, evaluate(either, budget), evaluate, budget);
    });
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
