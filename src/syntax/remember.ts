import type { Module, Node, Term } from './module.js';
import { type Budget, newBudget, type Seen } from './budget.js';

/** What was said of a node, and what it took to say it. */
interface Answer<T> {
  readonly value: T;
  readonly steps: number;
  /** How many steps there were, where they did not suffice: with another number it would end elsewhere. */
  readonly endedFrom?: number;
  readonly seen: Seen;
}

/** What was said of the nodes of one module: for each question its answers. */
interface Memory {
  readonly epoch: number;
  readonly answers: (Map<Node, Answer<unknown>> | undefined)[];
}

type Ask<N extends Node, T> = (term: Term<N>, budget: Budget) => T;

const NONE: Seen = [];
let epoch = 0;
let questions = 0;
/** By module: two views of one tree may reach different ones. */
const memories = new WeakMap<Module, Memory>();
/** Most questions are about the module that the last one was about. */
let last: { readonly module: Module; readonly memory: Memory } | undefined;

/**
 * The same question, which looks into the code only once for each node around which nothing is bound. The answer, the
 * steps that it takes and the references that it goes through are those of asking anew, unless the steps do not suffice.
 */
export function remembering<N extends Node, T>(ask: Ask<N, T>): (term: Term<N>, budget?: Budget) => T {
  const question = questions++;
  return (term, given) => {
    // What types allow is asked for one choice after the other.
    if (term.bindings.size > 0 || given?.types) return ask(term, given ?? newBudget());
    const memory = memoryOf(term.module);
    // A question's answers are its own.
    const answers = (memory.answers[question] ??= new Map()) as Map<Node, Answer<T>>;
    const before = answers.get(term.node);
    // Nobody asks what it takes.
    if (before && !given && before.endedFrom === undefined) return before.value;
    const budget = given ?? newBudget();
    const { steps, seen } = budget;
    if (
      before &&
      (before.endedFrom === undefined ? before.steps < steps : isEnded(before.endedFrom, steps))
    ) {
      budget.steps =
        before.endedFrom === undefined ? steps - before.steps : Math.min(steps - before.steps, 0);
      // What did not come to an end may rest on another answer that did not, and that on the next one.
      if (before.seen.length > 0 && before.endedFrom === undefined) seen.push(before.seen);
      return before.value;
    }
    // Its own list: each level of a long chain would copy those of all the levels below.
    const own: (Node | Seen)[] = [];
    budget.seen = own;
    const value = ask(term, budget);
    budget.seen = seen;
    if (own.length > 0) seen.push(own);
    const answer = { value, steps: steps - budget.steps, seen: own.length > 0 ? own : NONE };
    if (budget.steps > 0) answers.set(term.node, answer);
    // An answer that holds for others is worth more.
    else if (!before || before.endedFrom !== undefined)
      answers.set(term.node, { ...answer, endedFrom: steps });
    return value;
  };
}

/**
 * Whether steps do not suffice, either. A few more than those that did not are taken for too few, so that not each link
 * of a chain without end asks all the others again.
 */
function isEnded(endedFrom: number, steps: number): boolean {
  return steps <= endedFrom + A_FEW;
}

const A_FEW = 20;

function memoryOf(module: Module): Memory {
  if (last?.module === module && last.memory.epoch === epoch) return last.memory;
  const before = memories.get(module);
  const memory = before?.epoch === epoch ? before : { epoch, answers: [] };
  memories.set(module, memory);
  last = { module, memory };
  return memory;
}

/** Files may have changed: what was said of those that import them may not hold any more. */
export function forgetAnswers(): void {
  epoch++;
}
