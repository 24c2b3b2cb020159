import type { PlacedEdit } from '../../src/syntax/edits.js';
import type { Module, Node } from '../../src/syntax/module.js';
import { isWithin, endOf, rangeOf, startOf } from '../../src/syntax/ranges.js';
import { keyName } from '../../src/syntax/scope.js';
import type { PlacedPart } from '../../src/syntax/text.js';

/** A change of the flat URL. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a text is put together of: the operands of a sum, the items of `[…].join('/')`, the arguments of `urlJoin(…)`. */
interface List {
  readonly items: readonly Node[];
  /** Between two of them. */
  readonly separator: RegExp;
}

const PLUS = /^\s*\+\s*$/;
const COMMA = /^\s*,\s*$/;

/** `'/customer' + '/kyc/status/' + id`: the first piece gets the whole, and the others go. */
export function listedEdits(
  { start, end, text }: Change,
  parts: readonly PlacedPart[],
): PlacedEdit[] | undefined {
  // What a `join` puts between stands nowhere.
  const touched = parts.filter(({ part, ...at }) => {
    const isSeparator = part.kind === 'text' && !part.node;
    return !isSeparator && at.end > start && at.start < end;
  });
  const [first, ...others] = touched;
  const last = others.at(-1);
  if (first?.part.kind !== 'text' || !first.part.exact || !first.part.node || last?.end !== end)
    return undefined;
  const { node, module, range } = first.part;
  const list = listAround(node, module);
  const head = list?.items.findIndex((item) => item === node);
  if (!list || head === undefined || head === -1) return undefined;
  const places = touched.map((placed) => placeIn(list, placed, module));
  // Each piece is an item of its own, one after the other.
  if (places.some((place, index) => place !== head + index)) return undefined;
  if (parts.some((placed) => !touched.includes(placed) && places.includes(placeIn(list, placed, module))))
    return undefined;
  const gone = list.items.slice(head, head + touched.length);
  const isFlat = gone.slice(1).every((item, index) => {
    const before = gone[index];
    return before && list.separator.test(module.text.slice(endOf(before), startOf(item)));
  });
  const tail = gone.at(-1);
  if (!isFlat || !tail) return undefined;
  return [
    { module, range: [range[0] + start - first.start, range[1]], text },
    { module, range: [endOf(node), endOf(tail)], text: '' },
  ];
}

/** The item that a piece is written in; -1 for one that is written elsewhere, or has no place. */
function placeIn({ items }: List, { part }: PlacedPart, module: Module): number {
  const own = part.kind === 'text' ? part.node && { node: part.node, module: part.module } : part.written;
  if (!own || own.module !== module) return -1;
  return items.findIndex((item) => isWithin(own.node, item));
}

function listAround(node: Node, module: Module): List | undefined {
  const { parent } = node;
  if (parent?.type === 'BinaryExpression') return { items: operandsOf(sumAround(parent)), separator: PLUS };
  if (parent?.type === 'ArrayExpression' && isJoined(parent)) {
    const items = parent.elements.filter((item) => item !== null);
    return items.length === parent.elements.length ? { items, separator: COMMA } : undefined;
  }
  // A function that reads one of the arguments as something else would not put it into the text.
  const isArgument = parent?.type === 'CallExpression' && parent.callee !== node;
  const isJoiner = isArgument && /join/i.test(module.text.slice(...rangeOf(parent.callee)));
  return isJoiner ? { items: parent.arguments, separator: COMMA } : undefined;
}

function isJoined({ parent }: Node): boolean {
  if (parent?.type !== 'MemberExpression') return false;
  return keyName({ key: parent.property, computed: parent.computed }) === 'join';
}

function sumAround(node: Node): Node {
  const { parent } = node;
  return parent?.type === 'BinaryExpression' && parent.operator === '+' ? sumAround(parent) : node;
}

function operandsOf(node: Node): Node[] {
  return node.type === 'BinaryExpression' && node.operator === '+'
    ? [...operandsOf(node.left), ...operandsOf(node.right)]
    : [node];
}
