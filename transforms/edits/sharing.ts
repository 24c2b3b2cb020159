import type { LegacyCall } from '../../src/analysis/call.js';
import type { Module, Node, Range } from '../../src/syntax/module.js';
import { contains, isWithin, rangeOf } from '../../src/syntax/ranges.js';
import { keyName } from '../../src/syntax/scope.js';
import { walk } from '../../src/syntax/walk.js';
import { exportReads, type Read, variableReads } from './reads.js';
import type { Reach } from './reach.js';
import { carrierOf } from './carriers.js';
import { type Owner, ownersOf } from './owners.js';

/** A call that may change with the text. */
type User = Pick<LegacyCall, 'call' | 'seen'>;

/** What keeps a text from being edited: who else uses it, or may. */
export interface Sharer {
  /** Of the constant, member or function that the text is reached through. */
  readonly name: string;
  /** The file in which it is used by others; undefined where it is exported to files that are not in reach. */
  readonly module: Module | undefined;
  readonly node: Node | undefined;
}

interface Question {
  readonly users: readonly User[];
  readonly reach: Reach | undefined;
}

/** Names that lead from a value to the call, one through the other; more are not looked through. */
const MAX_LINKS = 12;

/**
 * Who else uses what is written at `place`.
 *
 * @param users the calls that may change with it
 * @param reach the files that may import it; without, whatever is exported may be used
 * @returns undefined when nothing but `users` reaches the place
 */
export function sharerOf(
  place: Range,
  users: readonly User[],
  module: Module,
  reach?: Reach,
): Sharer | undefined {
  return sharerAt({ range: place, module, rest: [] }, { users, reach }, MAX_LINKS);
}

/** The name under which others use it. */
export function sharedName(place: Range, users: readonly User[], module: Module): string | undefined {
  return sharerOf(place, users, module)?.name;
}

/** Every node whose text holds `place`, from the outermost. */
function nodesAround(place: Range, module: Module): Node[] {
  const nodes: Node[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    if (!contains(rangeOf(node), place)) return false;
    nodes.push(node);
    return true;
  });
  return nodes;
}

interface Place {
  readonly range: Range;
  readonly module: Module;
  /** The members that lead from what is written there to the text. */
  readonly rest: readonly string[];
}

function sharerAt({ range, module, rest }: Place, question: Question, links: number): Sharer | undefined {
  const here = question.users.filter(({ call }) => call.module === module);
  if (here.some(({ call }) => contains(rangeOf(call.node), range))) return undefined;
  // The program itself holds everything.
  const way = nodesAround(range, module).slice(1);
  const isUsers = (node: Node): boolean => here.some(({ call }) => isWithin(call.node, node));
  const isKnown =
    links === MAX_LINKS || way.some((node) => question.users.some(({ seen }) => seen.has(node)));
  const carrier = carrierOf(way, range, isKnown);
  const owners =
    carrier && !isUsers(carrier)
      ? ownersOf(carrier, way.slice(way.indexOf(carrier)), rest, module, range)
      : undefined;
  const unclear = { name: 'other code', module, node: way.at(-1) };
  if (!owners || links === 0) return unclear;
  for (const owner of owners) {
    const sharer = sharerOfOwner(owner, module, question, links);
    if (sharer) return sharer;
  }
  return undefined;
}

function sharerOfOwner(owner: Owner, module: Module, question: Question, links: number): Sharer | undefined {
  const { name } = owner;
  if (owner.kind === 'variable')
    return sharerOfReads(variableReads(owner.variable, owner.path, module), name, question, links);
  if (owner.kind === 'member') {
    const modules = memberModules(owner, module, question.reach);
    if (!modules) return { name, module: undefined, node: undefined };
    const reads = modules.flatMap((other) => memberReads(owner.key, other));
    return sharerOfReads(reads, name, question, links);
  }
  const { reach } = question;
  if (!reach?.isWhole) return { name, module: undefined, node: undefined };
  return sharerOfReads(exportReads(owner, module, reach), name, question, links);
}

function sharerOfReads(
  reads: readonly Read[],
  name: string,
  question: Question,
  links: number,
): Sharer | undefined {
  for (const read of reads) {
    const { node, module } = read;
    if (read.exported) {
      const owner: Owner = { kind: 'export', name, exported: read.exported, path: read.rest };
      const sharer = links > 0 ? sharerOfOwner(owner, module, question, links - 1) : { name, module, node };
      if (sharer) return { ...sharer, name };
      continue;
    }
    const sharer = sharerAt({ range: rangeOf(node), module, rest: read.rest }, question, links - 1);
    // What the URL was evaluated through may stand where no name is declared: a default, a condition.
    const isSeen = sharer?.name === 'other code' && question.users.some(({ seen }) => seen.has(node));
    if (sharer && !isSeen) return { ...sharer, name };
  }
  return undefined;
}

/** The files in which a member of an object may be read by its name; undefined where they are not in reach. */
function memberModules(
  { isPrivate, isExported }: Owner & { readonly kind: 'member' },
  module: Module,
  reach: Reach | undefined,
): readonly Module[] | undefined {
  if (isPrivate || !isExported) return [module];
  return reach?.isWhole ? reach.modules : undefined;
}

/** `this.name`, `api.name` and `const { name } = api`, whatever the object is. */
export function memberReads(name: string, module: Module): Read[] {
  const reads: Read[] = [];
  walk(module.ast, module.visitorKeys, (node) => {
    const isMember =
      node.type === 'MemberExpression' && keyName({ key: node.property, computed: node.computed }) === name;
    const isWritten =
      node.parent?.type === 'AssignmentExpression' &&
      node.parent.left === node &&
      node.parent.operator === '=';
    const isPattern =
      node.type === 'Property' && node.parent.type === 'ObjectPattern' && keyName(node) === name;
    if ((isMember && !isWritten) || isPattern) reads.push({ node, module, rest: [] });
  });
  return reads;
}
