import type { TSESTree } from '@typescript-eslint/types';

import { restArguments } from './functions.js';
import { at, sourceOf, type Term } from './module.js';
import { isGlobalName } from './links.js';
import type { Budget } from './budget.js';
import { deref } from './resolve.js';
import { keyName } from './scope.js';
import { usesOf } from './uses.js';
import { isFunction } from './walk.js';

const CHANGES = ['push', 'unshift', 'splice', 'reverse', 'sort', 'pop', 'shift', 'fill'];

/** The elements of an array in reach: a literal with its spreads, `.filter(Boolean)`, and `...rest` parameters. */
export function elementsOf(term: Term, budget: Budget): readonly Term[] | undefined {
  if (budget.steps <= 0 || isChanged(term)) return undefined;
  const array = deref(term, budget);
  const { node } = array;
  switch (node.type) {
    case 'ArrayExpression':
      return spreadOut(array, node.elements, budget);
    case 'Identifier': {
      const given = restArguments(array);
      return given?.isWhole ? given.items : undefined;
    }
    case 'CallExpression':
      return elementsOfCall(at(array, node), budget);
    default:
      return undefined;
  }
}

/** `list.push(…)` */
function isChanged(term: Term): boolean {
  if (term.node.type !== 'Identifier') return false;
  return CHANGES.some((name) => usesOf(term, name).some(({ path }) => path.length === 1));
}

/** `.filter(Boolean)`, `.concat(…)`, and `.map(trim)`, which keep the words that a path is made of. */
function elementsOfCall(term: Term<TSESTree.CallExpression>, budget: Budget): readonly Term[] | undefined {
  const { callee, arguments: args } = term.node;
  if (callee.type !== 'MemberExpression') return undefined;
  const object = at(term, callee.object);
  const [first] = args;
  switch (keyName({ key: callee.property, computed: callee.computed })) {
    case 'filter': {
      // What is written as text is not falsy.
      const isBoolean = first?.type === 'Identifier' && first.name === 'Boolean' && isGlobalName(first, term);
      return isBoolean ? elementsOf(object, budget) : undefined;
    }
    case 'concat': {
      const all = [object, ...args.map((node) => at(term, node))].map((item, index) =>
        index === 0 ? elementsOf(item, budget) : (elementsOf(item, budget) ?? [item]),
      );
      return all.some((items) => items === undefined) ? undefined : all.flatMap((items) => items ?? []);
    }
    case 'map':
      return first && isTidying(at(term, first)) ? elementsOf(object, budget) : undefined;
    default:
      return undefined;
  }
}

/** `String`, `encodeURIComponent`, and functions that only trim slashes or encode. */
function isTidying(term: Term): boolean {
  const { node } = term;
  if (node.type === 'Identifier' && isGlobalName(node, term)) return /^(?:String|encodeURI)/.test(node.name);
  const target = deref(term);
  return isFunction(target.node) && /\breplace|\btrim|\bencodeURI/.test(sourceOf(target));
}

function spreadOut(
  array: Term,
  items: readonly (Term['node'] | null)[],
  budget: Budget,
): readonly Term[] | undefined {
  const elements: Term[] = [];
  for (const item of items) {
    if (!item || budget.steps-- <= 0) return undefined;
    if (item.type !== 'SpreadElement') {
      elements.push(at(array, item));
      continue;
    }
    const more = elementsOf(at(array, item.argument), budget);
    if (!more) return undefined;
    elements.push(...more);
  }
  return elements;
}
