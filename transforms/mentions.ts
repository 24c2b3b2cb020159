import { isTestFile } from '../src/analysis/call-index.js';
import { type Mentions, mentionsInFile } from '../src/analysis/callers.js';
import { type Module, type Node, type Term, termOf } from '../src/syntax/module.js';
import { rangeOf } from '../src/syntax/ranges.js';
import { deref } from '../src/syntax/resolve.js';
import { findVariable, keyName } from '../src/syntax/scope.js';
import { type FunctionNode, isFunction } from '../src/syntax/walk.js';
import { carrierOf } from './edits/carriers.js';
import { type Owner, ownersOf } from './edits/owners.js';
import { exportReads, type Read, variableReads } from './edits/reads.js';
import type { Reach } from './edits/reach.js';
import { memberReads } from './edits/sharing.js';

/** Names for names are not followed further. */
const MOST_LINKS = 8;

/**
 * Who mentions a function, in whichever file of the run.
 *
 * @param entries what a package offers to others: whoever calls what these export is not known
 */
export function mentionsIn(reach: Reach, entries: ReadonlySet<Module>): Mentions {
  const known = new Map<FunctionNode, readonly Term[] | undefined>();
  return (fn) => {
    if (known.has(fn.node)) return known.get(fn.node);
    // A function that is asked for while it is looked for.
    known.set(fn.node, undefined);
    const found =
      mentionsInFile(fn) ?? (reach.isWhole ? exportedMentions(fn, { reach, entries }) : undefined);
    known.set(fn.node, found);
    return found;
  };
}

interface Search {
  readonly reach: Reach;
  readonly entries: ReadonlySet<Module>;
}

/** What others never call may be called by a framework: a function counts as known once a file of the program does. */
function exportedMentions(fn: Term<FunctionNode>, search: Search): readonly Term[] | undefined {
  const found = mentionsAt(fn, fn, search, MOST_LINKS);
  const isUsed = found?.some(({ module }) => module !== fn.module && !isTestFile(module.file));
  return isUsed ? found : undefined;
}

/** Where what stands at `place` is mentioned by the names that it is kept under. */
function mentionsAt(place: Term, fn: Term<FunctionNode>, search: Search, links: number): Term[] | undefined {
  const { node, module } = place;
  const way = wayTo(node);
  const chain = node.type === 'FunctionDeclaration' ? way : way.slice(0, -1);
  const holder = carrierOf(chain, rangeOf(node), false);
  const owners = holder && ownersOf(holder, way.slice(way.indexOf(holder)), [], module, rangeOf(node));
  if (!owners || owners.length === 0 || links === 0) return undefined;
  return all(owners, (owner) => mentionsOf(owner, module, fn, search, links - 1));
}

function mentionsOf(
  owner: Owner,
  module: Module,
  fn: Term<FunctionNode>,
  search: Search,
  links: number,
): Term[] | undefined {
  const { reach, entries } = search;
  const follow = (reads: readonly Read[]): Term[] | undefined =>
    all(reads, (read) => mentionsBy(read, fn, search, links));
  switch (owner.kind) {
    case 'variable':
      return follow(variableReads(owner.variable, owner.path, module));
    case 'export': {
      const isKnown = !entries.has(module) && (module.importers?.() ?? []).every((other) => reach.has(other));
      return isKnown ? follow(exportReads(owner, module, reach)) : undefined;
    }
    case 'member':
      return methodMentions(owner.key, owner.isPrivate || !owner.isExported ? [module] : reach.modules, fn);
  }
}

/** Of a read of a name: the place itself where it is called, or where it goes from there. */
function mentionsBy(read: Read, fn: Term<FunctionNode>, search: Search, links: number): Term[] | undefined {
  const { module, exported, rest } = read;
  if (links === 0) return undefined;
  if (exported !== undefined)
    return mentionsOf(
      { kind: 'export', name: exported, exported, path: rest },
      module,
      fn,
      search,
      links - 1,
    );
  const node = wholeOf(read.node);
  const { parent } = node;
  // `const { status } = require('./service')`, `const service = require('./service')`
  if (parent?.type === 'VariableDeclarator' && parent.init === node && rest.length > 0) {
    const variable = namedBy(parent.id, rest, module);
    return (
      variable &&
      all(variableReads(variable.variable, variable.path, module), (next) =>
        mentionsBy(next, fn, search, links - 1),
      )
    );
  }
  if (rest.length > 0) return undefined;
  const isCalled = parent?.type === 'CallExpression' && (parent.callee === node || isThen(parent.callee));
  if (isCalled) return [termOf(node, module)];
  return mentionsAt(termOf(node, module), fn, search, links - 1);
}

/** The name that takes the member at `path`, and what is left of the path. */
function namedBy(
  pattern: Node,
  path: readonly string[],
  module: Module,
): { variable: NonNullable<ReturnType<typeof findVariable>>; path: readonly string[] } | undefined {
  if (pattern.type === 'Identifier') {
    const variable = findVariable(pattern.name, pattern, module);
    return variable && { variable, path };
  }
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property') return undefined;
    if (keyName(property) === path[0]) return namedBy(property.value, path.slice(1), module);
  }
  return undefined;
}

/** `this.status(id)` and `service.status(id)`; undefined where it is not certain whose method that is. */
function methodMentions(key: string, modules: readonly Module[], fn: Term<FunctionNode>): Term[] | undefined {
  const { parent } = fn.node;
  // A framework calls what is decorated.
  if ('decorators' in parent && parent.decorators.length > 0) return undefined;
  return all(
    modules.flatMap((module) => memberReads(key, module)),
    ({ node, module }) => {
      const term = termOf(node, module);
      // `const { status } = service`
      if (node.type === 'Property') return isCalled(node.value, module) ? undefined : [];
      const target = deref(term).node;
      const { parent } = node;
      const isCall = parent?.type === 'CallExpression' && parent.callee === node;
      if (target === fn.node) return isCall ? [term] : undefined;
      // Another function of this name, or a value: a field of an answer, of a record.
      if (isFunction(target)) return [];
      return isCall || isHandedOn(node) ? undefined : [];
    },
  );
}

function isCalled(name: Node, module: Module): boolean {
  const variable = name.type === 'Identifier' ? findVariable(name.name, name, module) : undefined;
  return (variable?.references ?? []).some(({ identifier }) => isHandedOn(identifier));
}

/** A method may be handed on without a call. */
function isHandedOn(node: Node): boolean {
  const { parent } = node;
  return (
    parent?.type === 'CallExpression' || parent?.type === 'Property' || parent?.type === 'ArrayExpression'
  );
}

/** `promise.then(status)` */
function isThen(callee: Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    keyName({ key: callee.property, computed: callee.computed }) === 'then'
  );
}

/** The member expression that a name begins, and the type assertions around it. */
function wholeOf(node: Node): Node {
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && parent.object === node) return wholeOf(parent);
  return parent?.type === 'AwaitExpression' || parent?.type === 'TSAsExpression' ? wholeOf(parent) : node;
}

function wayTo(node: Node): Node[] {
  const way: Node[] = [];
  for (let item: Node | undefined = node; item && item.type !== 'Program'; item = item.parent)
    way.unshift(item);
  return way;
}

/** Undefined as soon as one is not known. */
function all<T>(items: readonly T[], find: (item: T) => Term[] | undefined): Term[] | undefined {
  const found: Term[] = [];
  for (const item of items) {
    const more = find(item);
    if (!more) return undefined;
    found.push(...more);
  }
  return found;
}
