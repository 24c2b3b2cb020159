import { evaluate } from '../../src/syntax/evaluate.js';
import type { Module, Node, Term } from '../../src/syntax/module.js';
import { type Budget, newBudget } from '../../src/syntax/budget.js';
import { deref, nodesSeen } from '../../src/syntax/resolve.js';
import { findVariable } from '../../src/syntax/scope.js';
import type { Variable } from '../../src/syntax/scopes/types.js';

/** What is known for certain of a text: all of it, or pieces that stand in it. */
export interface CertainText {
  readonly known: string | undefined;
  readonly pieces: readonly string[];
}

/** The expression that gives a term's value in every run, and the names that it was found through. */
export interface CertainValue {
  readonly value: Term;
  readonly names: readonly Node[];
}

/** Follows a term to its value; undefined where a parameter's default or another module may not be the last word. */
export function certainValue(term: Term): CertainValue | undefined {
  const budget = newBudget();
  const value = deref(term, budget);
  return isCertain(budget, term, value) ? { value, names: [...nodesSeen(budget.seen)] } : undefined;
}

/** The text that a term gives, as far as it is the same in every run. */
export function certainText(term: Term): CertainText | undefined {
  const budget = newBudget();
  const text = evaluate(term, budget);
  if (!isCertain(budget, term, deref(term))) return undefined;
  const pieces = text.flatMap((part) => {
    if (part.kind === 'text') return [part.text];
    // `'${customerId}'` in plain quotes is these characters.
    return part.pseudo ? [`\${${part.name}}`] : [];
  });
  return { known: pieces.length === text.length ? pieces.join('') : undefined, pieces };
}

/** The module among those of some terms in whose tree a node stands. */
function homeOf(node: Node, terms: readonly Term[]): Module | undefined {
  let root = node;
  while (root.parent) root = root.parent;
  return terms.map(({ module }) => module).find(({ ast }) => ast === root);
}

function isCertain({ steps, seen }: Budget, ...terms: readonly Term[]): boolean {
  if (steps <= 0) return false;
  return [...nodesSeen(seen)].every((node) => {
    const module = homeOf(node, terms);
    const variable = module && node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
    if (!variable) return false;
    return !hasDefault(variable) || terms.some(({ bindings }) => bindings.has(variable));
  });
}

/** `(type = 'license') => …`: one of the values that it may have. */
function hasDefault({ defs, identifiers: [name] }: Variable): boolean {
  return name?.parent.type === 'AssignmentPattern' && defs.some(({ type }) => type === 'Parameter');
}
