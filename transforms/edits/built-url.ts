import type { TSESTree } from '@typescript-eslint/types';

import { passedOn } from '../../src/analysis/wrappers.js';
import type { PlacedEdit } from '../../src/syntax/edits.js';
import { type Module, type Node, type Range, sourceOf, type Term, termOf } from '../../src/syntax/module.js';
import { isWithin, endOf, rangeOf } from '../../src/syntax/ranges.js';
import { findVariable, keyName } from '../../src/syntax/scope.js';
import type { PlacedPart } from '../../src/syntax/text.js';
import { type FunctionNode, isFunction } from '../../src/syntax/walk.js';
import { hasEffect } from '../effects.js';

/** The pieces of a URL with the parameter of a function in place of what it was given. */
export interface Built {
  readonly parts: readonly PlacedPart[];
  /** Edits that take the parameter and the argument away. */
  readonly along: readonly PlacedEdit[];
}

/**
 * `path(id)` of `(id) => `/customer/kyc/status/${id}``: the last piece up to `end` as the function has it.
 *
 * @returns undefined where no function puts it together, or has another use for it
 */
export function builtUrl(parts: readonly PlacedPart[], end: number): Built | undefined {
  const given = givenAt(parts, end);
  if (!given || hasEffect(given.written)) return undefined;
  const { last, written, call, fn } = given;
  const index = call.arguments.findIndex((argument) => argument === written.node);
  const parameter = fn.node.params[index];
  const isLast = index === call.arguments.length - 1 && index === fn.node.params.length - 1;
  if (!isLast || parameter?.type !== 'Identifier' || isDeclaredElsewhere(fn)) return undefined;
  const variable = findVariable(parameter.name, fn.node.body, fn.module);
  const reads = variable?.references.filter(({ init }) => !init) ?? [];
  const [read] = reads;
  if (!read || reads.length > 1 || !read.isRead() || read.isWrite()) return undefined;
  if (!isWithin(read.identifier, fn.node.body)) return undefined;
  const here = termOf(read.identifier, fn.module);
  return {
    parts: parts.map((placed) =>
      placed === last && placed.part.kind === 'hole'
        ? { ...placed, part: { ...placed.part, written: here } }
        : placed,
    ),
    along: [
      taken(parameter, fn.node.params[index - 1], fn.module),
      taken(written.node, call.arguments[index - 1], written.module),
    ],
  };
}

/** Why the function that puts a URL together is not changed; undefined where there is none. */
export function whyNotBuilt(parts: readonly PlacedPart[], end: number): string | undefined {
  const given = givenAt(parts, end);
  if (!given) return undefined;
  const callee = `\`${sourceOf({ ...given.written, node: given.call.callee })}\``;
  return isDeclaredElsewhere(given.fn)
    ? `${callee} puts it together, and a type of its own says what it takes`
    : `${callee} puts it together, and does more with what it is given`;
}

interface Given {
  readonly last: PlacedPart;
  readonly written: Term;
  readonly call: TSESTree.CallExpression;
  readonly fn: Term<FunctionNode>;
}

/** The last piece up to `end`, where it is what a function of the project is given. */
function givenAt(parts: readonly PlacedPart[], end: number): Given | undefined {
  const last = parts.find((placed) => placed.end === end && placed.part.kind === 'hole');
  if (last?.part.kind !== 'hole') return undefined;
  const { written } = last.part;
  const call = written.node.parent;
  if (call?.type !== 'CallExpression' || call.callee === written.node) return undefined;
  const fn = passedOn({ ...written, node: call });
  return fn && { last, written, call, fn };
}

/** An item of a list, with the comma that goes with it. */
function taken(item: Node, before: Node | undefined, module: Module): PlacedEdit {
  const [start, end] = rangeOf(item);
  const comma = /^\s*,(?=\s*\))/.exec(module.text.slice(end))?.[0].length ?? 0;
  const range: Range = [before ? endOf(before) : start, end + comma];
  // `id => …` has no parentheses yet.
  const isBare = isFunction(item.parent ?? item) && !before && !/\(\s*$/.test(module.text.slice(0, start));
  return { module, range, text: isBare ? '()' : '' };
}

/** `const paths: Paths = { … }`, `satisfies Paths`: a type may say that there is a parameter. */
function isDeclaredElsewhere({ node, module }: Term<FunctionNode>): boolean {
  if (isOverloaded(node, module)) return true;
  for (let { parent }: { parent?: Node | undefined } = node; parent; parent = parent.parent) {
    if (parent.type === 'VariableDeclarator') return parent.id.type !== 'Identifier' || isTyped(parent.id);
    if (parent.type === 'PropertyDefinition') return isTyped(parent);
    if (parent.type === 'TSSatisfiesExpression') return true;
    if (parent.type === 'TSAsExpression' && !isConst(parent.typeAnnotation)) return true;
    if (/Declaration$|^Program$|^ClassBody$/.test(parent.type)) return false;
  }
  return false;
}

/** `function path(id: string): string;` stands above, or its like in a class. */
function isOverloaded(node: FunctionNode, module: Module): boolean {
  const { parent } = node;
  if (parent.type === 'MethodDefinition') {
    const name = keyName(parent);
    const others = parent.parent.body.filter((item) => 'key' in item && keyName(item) === name);
    return parent.override || others.length > 1;
  }
  if (node.type !== 'FunctionDeclaration' || !node.id) return false;
  return (findVariable(node.id.name, node.id, module)?.defs.length ?? 0) > 1;
}

function isTyped({ typeAnnotation }: TSESTree.Identifier | TSESTree.PropertyDefinition): boolean {
  return Boolean(typeAnnotation);
}

/** `as const` */
function isConst(type: TSESTree.TypeNode): boolean {
  return (
    type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
  );
}
