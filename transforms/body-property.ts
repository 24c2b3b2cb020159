import { evaluateKnown } from '../src/syntax/evaluate.js';
import { at, sourceOf, type Term } from '../src/syntax/module.js';
import { type Budget, deref, newBudget } from '../src/syntax/resolve.js';
import { calleeName, findVariable } from '../src/syntax/scope.js';
import { hasEffect } from './effects.js';
import type { BodyProperty } from './recipes/recipe.js';

/** What is known of a value that a request carries. */
export function propertyOf(name: string, term: Term): BodyProperty {
  const variable =
    term.node.type === 'Identifier' ? findVariable(term.node.name, term.node, term.module) : undefined;
  const isOnlyUse = variable?.references.filter((reference) => reference.isRead()).length === 1;
  // The range is that of what stands in the parentheses.
  const source = term.node.type === 'SequenceExpression' ? `(${sourceOf(term)})` : sourceOf(term);
  return {
    name,
    node: term.node,
    source,
    known: evaluateKnown(term),
    pieces: piecesOf(term),
    isText: isTextLiteral(term),
    hasCall: hasEffect(term),
    isOnlyUse,
  };
}

/** Texts that stand in a value for certain, `-` for the hyphens of a UUID. */
function piecesOf(term: Term, budget: Budget = newBudget()): string[] {
  const value = deref(term, budget);
  const { node } = value;
  if (budget.steps <= 0) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.value !== '' ? [node.value] : [];
    case 'TemplateLiteral':
      return [
        ...node.quasis.flatMap(({ value: { cooked } }) => (cooked ? [cooked] : [])),
        ...node.expressions.flatMap((item) => piecesOf(at(value, item), budget)),
      ];
    case 'BinaryExpression':
      return node.operator === '+'
        ? [node.left, node.right].flatMap((item) => piecesOf(at(value, item), budget))
        : [];
    case 'CallExpression':
      return calleeName(node) === 'randomUUID' ? ['-'] : [];
    default:
      return [];
  }
}

function isTextLiteral(term: Term): boolean {
  const { node } = deref(term);
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}
