import { cut } from './join-url.js';
import { at, type Term } from './module.js';
import type { Budget } from './budget.js';
import { deref, memberName } from './resolve.js';
import { bindingOf, findVariable } from './scope.js';
import { type Evaluate, flatten, knownText, type Text } from './text.js';

/** Stands for a value; no separator holds it. */
const HOLE = '\0';

/** What `slice(1)`, `substring(0, 9)` and `trim()` leave of a text; undefined where that depends on a value. */
export function textOfSlice(
  text: Text,
  args: readonly Term[],
  evaluate: Evaluate,
  budget: Budget,
): Text | undefined {
  const { flat } = flatten(text, HOLE);
  if (args.length === 0) return /^\s|\s$/.test(flat) ? undefined : text;
  const [from, to] = args.map((item) => numberOf(item, evaluate, budget));
  if (from === undefined || (args.length > 1 && to === undefined)) return undefined;
  const end = to ?? flat.length;
  // How long a value is, is not known: only what stands before the first one can be counted off.
  const known = flat.includes(HOLE) ? flat.indexOf(HOLE) : flat.length;
  const isKnown = from >= 0 && from <= known && (to === undefined || (to >= 0 && to <= known));
  return isKnown ? cut(text, from, end) : undefined;
}

/** `path` of `const [method, path] = route.split(' ')`, and `route.split(' ')[1]`. */
export function textOfPiece(term: Term, evaluate: Evaluate, budget: Budget): Text | undefined {
  const piece = pieceOf(term, budget);
  const call = piece && deref(piece.of, budget);
  if (!piece || call?.node.type !== 'CallExpression' || call.node.callee.type !== 'MemberExpression')
    return undefined;
  const [separator] = call.node.arguments;
  if (!separator || memberName(at(call, call.node.callee)) !== 'split') return undefined;
  const between = knownText(evaluate(at(call, separator), budget));
  return between
    ? split(evaluate(at(call, call.node.callee.object), budget), between)[piece.index]
    : undefined;
}

function pieceOf({ node, module, bindings }: Term, budget: Budget): { of: Term; index: number } | undefined {
  if (node.type === 'MemberExpression') {
    const index = Number(memberName({ node, module, bindings }, budget));
    return Number.isInteger(index) ? { of: { node: node.object, module, bindings }, index } : undefined;
  }
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, module) : undefined;
  const binding = variable && bindingOf(variable);
  if (binding?.kind !== 'value' || binding.path.length !== 1) return undefined;
  const index = Number(binding.path[0]);
  return Number.isInteger(index) ? { of: { node: binding.node, module, bindings }, index } : undefined;
}

function split(text: Text, separator: string): Text[] {
  const { flat } = flatten(text, HOLE);
  const pieces: Text[] = [];
  let from = 0;
  for (const piece of flat.split(separator)) {
    pieces.push(cut(text, from, from + piece.length));
    from += piece.length + separator.length;
  }
  return pieces;
}

function numberOf(term: Term, evaluate: Evaluate, budget: Budget): number | undefined {
  const text = knownText(evaluate(term, budget));
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}
