import type { TSESTree } from '@typescript-eslint/types';

import { at, type Range, sourceOf, type Term } from './module.js';
import { elementsOf } from './elements.js';
import { entityOf } from './entity.js';
import { resolveUrl } from './join-url.js';
import { type Budget, deref, isGlobalName, newBudget } from './resolve.js';
import { bindingOf, findVariable, keyName } from './scope.js';
import { type HolePart, knownText, type Part, slicePart, type Text, type TextPart } from './text.js';

export { joinUrl } from './join-url.js';

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
    case 'ConditionalExpression':
      return oneOf(at(term, node), budget);
    case 'CallExpression':
      return call(at(term, node), budget) ?? followed(term, budget);
    case 'NewExpression':
      return isUrl(at(term, node.callee), budget) ? url(at(term, node), budget) : [holeFor(term)];
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

function followed(term: Term, budget: Budget): Text {
  const value = deref(term, budget);
  if (value.node === term.node) return [holeFor(value)];
  const [part, ...others] = evaluate(value, budget);
  return part?.kind === 'hole' && others.length === 0
    ? [{ ...part, written: asWritten(term) }]
    : [...(part ? [part] : []), ...others];
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
    parts.push({ kind: 'hole', term, written: term, name: match[1] ?? '', pseudo: true });
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
    if (callee.name === 'String' || callee.name === 'encodeURI') return evaluate(at(term, first), budget);
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
      return elementsOf(object, budget)
        ? undefined
        : [object, ...parts].flatMap((part) => evaluate(part, budget));
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
  const elements = elementsOf(object, budget);
  const between = separator ? knownText(evaluate(separator, budget)) : ',';
  if (!elements || between === undefined) return undefined;
  return elements.flatMap((element, index) => {
    const text = evaluate(element, budget);
    if (index === 0 || between === '') return text;
    const { module, node } = object;
    return [{ kind: 'text', text: between, module, range: node.range, exact: false }, ...text];
  });
}

/** `'/document/upload/:documentId'.replace(':documentId', id)`. */
function replace(object: Term, pattern: Term, replacement: Term, budget: Budget): Text | undefined {
  const wanted = searched(pattern, budget);
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

/** The text that `replace` looks for; a pattern that is no plain text is returned as it is written. */
function searched(pattern: Term, budget: Budget): string | undefined {
  const { node } = deref(pattern, budget);
  if (node.type !== 'Literal' || !('regex' in node)) return knownText(evaluate(pattern, budget));
  const plain = node.regex.pattern.replaceAll(/\\([/.:-])/g, '$1');
  return /[\\^$*+?()[\]{}|]/.test(plain) ? node.raw : plain;
}

function url(term: Term<TSESTree.NewExpression>, budget: Budget): Text {
  const [path, base] = term.node.arguments;
  if (!path) return [holeFor(term)];
  const text = evaluate(at(term, path), budget);
  return base ? resolveUrl(text, evaluate(at(term, base), budget)) : text;
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

/** `live ? 'https://…' : 'https://…'`: not known, but one of these. */
function oneOf(term: Term<TSESTree.ConditionalExpression>, budget: Budget): Text {
  const { consequent, alternate } = term.node;
  const texts = [consequent, alternate].flatMap((node) => evaluate(at(term, node), budget));
  return [{ ...holeFor(term), fallback: texts }];
}

/** The term's value is written as a text: a literal, a template or a `+`. */
export function isTextual(term: Term, budget: Budget = newBudget()): boolean {
  const { type } = deref(term, budget).node;
  return type === 'Literal' || type === 'TemplateLiteral' || type === 'BinaryExpression';
}

/** The global `URL`, or node:url's. */
function isUrl(callee: Term, budget: Budget): boolean {
  const entity = entityOf(callee, budget);
  if (!entity || entity.kind === 'result' || entity.path.join('.') !== 'URL') return false;
  return entity.kind === 'global' || entity.source === 'url';
}

/** `process.env.X`, `import.meta.env.X` and plain expressions, named as they are written. */
function holeFor(term: Term): HolePart {
  return {
    kind: 'hole',
    term,
    written: asWritten(term),
    name: nameOf(term).replaceAll(/\s+/g, ' '),
    pseudo: false,
  };
}

function place(
  term: Term,
  range: Range,
  exact: boolean,
): Pick<TextPart, 'module' | 'range' | 'exact' | 'node'> {
  return { module: term.module, range, exact, node: term.node };
}

/** As written, but for `const { X } = process.env` and `const env = process.env`. */
function nameOf(term: Term): string {
  const { node } = term;
  if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier') {
    const object = deref(at(term, node.object));
    if (object.node.type === 'MemberExpression')
      return `${sourceOf(object)}.${sourceOf(at(term, node.property))}`;
  }
  const variable = node.type === 'Identifier' ? findVariable(node.name, node, term.module) : undefined;
  const binding = variable && bindingOf(variable);
  return binding?.kind === 'value' && binding.path.length > 0
    ? [sourceOf(at(term, binding.node)), ...binding.path].join('.')
    : sourceOf(term);
}

/** A builder's parameter is written by the caller. */
function asWritten(term: Term): Term {
  if (term.node.type !== 'Identifier') return term;
  const variable = findVariable(term.node.name, term.node, term.module);
  const bound = variable && term.bindings.get(variable);
  return bound?.path.length === 0 ? asWritten(bound.term) : term;
}
