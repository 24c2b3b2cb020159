import type { TSESTree } from '@typescript-eslint/types';

import { appendedText } from './appended.js';
import { asWritten, holeFor } from './holes.js';
import { at, type Node, type Range, type Term } from './module.js';
import { textOfPiece } from './pieces.js';
import { endOf, rangeOf, startOf } from './ranges.js';
import { remembering } from './remember.js';
import type { Budget } from './budget.js';
import { deref } from './resolve.js';
import { findVariable } from './scope.js';
import { textOfCall } from './string-calls.js';
import { textOfSum } from './sums.js';
import { type HolePart, isSamePart, knownText, type Part, type Text, type TextPart } from './text.js';
import { typedText } from './typed-text.js';
import { textOfUrl, textOfUrlMember, withSetPath } from './url-object.js';

export { joinUrl } from './join-url.js';

/** `'${CONNECTFI_BASE_URL}/…'` in plain quotes. */
const PSEUDO_HOLE = /\$\{([A-Za-z_$][\w$.]*)\}/g;

/**
 * Evaluates an expression to text, as far as the code in reach tells: literals, templates, `+`, constants, members,
 * path builders, `join`, `concat`, `replace` and `new URL`. The rest becomes holes.
 */
export function evaluate(term: Term, budget?: Budget): Text {
  return read(term, budget);
}

const read = remembering((written, budget): Text => {
  const term = at(written, insideTemplates(written.node));
  if (budget.steps-- <= 0) return [holeFor(term)];
  const { node } = term;
  switch (node.type) {
    case 'Literal':
      return literal(term, node);
    case 'TemplateLiteral':
      return template(at(term, node), budget);
    case 'TaggedTemplateExpression':
      // Tags of paths encode the values; what is literal stays.
      return template(at(term, node.quasi), budget);
    case 'BinaryExpression':
      return node.operator === '+' ? textOfSum(at(term, node), evaluate, budget) : [holeFor(term)];
    case 'LogicalExpression':
      return withFallback(at(term, node), budget);
    case 'ConditionalExpression':
      return oneOf(at(term, node), budget);
    case 'CallExpression':
      return textOfCall(at(term, node), evaluate, budget) ?? followed(term, budget);
    case 'NewExpression':
      return textOfUrl(at(term, node), evaluate, budget) ?? [holeFor(term)];
    case 'MemberExpression':
      return textOfUrlMember(at(term, node), evaluate, budget) ?? followed(term, budget);
    default:
      return followed(term, budget);
  }
});

/** The value of an expression that is fully known. */
export function evaluateKnown(term: Term): string | undefined {
  return knownText(evaluate(term));
}

function followed(term: Term, budget: Budget): Text {
  const value = deref(term, budget);
  if (value.node === term.node)
    return (
      appendedText(value, evaluate, budget) ??
      textOfPiece(value, evaluate, budget) ??
      typedText(value, budget) ?? [withDefault(value, budget)]
    );
  const text = evaluate(value, budget);
  if (value.node.type === 'NewExpression') return withSetPath(term, text, evaluate, budget);
  const [part, ...others] = text;
  return part?.kind === 'hole' && others.length === 0
    ? [{ ...part, written: asWritten(term) }]
    : [...(part ? [part] : []), ...others];
}

/** `const { API = 'https://…' } = process.env` */
function withDefault(term: Term, budget: Budget): HolePart {
  const hole = holeFor(term);
  const variable =
    term.node.type === 'Identifier' ? findVariable(term.node.name, term.node, term.module) : undefined;
  const [definition] = variable?.defs ?? [];
  const parent = definition?.type === 'Variable' ? definition.name.parent : undefined;
  return parent?.type === 'AssignmentPattern'
    ? { ...hole, fallback: evaluate(at(term, parent.right), budget) }
    : hole;
}

function literal(term: Term, node: TSESTree.Literal): Text {
  if (typeof node.value !== 'string')
    return [{ kind: 'text', text: String(node.value), ...place(term, rangeOf(node), false) }];
  const inner: Range = [startOf(node) + 1, endOf(node) - 1];
  const exact = term.module.text.slice(...inner) === node.value;
  const parts: Part[] = [];
  let from = 0;
  const push = (to: number): void => {
    if (to === from) return;
    const range: Range = exact ? [inner[0] + from, inner[0] + to] : inner;
    parts.push({ kind: 'text', text: node.value.slice(from, to), ...place(term, range, exact) });
  };
  for (const match of node.value.matchAll(PSEUDO_HOLE)) {
    push(match.index);
    parts.push({ kind: 'hole', term, written: term, name: match[1] ?? '', pseudo: true });
    from = match.index + match[0].length;
  }
  push(node.value.length);
  return parts;
}

/** `x` of `${x}`: templates may be nested deeper than calls. */
function insideTemplates(node: Node): Node {
  let inner = node;
  while (inner.type === 'TemplateLiteral') {
    const [only, second] = inner.expressions;
    if (!only || second || inner.quasis.some(({ value }) => value.raw !== '')) break;
    inner = only;
  }
  return inner;
}

function template(term: Term<TSESTree.TemplateLiteral>, budget: Budget): Text {
  const { quasis, expressions } = term.node;
  return quasis.flatMap((quasi, index) => {
    const expression = expressions[index];
    const range = quasiRange(term.node, quasi);
    const { cooked } = quasi.value;
    const exact = term.module.text.slice(...range) === cooked;
    const text: Part[] = cooked ? [{ kind: 'text', text: cooked, ...place(term, range, exact) }] : [];
    return expression ? [...text, ...evaluate(at(term, expression), budget)] : text;
  });
}

/** The characters between the delimiters; parsers differ in whether an element's range has them. */
export function quasiRange(node: TSESTree.TemplateLiteral, quasi: TSESTree.TemplateElement): Range {
  const [start, end] = rangeOf(quasi);
  const [first] = node.quasis;
  const withDelimiters = first !== undefined && startOf(first) === startOf(node);
  return withDelimiters ? [start + 1, end - (quasi.tail ? 1 : 2)] : [start, end];
}

function withFallback(term: Term<TSESTree.LogicalExpression>, budget: Budget): Text {
  const [part, ...others] = evaluate(at(term, term.node.left), budget);
  // `known || other` is what is known.
  if (term.node.operator === '&&' || !part) return [holeFor(term)];
  if (part.kind === 'text' || others.length > 0) return [part, ...others];
  // Named after the left side; who copies the value needs both.
  return [{ ...part, written: term, fallback: evaluate(at(term, term.node.right), budget) }];
}

/** `live ? 'https://…' : 'https://…'`: not known, but one of these. */
function oneOf(term: Term<TSESTree.ConditionalExpression>, budget: Budget): Text {
  const { consequent, alternate } = term.node;
  const [first = [], second = []] = [consequent, alternate].map((node) => evaluate(at(term, node), budget));
  if (isEndOf(first, second)) return isAbsolute(first) ? first : second;
  if (isEndOf(second, first)) return isAbsolute(second) ? second : first;
  return [{ ...holeFor(term), fallback: [...first, ...second] }];
}

/** `path.startsWith('http') ? path : base + path`: the same path, with a base before it or without. */
function isEndOf(end: Text, whole: Text): boolean {
  return (
    end.length > 0 &&
    end.length < whole.length &&
    end.every((part, index) => isSamePart(part, whole[whole.length - end.length + index]))
  );
}

function isAbsolute([first]: Text): boolean {
  return first?.kind === 'text' && /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(first.text);
}

/** The term's value is written as a text: a literal, a template or a `+`. */
export function isTextual(term: Term, budget?: Budget): boolean {
  const { type } = deref(term, budget).node;
  return type === 'Literal' || type === 'TemplateLiteral' || type === 'BinaryExpression';
}

function place(
  term: Term,
  range: Range,
  exact: boolean,
): Pick<TextPart, 'module' | 'range' | 'exact' | 'node'> {
  return { module: term.module, range, exact, node: term.node };
}
