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

type Ask<N extends Node, T> = (term: Term<N>, budget: Budget) => T;

const NONE: readonly Node[] = [];
let epoch = 0;

/**
 * The same question, which looks into the code only once for each node around which nothing is bound. The answer, the
 * steps that it takes and the references that it goes through are those of asking anew.
 */
export function remembering<N extends Node, T>(ask: Ask<N, T>): Ask<N, T> {
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
    // What types allow is asked for one choice after the other.
    if (term.bindings.size > 0 || budget.types) return ask(term, budget);
    const answers = answersIn(term.module);
    const before = answers.get(term.node);
    const { steps, seen } = budget;
    // With fewer steps left it would end elsewhere.
    if (before && before.steps < steps) {
      budget.steps -= before.steps;
      for (const item of before.seen) seen.push(item);
      return before.value;
    }
    const from = seen.length;
    const value = ask(term, budget);
    if (budget.steps > 0)
      answers.set(term.node, {
        value,
        steps: steps - budget.steps,
        seen: seen.length > from ? seen.slice(from) : NONE,
      });
    return value;
  };
}

/** Files may have changed: what was said of those that import them may not hold any more. */
export function forgetAnswers(): void {
  epoch++;
}
