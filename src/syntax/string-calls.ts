import type { TSESTree } from '@typescript-eslint/types';

import { elementsOf } from './elements.js';
import { type Entity, entityOf } from './entity.js';
import { holeFor } from './holes.js';
import { joinUrl } from './join-url.js';
import { at, type Term } from './module.js';
import { isGlobalName } from './links.js';
import type { Budget } from './budget.js';
import { rangeOf } from './ranges.js';
import { deref } from './resolve.js';
import { keyName } from './scope.js';
import { textOfSlice } from './pieces.js';
import { textOfConcat } from './sums.js';
import { type Evaluate, knownText, type Part, slicePart, type Text } from './text.js';

/** Packages whose function joins the pieces of a URL. */
const URL_JOINERS = new Set(['url-join', 'urljoin', 'proper-url-join']);

/** The text that a call of `String`, `encodeURI`, `toString`, `concat`, `join` or `replace` gives. */
export function textOfCall(
  term: Term<TSESTree.CallExpression>,
  evaluate: Evaluate,
  budget: Budget,
): Text | undefined {
  const { callee, arguments: args } = term.node;
  const [first, second] = args;
  if (callee.type === 'Identifier' && first && isGlobalName(callee, term)) {
    if (callee.name === 'String' || callee.name === 'encodeURI') return evaluate(at(term, first), budget);
    if (callee.name === 'encodeURIComponent') return [holeFor(at(term, first))];
  }
  const entity = entityOf(at(term, callee));
  if (isJoiner(entity))
    return args.map((argument) => evaluate(at(term, argument), budget)).reduce(joinUrl, []);
  if (isFormat(entity))
    return textOfFormat(
      args.map((argument) => at(term, argument)),
      evaluate,
      budget,
    );
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined;
  const object = at(term, callee.object);
  const parts = args.map((argument) => at(term, argument));
  switch (keyName({ key: callee.property, computed: callee.computed })) {
    case 'toString':
      return args.length === 0 ? evaluate(object, budget) : undefined;
    case 'concat':
      // Arrays have a concat too.
      return textOfConcat(term, (start) => elementsOf(start, budget) !== undefined, evaluate, budget);
    case 'join':
      return joinArray(object, first && at(term, first), evaluate, budget);
    case 'replace':
    case 'replaceAll':
      return first && second && replace(object, at(term, first), at(term, second), evaluate, budget);
    case 'toUpperCase':
    case 'toLocaleUpperCase':
      return inCase(evaluate(object, budget), (text) => text.toUpperCase());
    case 'toLowerCase':
    case 'toLocaleLowerCase':
      return inCase(evaluate(object, budget), (text) => text.toLowerCase());
    case 'slice':
    case 'substring':
    case 'trim':
      return textOfSlice(evaluate(object, budget), parts, evaluate, budget);
    default:
      return undefined;
  }
}

function inCase(text: Text, change: (text: string) => string): Text {
  return text.map((part) =>
    part.kind === 'text' ? { ...part, text: change(part.text), exact: false } : part,
  );
}

/** `util.format`, and the packages that do the same. */
function isFormat(entity: Entity | undefined): boolean {
  if (entity?.kind !== 'module') return false;
  const path = entity.path.join('.');
  return (
    (entity.source === 'util' && path === 'format') || (entity.source === 'sprintf-js' && path === 'sprintf')
  );
}

/** `format('%s/document/upload/%s', base, id)` */
function textOfFormat(
  [pattern, ...values]: readonly Term[],
  evaluate: Evaluate,
  budget: Budget,
): Text | undefined {
  const text = pattern && evaluate(pattern, budget);
  if (!text) return undefined;
  let next = 0;
  return text.flatMap((part): Text => {
    if (part.kind === 'hole') return [part];
    const parts: Part[] = [];
    let from = 0;
    for (const { index, 0: mark } of part.text.matchAll(/%[sdi]/g)) {
      const value = values[next++];
      parts.push(
        ...slicePart(part, from, index),
        ...(value ? evaluate(value, budget) : slicePart(part, index, index + mark.length)),
      );
      from = index + mark.length;
    }
    return [...parts, ...slicePart(part, from, part.text.length)];
  });
}

function joinArray(
  object: Term,
  separator: Term | undefined,
  evaluate: Evaluate,
  budget: Budget,
): Text | undefined {
  const elements = elementsOf(object, budget);
  const between = separator ? knownText(evaluate(separator, budget)) : ',';
  if (!elements || between === undefined) return undefined;
  // Whoever joins a path trims its pieces.
  if (between === '/') return elements.map((element) => evaluate(element, budget)).reduce(joinUrl, []);
  return elements.flatMap((element, index) => {
    const text = evaluate(element, budget);
    if (index === 0 || between === '') return text;
    const { module, node } = object;
    return [{ kind: 'text', text: between, module, range: rangeOf(node), exact: false }, ...text];
  });
}

/** `'/document/upload/:documentId'.replace(':documentId', id)`. */
function replace(
  object: Term,
  pattern: Term,
  replacement: Term,
  evaluate: Evaluate,
  budget: Budget,
): Text | undefined {
  const wanted = searched(pattern, evaluate, budget);
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
function searched(pattern: Term, evaluate: Evaluate, budget: Budget): string | undefined {
  const { node } = deref(pattern, budget);
  if (node.type !== 'Literal' || !('regex' in node)) return knownText(evaluate(pattern, budget));
  const plain = node.regex.pattern.replaceAll(/\\([/.:-])/g, '$1');
  return /[\\^$*+?()[\]{}|]/.test(plain) ? node.raw : plain;
}

/** `urlJoin`, and `join` and `posix.join` of node:path. */
function isJoiner(entity: Entity | undefined): boolean {
  if (entity?.kind !== 'module') return false;
  const { source, path } = entity;
  return URL_JOINERS.has(source) || (/^path(?:\/posix)?$/.test(source) && path.at(-1) === 'join');
}
