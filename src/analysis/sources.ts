import type { TSESTree } from '@typescript-eslint/types';

import { resultsOf } from '../syntax/functions.js';
import { at, type Node, type Term, termOf } from '../syntax/module.js';
import { keyName } from '../syntax/scope.js';
import type { FunctionNode } from '../syntax/walk.js';
import type { Mentions } from './callers.js';
import type { Joint } from './way.js';

/** Expressions that give a part of an answer, and those parts' paths. */
export type KnownParts = ReadonlyMap<Node, ReadonlySet<string>>;

/**
 * What else comes in where an answer goes through a name or a function.
 *
 * @returns the other expressions, or the function itself where its callers are not in reach; nothing for `null` and
 *   `undefined`, which no reader takes for an answer
 */
export function sourcesBesides(joint: Joint, known: KnownParts, mentions: Mentions): readonly Term[] {
  const sources = sourcesOf(joint, known, mentions).filter(({ node }) => !isNothing(node));
  const others = sources.filter(({ node }) => !known.has(node));
  const paths = new Set(sources.flatMap(({ node }) => [...(known.get(node) ?? [])]));
  // Parts of two kinds in one name.
  return paths.size > 1 ? sources : others;
}

function sourcesOf(joint: Joint, known: KnownParts, mentions: Mentions): readonly Term[] {
  const { module } = joint;
  switch (joint.kind) {
    case 'variable':
      return joint.variable.references
        .filter((reference) => reference.isWrite())
        .map((reference) => termOf(reference.writeExpr ?? reference.identifier, module));
    case 'parameter':
      return argumentsOf(termOf(joint.fn, module), joint.index, known, mentions);
    case 'result':
      return resultsOf(joint.fn, module.visitorKeys).map((result) => termOf(result, module));
  }
}

/** What a function is given at a position. */
function argumentsOf(
  fn: Term<FunctionNode>,
  index: number,
  known: KnownParts,
  mentions: Mentions,
): readonly Term[] {
  const references = mentions(fn);
  if (!references) return [fn];
  return references.flatMap((reference): readonly Term[] => {
    const { parent } = reference.node;
    if (parent?.type !== 'CallExpression') return [reference];
    if (parent.callee !== reference.node) return isThenOf(parent, known) ? [] : [reference];
    const before = parent.arguments.slice(0, index + 1);
    if (before.some(({ type }) => type === 'SpreadElement')) return [at(reference, parent)];
    return before.slice(index).map((argument) => at(reference, argument));
  });
}

/** `answer.then(read)` */
function isThenOf({ callee }: TSESTree.CallExpression, known: KnownParts): boolean {
  return (
    callee.type === 'MemberExpression' &&
    keyName({ key: callee.property, computed: callee.computed }) === 'then' &&
    known.has(callee.object)
  );
}

/** `null`, `undefined` */
function isNothing(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined';
  return node.type === 'Literal' && node.value === null && node.raw === 'null';
}
