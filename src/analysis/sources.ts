import type { TSESTree } from '@typescript-eslint/types';

import { resultsOf } from '../syntax/functions.js';
import type { Module, Node } from '../syntax/module.js';
import { keyName } from '../syntax/scope.js';
import type { FunctionNode } from '../syntax/walk.js';
import { referencesIn } from './callers.js';
import type { Joint } from './way.js';

/** Expressions that give a part of an answer, and that part's path. */
type KnownParts = ReadonlyMap<Node, string>;

/**
 * What else comes in where an answer goes through a name or a function.
 *
 * @returns the other expressions, or the function itself where its callers are not in reach; nothing for `null` and
 *   `undefined`, which no reader takes for an answer
 */
export function sourcesBesides(joint: Joint, known: KnownParts, module: Module): Node[] {
  const sources = sourcesOf(joint, known, module).filter((node) => !isNothing(node));
  const others = sources.filter((node) => !known.has(node));
  const paths = new Set(sources.map((node) => known.get(node)).filter((path) => path !== undefined));
  // Parts of two kinds in one name.
  return paths.size > 1 ? sources : others;
}

function sourcesOf(joint: Joint, known: KnownParts, module: Module): Node[] {
  switch (joint.kind) {
    case 'variable':
      return joint.variable.references
        .filter((reference) => reference.isWrite())
        .map((reference) => reference.writeExpr ?? reference.identifier);
    case 'parameter':
      return argumentsOf(joint.fn, joint.index, known, module);
    case 'result':
      return resultsOf(joint.fn, module.visitorKeys);
  }
}

/** What a function is given at a position. */
function argumentsOf(fn: FunctionNode, index: number, known: KnownParts, module: Module): Node[] {
  const references = referencesIn(fn, module);
  if (!references) return [fn];
  return references.flatMap((reference): readonly Node[] => {
    const { parent } = reference;
    if (parent?.type !== 'CallExpression') return [reference];
    if (parent.callee !== reference) return isThenOf(parent, known) ? [] : [reference];
    const before = parent.arguments.slice(0, index + 1);
    if (before.some(({ type }) => type === 'SpreadElement')) return [parent];
    return before.slice(index);
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
