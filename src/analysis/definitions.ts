import type { TSESTree } from '@typescript-eslint/types';

import { couldMatch, HOLE, matchUrl } from '../endpoints/match.js';
import type { LegacyId } from '../endpoints/types.js';
import { entityOf } from '../syntax/entity.js';
import { evaluate } from '../syntax/evaluate.js';
import { keptBy } from '../syntax/kept-paths.js';
import { type Module, type Node, type Range, termOf } from '../syntax/module.js';
import { endOf, rangeOf, startOf } from '../syntax/ranges.js';
import { findVariable, keyName } from '../syntax/scope.js';
import { flatten, type TextPart } from '../syntax/text.js';
import { readsOf } from '../syntax/uses.js';
import { isFunction, nodesOf } from '../syntax/walk.js';
import { mayBeMarked } from './marked/index.js';
import { isMeantOtherwise } from './other-meanings.js';
import { type Sending, usersOf } from './users.js';

/** A legacy path in the code that no call was seen to use: a wrapper may send it, or another file. */
export interface Definition {
  readonly node: Node;
  readonly endpoint: LegacyId;
  /** Where its text is written: elsewhere, for an expression that puts it together. */
  readonly texts: readonly TextPart[];
}

/** Ways to put a text together that are calls. */
const BUILDERS = ['join', 'concat', 'replace', 'replaceAll'];

/** The legacy paths of a file that are none of `calls`' own. */
export function definitionsIn(module: Module, calls: readonly Sending[]): Definition[] {
  const definitions: Definition[] = [];
  if (!mayBeMarked(termOf(module.ast, module))) return definitions;
  const users = usersOf(calls);
  let outer: Range = [0, 0];
  /** Sums without a word of a path in them: what they begin with has none either. */
  const barren = new Set<Node | undefined>();
  for (const node of textsIn(module)) {
    // Its pieces are no paths of their own.
    if (outer[0] <= startOf(node) && endOf(node) <= outer[1]) continue;
    const isBarren = barren.has(node.parent) && node.type === 'BinaryExpression' && isLeftOf(node);
    const text = isBarren ? [] : evaluate(termOf(node, module));
    const { flat, parts } = flatten(text, HOLE);
    if (node.type === 'BinaryExpression' && !couldMatch(flat)) barren.add(node);
    const match = matchUrl(flat, undefined);
    // A row without a method stands for paths that are no documented endpoint.
    if (!match || match.endpoint.method === undefined || match.literalPrefix) continue;
    outer = rangeOf(node);
    // A query says nothing of the path.
    const texts = parts.flatMap(({ part, start }) =>
      part.kind === 'text' && start < match.path.end ? [part] : [],
    );
    const definition = { node, endpoint: match.endpoint.id, texts };
    const isSilent = isRewritten(node) || isMeantOtherwise(node, module) || isDead(node, module);
    if (!isSilent && !users.use(definition, module)) definitions.push(definition);
  }
  return definitions;
}

/** `a + b` of `a + b + c` */
function isLeftOf(node: Node): boolean {
  return node.parent?.type === 'BinaryExpression' && node.parent.left === node;
}

/** Whether a file has a legacy path outside of its calls, which other files may send. */
export function holdsPaths(module: Module, calls: readonly Sending[]): boolean {
  const users = usersOf(calls);
  const isOutside = (node: Node): boolean => !users.hold(module, rangeOf(node));
  return definitionsIn(module, []).some(({ node }) => isOutside(node)) || prefixesIn(module).some(isOutside);
}

/** `'/customer/kyc/status'`, to which others add the parameter. */
function prefixesIn(module: Module): Node[] {
  return nodesOf(module, 'Literal').filter(({ value, parent }) => {
    if (typeof value !== 'string' || !value.startsWith('/')) return false;
    if (parent.type === 'ImportDeclaration' || parent.type === 'TSLiteralType') return false;
    const match = matchUrl(`${value.replace(/\/$/, '')}/x`, undefined);
    return match?.endpoint.method !== undefined && !match.literalPrefix;
  });
}

/** The expressions that may put a path together, the outer ones first. */
function textsIn(module: Module): Node[] {
  const texts = [
    ...nodesOf(module, 'Literal').filter((node) => isPath(node)),
    ...nodesOf(module, 'TemplateLiteral').filter((node) => !isOnlyPiece(node) && !isProse(node)),
    ...nodesOf(module, 'BinaryExpression').filter(({ operator }) => operator === '+'),
    ...nodesOf(module, 'CallExpression').filter((node) => isBuilder(node)),
  ];
  return texts
    .filter((node) => mayBeMarked(termOf(node, module)) && !isOfFiles(node, module))
    .sort((left, right) => startOf(left) - startOf(right) || endOf(right) - endOf(left));
}

function isPath({ value, parent }: TSESTree.Literal): boolean {
  if (typeof value !== 'string' || !value.includes('/') || !couldMatch(value)) return false;
  // A module's name and a type are sent nowhere.
  return parent.type !== 'ImportDeclaration' && parent.type !== 'TSLiteralType';
}

/** `no invoice: ${id}`: a path has no space, whatever stands for the rest. */
function isProse({ quasis }: TSESTree.TemplateLiteral): boolean {
  return quasis.some(({ value }) => /\s/.test(value.raw));
}

/** `${…}` around another text, which stands for itself. */
function isOnlyPiece({ quasis, expressions: [only, second] }: TSESTree.TemplateLiteral): boolean {
  const isEmpty = quasis.every(({ value }) => value.raw === '');
  return isEmpty && !second && (only?.type === 'TemplateLiteral' || only?.type === 'Literal');
}

function isBuilder({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression') return false;
  return BUILDERS.includes(keyName({ key: callee.property, computed: callee.computed }) ?? '');
}

/** `path.join(folder, 'document', 'upload', name)` */
function isOfFiles(node: Node, module: Module): boolean {
  const object =
    node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
      ? node.callee.object
      : undefined;
  const entity = object && entityOf(termOf(object, module));
  return entity?.kind === 'module' && entity.source === 'path';
}

/** `url = `${url}?${query}``: the path is told of where `url` is declared. */
function isRewritten(node: Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'AssignmentExpression' || parent.right !== node) return false;
  return parent.left.type === 'Identifier' && keptBy(parent, parent.left.name) !== undefined;
}

/** The constant, or the member of it, that holds the path is not exported, and nothing in the file reads it. */
function isDead(node: Node, module: Module): boolean {
  let key: string | undefined;
  let holder = node.parent;
  for (; holder && holder.type !== 'VariableDeclarator'; holder = holder.parent) {
    if (isFunction(holder) || holder.type === 'CallExpression') return false;
    if (holder.type === 'Property') key = keyName(holder);
  }
  if (holder?.parent.parent.type !== 'Program' || holder.id.type !== 'Identifier') return false;
  const variable = findVariable(holder.id.name, holder.id, module);
  return variable !== undefined && readsOf(variable, key).length === 0;
}
