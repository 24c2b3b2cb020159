import type { TSESTree } from '@typescript-eslint/types';

import { holeFor } from './holes.js';
import { at, type Node, type Term } from './module.js';
import type { Budget } from './budget.js';
import { keyName } from './scope.js';
import type { Evaluate, Part, Text } from './text.js';

/** The first `count` of these are the terms of a sum; the others stand behind it. */
interface Terms {
  readonly terms: readonly Node[];
  readonly count: number;
}

/** What a node adds to another one: `b` of `a + b`. */
type Split = (node: Node) => { readonly left: Node; readonly added: readonly Node[] } | undefined;

/** `a + b + c`, term by term: of thousands each is a tree in the one behind it. */
export function textOfSum(sum: Term<TSESTree.BinaryExpression>, evaluate: Evaluate, budget: Budget): Text {
  return textOfTerms(sum, splitSum, evaluate, budget);
}

/** `'/document'.concat('/', id).concat('/file')`, all of it at once; undefined where it begins with an array. */
export function textOfConcat(
  call: Term<TSESTree.CallExpression>,
  isArray: (start: Term) => boolean,
  evaluate: Evaluate,
  budget: Budget,
): Text | undefined {
  const [start] = termsOf(call.node, splitConcat).terms;
  if (start && isArray(at(call, start))) return undefined;
  return textOfTerms(call, splitConcat, evaluate, budget);
}

function textOfTerms(whole: Term, split: Split, evaluate: Evaluate, budget: Budget): Text {
  const { terms, count } = termsOf(whole.node, split);
  const text: Part[] = [];
  for (let index = 0; index < count; index++) {
    const term = at(whole, terms[index] ?? whole.node);
    // All the rest is one value that is not known.
    if (index > 0 && budget.steps <= 0) return [...text, holeFor(term)];
    text.push(...evaluate(term, budget));
  }
  return text;
}

function splitSum(node: Node): ReturnType<Split> {
  return node.type === 'BinaryExpression' && node.operator === '+'
    ? { left: node.left, added: [node.right] }
    : undefined;
}

function splitConcat(node: Node): ReturnType<Split> {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node.callee;
  if (keyName({ key: property, computed }) !== 'concat' || object.type === 'Super') return undefined;
  return { left: object, added: node.arguments };
}

const known = new WeakMap<Node, Terms>();

function termsOf(whole: Node, split: Split): Terms {
  const before = known.get(whole);
  if (before) return before;
  const wholes: { readonly node: Node; readonly behind: number }[] = [];
  const terms: Node[] = [];
  let left = whole;
  for (let parts = split(left); parts; parts = split(left)) {
    wholes.push({ node: left, behind: terms.length });
    terms.push(...parts.added.toReversed());
    left = parts.left;
  }
  terms.push(left);
  terms.reverse();
  // Whoever asks for a sum asks for what it begins with, too.
  for (const { node, behind } of wholes) known.set(node, { terms, count: terms.length - behind });
  return { terms, count: terms.length };
}
