import type { TSESTree } from '@typescript-eslint/types';

import { at, type Range, sourceOf, type Term } from './module.js';
import { type Budget, deref, isGlobalName, newBudget } from './resolve.js';
import { keyName } from './scope.js';
import { knownText, type Part, type Text } from './text.js';

/** `'${CONNECTFI_BASE_URL}/…'` in plain quotes. */
const PSEUDO_HOLE = /\$\{([A-Za-z_$][\w$.]*)\}/g;

/**
 * Evaluates an expression to text, as far as the code in reach tells: literals, templates, `+`, constants, members,
 * path builders, `join`, `concat`, `replace` and `new URL`. The rest becomes holes.
 */
export function evaluate(term: Term, budget: Budget = newBudget()): Text {
  if (budget.steps-- <= 0) return [holeFor(term)];
  const { node } = term;
  switch (node.type) {
    case 'Literal':
      return literal(term, node);
    case 'TemplateLiteral':
      return template(at(term, node), budget);
    case 'BinaryExpression':
      if (node.operator !== '+') return [holeFor(term)];
      return [...evaluate(at(term, node.left), budget), ...evaluate(at(term, node.right), budget)];
    case 'LogicalExpression':
      return withFallback(at(term, node), budget);
    case 'CallExpression':
      return call(at(term, node), budget) ?? followed(term, budget);
    case 'NewExpression':
      return isGlobal(at(term, node.callee), 'URL') ? url(at(term, node), budget) : [holeFor(term)];
    case 'MemberExpression':
      return urlMember(at(term, node), budget) ?? followed(term, budget);
    default:
      return followed(term, budget);
  }
}

/** The value of an expression that is fully known. */
export function evaluateKnown(term: Term): string | undefined {
  return knownText(evaluate(term));
}

/** Joins a base URL and a path with exactly one slash, as the HTTP clients do. */
export function joinUrl(base: Text, path: Text): Text {
  const [first] = path;
  if (base.length === 0 || (first?.kind === 'text' && /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(first.text)))
    return path;
  const last = base.at(-1);
  const ends = last?.kind === 'text' && last.text.endsWith('/');
  const starts = first?.kind === 'text' && first.text.startsWith('/');
  if (ends && starts) return [...base.slice(0, -1), trimmed(last), ...path];
  if (ends || starts || path.length === 0 || !last) return [...base, ...path];
  return [...base, slashAfter(last), ...path];
}

function followed(term: Term, budget: Budget): Text {
  const value = deref(term, budget);
  return value.node === term.node ? [holeFor(value)] : evaluate(value, budget);
}

function literal(term: Term, node: TSESTree.Literal): Text {
  if (typeof node.value !== 'string')
    return [{ kind: 'text', text: String(node.value), ...place(term, node.range, false) }];
  const inner: Range = [node.range[0] + 1, node.range[1] - 1];
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
    parts.push({ kind: 'hole', term, name: match[1] ?? '', pseudo: true });
    from = match.index + match[0].length;
  }
  push(node.value.length);
  return parts;
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
  const [start, end] = quasi.range;
  const withDelimiters = node.quasis[0]?.range[0] === node.range[0];
  return withDelimiters ? [start + 1, end - (quasi.tail ? 1 : 2)] : [start, end];
}

function call(term: Term<TSESTree.CallExpression>, budget: Budget): Text | undefined {
  const { callee, arguments: args } = term.node;
  const [first, second] = args;
  if (callee.type === 'Identifier' && first && isGlobalName(callee, term)) {
    if (callee.name === 'String') return evaluate(at(term, first), budget);
    if (callee.name === 'encodeURIComponent') return [holeFor(at(term, first))];
  }
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const object = at(term, callee.object);
  const parts = args.map((argument) => at(term, argument));
  switch (keyName({ key: callee.property, computed: callee.computed })) {
    case 'toString':
      return args.length === 0 ? evaluate(object, budget) : undefined;
    case 'concat':
      // Arrays have a concat too.
      return isTextual(object, budget)
        ? [object, ...parts].flatMap((part) => evaluate(part, budget))
        : undefined;
    case 'join':
      return joinArray(object, first && at(term, first), budget);
    case 'replace':
    case 'replaceAll':
      return first && second && replace(object, at(term, first), at(term, second), budget);
    default:
      return undefined;
  }
}

function joinArray(object: Term, separator: Term | undefined, budget: Budget): Text | undefined {
  const array = deref(object, budget);
  if (array.node.type !== 'ArrayExpression') return undefined;
  const between = separator ? knownText(evaluate(separator, budget)) : ',';
  if (between === undefined || array.node.elements.some((item) => !item || item.type === 'SpreadElement'))
    return undefined;
  const texts = array.node.elements.flatMap((item) => (item ? [evaluate(at(array, item), budget)] : []));
  return texts.flatMap((text, index) =>
    index === 0 || between === ''
      ? text
      : [{ kind: 'text', text: between, ...place(array, array.node.range, false) }, ...text],
  );
}

/** `'/document/upload/:documentId'.replace(':documentId', id)`. */
function replace(object: Term, pattern: Term, replacement: Term, budget: Budget): Text | undefined {
  const wanted = knownText(evaluate(pattern, budget));
  if (!wanted) return undefined;
  const text = evaluate(object, budget);
  const index = text.findIndex((part) => part.kind === 'text' && part.text.includes(wanted));
  const part = text[index];
  if (part?.kind !== 'text') return text;
  const from = part.text.indexOf(wanted);
  const filling =
    replacement.node.type === 'ArrowFunctionExpression'
      ? [holeFor(replacement)]
      : evaluate(replacement, budget);
  return [
    ...text.slice(0, index),
    ...slicePart(part, 0, from),
    ...filling,
    ...slicePart(part, from + wanted.length, part.text.length),
    ...text.slice(index + 1),
  ];
}

function url(term: Term<TSESTree.NewExpression>, budget: Budget): Text {
  const [path, base] = term.node.arguments;
  if (!path) return [holeFor(term)];
  const text = evaluate(at(term, path), budget);
  return base ? joinUrl(evaluate(at(term, base), budget), text) : text;
}

/** `new URL(…).href`. */
function urlMember(term: Term<TSESTree.MemberExpression>, budget: Budget): Text | undefined {
  if (keyName({ key: term.node.property, computed: term.node.computed }) !== 'href') return undefined;
  const object = deref(at(term, term.node.object), budget);
  return object.node.type === 'NewExpression' ? evaluate(object, budget) : undefined;
}

function withFallback(term: Term<TSESTree.LogicalExpression>, budget: Budget): Text {
  const [part, ...others] = evaluate(at(term, term.node.left), budget);
  // `known || other` is what is known.
  if (term.node.operator === '&&' || !part) return [holeFor(term)];
  if (part.kind === 'text' || others.length > 0) return [part, ...others];
  return [{ ...part, fallback: evaluate(at(term, term.node.right), budget) }];
}

/** The term's value is written as a text: a literal, a template or a `+`. */
export function isTextual(term: Term, budget: Budget = newBudget()): boolean {
  const { type } = deref(term, budget).node;
  return type === 'Literal' || type === 'TemplateLiteral' || type === 'BinaryExpression';
}

function isGlobal(term: Term, name: string): boolean {
  return term.node.type === 'Identifier' && term.node.name === name && isGlobalName(term.node, term);
}

/** `process.env.X`, `import.meta.env.X` and plain expressions, named as they are written. */
function holeFor(term: Term): Part {
  return { kind: 'hole', term, name: sourceOf(term).replaceAll(/\s+/g, ' '), pseudo: false };
}

function place(
  term: Term,
  range: Range,
  exact: boolean,
): { module: Term['module']; range: Range; exact: boolean } {
  return { module: term.module, range, exact };
}

function slicePart(part: Part & { kind: 'text' }, from: number, to: number): Part[] {
  if (from === to) return [];
  const range: Range = part.exact ? [part.range[0] + from, part.range[0] + to] : part.range;
  return [{ ...part, text: part.text.slice(from, to), range }];
}

function trimmed(part: Part & { kind: 'text' }): Part {
  const [whole] = slicePart(part, 0, part.text.length - 1);
  return whole ?? { ...part, text: '' };
}

/** A slash that the client puts in; it stands nowhere in the source. */
function slashAfter(part: Part): Part {
  const [module, range] =
    part.kind === 'text' ? [part.module, part.range] : [part.term.module, part.term.node.range];
  return { kind: 'text', text: '/', module, range: [range[1], range[1]], exact: false };
}
