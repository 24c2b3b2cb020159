import { markersIn } from '../../endpoints/markers.js';
import type { Module, Node, Term } from '../../syntax/module.js';
import { isAnyWithin, nodesAt, type Places, sortedPlaces } from '../../syntax/places.js';
import { startOf } from '../../syntax/ranges.js';
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
const known = new WeakMap<Module, Places>();

/**
 * Whether a legacy path may have a part in what an expression is or does: one stands in it, or in something that it has
 * by a name. Nothing is resolved for that, names are all that counts, so `true` says little. `false` rests on one guess:
 * that what a request answers is neither a path nor a client.
 */
export function mayBeMarked({ node, module, bindings }: Term): boolean {
  // What is bound comes from elsewhere, and what types say stands nowhere in the text.
  if (bindings.size > 0 || module.textsOf) return true;
  return isAnyWithin(spotsIn(module), node);
}

function spotsIn(module: Module): Places {
  const before = known.get(module);
  if (before) return before;
  const nodes = [...markedNodes(module), ...importedNames(module)];
  const reached = nodes.length > 0 ? reachedFrom([...nodes, ...computedMembers(module)], module) : [];
  const spots = sortedPlaces(reached.map((node) => startOf(node)));
  known.set(module, spots);
  return spots;
}

/** The names and texts that a marker stands in; a comment is none. */
function markedNodes(module: Module): Node[] {
  const places = sortedPlaces(markersIn(module.text));
  return places.length > 0 ? nodesAt(places, module).filter(({ type }) => WRITTEN.has(type)) : [];
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
