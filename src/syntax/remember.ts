import type { Module, Node, Term } from './module.js';
import type { Budget } from './resolve.js';

/** What was said of a node, and what it took to say it. */
interface Answer<T> {
  readonly value: T;
  readonly steps: number;
  readonly seen: readonly Node[];
}

interface Answers<T> {
  readonly epoch: number;
  readonly byNode: Map<Node, Answer<T>>;
}

let epoch = 0;

/**
 * The same question, which looks into the code only once for each node around which nothing is bound. The answer, the
 * steps that it takes and the references that it goes through are those of asking anew.
 */
export function remembering<T>(
  ask: (term: Term, budget: Budget) => T,
): (term: Term, budget: Budget) => T {
  // By module: two views of one tree may reach different ones.
  const known = new WeakMap<Module, Answers<T>>();
  function answersIn(module: Module): Map<Node, Answer<T>> {
    const before = known.get(module);
    if (before?.epoch === epoch) return before.byNode;
    const byNode = new Map<Node, Answer<T>>();
    known.set(module, { epoch, byNode });
    return byNode;
  }
  return (term, budget) => {
    if (term.bindings.size > 0) return ask(term, budget);
    const answers = answersIn(term.module);
    const before = answers.get(term.node);
    // With fewer steps left it would end elsewhere.
    if (before && before.steps < budget.steps) {
      budget.steps -= before.steps;
      for (const item of before.seen) budget.seen.add(item);
      return before.value;
    }
    const own: Budget = { steps: budget.steps, seen: new Set() };
    const value = ask(term, own);
    const answer = { value, steps: budget.steps - own.steps, seen: [...own.seen] };
    if (own.steps > 0) answers.set(term.node, answer);
    budget.steps = own.steps;
    for (const item of answer.seen) budget.seen.add(item);
    return value;
  };
}

/** A module has changed: what was said of those that import it may not hold any more. */
export function forgetAnswers(): void {
  epoch++;
}
