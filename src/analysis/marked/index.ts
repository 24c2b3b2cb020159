import { markersIn } from '../../endpoints/markers.js';
import type { Module, Node, Range, Term } from '../../syntax/module.js';
import { nodeAt } from '../../syntax/node-at.js';
import { nodesOf } from '../../syntax/walk.js';
import { importsIn } from '../imports.js';
import { reachedFrom } from './reach.js';

/** What a marker can stand in. */
const WRITTEN = new Set<string>([
  'Literal',
  'TemplateElement',
  'Identifier',
  'PrivateIdentifier',
  'JSXIdentifier',
  'JSXText',
]);

/** Where something may come from a legacy path: the starts of nodes, in order. */
const known = new WeakMap<Module, readonly number[]>();

/**
 * Whether a legacy path may have a part in what an expression is or does: one stands in it, or in something that it has
 * by a name. Nothing is resolved for that, names are all that counts: `true` says little, and `false` is certain.
 */
export function mayBeMarked({ node, module, bindings }: Term): boolean {
  // What is bound comes from elsewhere, and what types say stands nowhere in the text.
  if (bindings.size > 0 || module.textsOf) return true;
  return isAnyWithin(spotsIn(module), node.range);
}

function spotsIn(module: Module): readonly number[] {
  const before = known.get(module);
  if (before) return before;
  const nodes = [...markedNodes(module), ...importedNames(module)];
  const reached = nodes.length > 0 ? reachedFrom([...nodes, ...computedMembers(module)], module) : [];
  const spots = sorted(reached.map(({ range: [start] }) => start));
  known.set(module, spots);
  return spots;
}

/** The names and texts that a marker stands in; a comment is none. */
function markedNodes(module: Module): Node[] {
  const places = new Set(markersIn(module.text));
  return [...places].map((place) => nodeAt(place, module)).filter(({ type }) => WRITTEN.has(type));
}

/** What another module gives that may hold a path: the local names, and where it is required. */
function importedNames(module: Module): Node[] {
  const { mayHoldPaths } = module;
  if (!mayHoldPaths) return [];
  return importsIn(module).flatMap(({ node, source }): readonly Node[] => {
    if (!mayHoldPaths(source)) return [];
    return node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local) : [node];
  });
}

/** `this[name]`: a member of any name. */
function computedMembers(module: Module): Node[] {
  return nodesOf(module, 'ThisExpression').filter(
    ({ parent }) => parent.type === 'MemberExpression' && parent.computed,
  );
}

function isAnyWithin(places: readonly number[], [start, end]: Range): boolean {
  let low = 0;
  for (let high = places.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  const place = places[low];
  return place !== undefined && place < end;
}

function sorted(places: Iterable<number>): readonly number[] {
  return [...places].sort((left, right) => left - right);
}
