import type { TSESTree } from '@typescript-eslint/types';

import { holeFor } from './holes.js';
import { at, type Node, type Term } from './module.js';
import type { Budget } from './resolve.js';
import type { Evaluate, Part, Text } from './text.js';

/** The first `count` of these are the terms of a sum; the others stand behind it. */
interface Terms {
  readonly terms: readonly Node[];
  readonly count: number;
}

/** `a + b + c`, term by term: of thousands each is a tree in the one behind it. */
export function textOfSum(sum: Term<TSESTree.BinaryExpression>, evaluate: Evaluate, budget: Budget): Text {
  const { terms, count } = termsOf(sum.node);
  const text: Part[] = [];
  for (let index = 0; index < count; index++) {
    const term = at(sum, terms[index] ?? sum.node);
    // All the rest is one value that is not known.
    if (index > 0 && budget.steps <= 0) return [...text, holeFor(term)];
    text.push(...evaluate(term, budget));
  }
  return text;
}

const known = new WeakMap<Node, Terms>();

function termsOf(sum: TSESTree.BinaryExpression): Terms {
  const before = known.get(sum);
  if (before) return before;
  const sums: Node[] = [];
  const terms: Node[] = [];
  let left: Node = sum;
  for (; left.type === 'BinaryExpression' && left.operator === '+'; left = left.left) {
    sums.push(left);
    terms.push(left.right);
  }
  terms.push(left);
  terms.reverse();
  // Whoever asks for a sum asks for what it begins with, too.
  for (const [index, node] of sums.entries()) known.set(node, { terms, count: terms.length - index });
  return { terms, count: terms.length };
}
