import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../module.js';
import { rangeOf } from '../ranges.js';
import { argumentsDoc } from './arguments.js';
import { isCall, isFunctionNode, type LayoutContext, parenthesesAround, sourceText } from './context.js';
import {
  breakParent,
  type Doc,
  firstThatFits,
  group,
  hardline,
  indent,
  join,
  softline,
  willBreak,
} from './doc.js';
import { columnsOf } from './render.js';
import { isSimple } from './simple.js';

/** A call, and whether it is a chain that may be broken before its dots. */
export interface CallDoc {
  readonly doc: Doc;
  readonly isChain: boolean;
}

/** One piece of a chain: what it begins with, `.name`, `[0]`, `!` or `(…)`. */
interface Link {
  readonly node: Node;
  readonly doc: Doc;
}

/** `root.a().b()`: in one line, or one call per line. */
export function callDoc(node: TSESTree.CallExpression, context: LayoutContext): CallDoc {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || parenthesesAround(callee, context) > 0) {
    const own = [context.print(callee), ...ofCall(node, context)];
    return { doc: isCall(callee) ? group(own) : own, isChain: false };
  }
  const links = linksOf(node, context);
  const groups = groupsOf(links);
  const [first = [], second = []] = groups;
  const isMerged = groups.length >= 2 && isMergedWith(first, second, node, context);
  const flat = groups.map((items) => items.map(({ doc }) => doc));
  if (groups.length <= (isMerged ? 3 : 2)) return { doc: group(flat), isChain: false };
  const rest = groups.slice(isMerged ? 2 : 1).map((items) => items.map(({ doc }) => doc));
  const broken = [
    first.map(({ doc }) => doc),
    isMerged ? second.map(({ doc }) => doc) : '',
    indent([hardline, join(hardline, rest)]),
  ];
  const calls = links.map((link) => link.node).filter(isCall);
  const isBroken =
    (calls.length > 2 && calls.some((call) => call.arguments.some((item) => !isSimple(item)))) ||
    flat.slice(0, -1).some(willBreak) ||
    endsInBrokenCall(groups, calls);
  if (isBroken) return { doc: group(broken), isChain: true };
  return { doc: [willBreak(flat) ? breakParent : '', firstThatFits([flat, broken])], isChain: true };
}

/** `?.`, type arguments, and the arguments. */
function ofCall(node: TSESTree.CallExpression, context: LayoutContext): Doc[] {
  const types = node.typeArguments ? sourceText(node.typeArguments, context) : '';
  return [node.optional ? '?.' : '', types, argumentsDoc(node, context)];
}

function linksOf(whole: TSESTree.CallExpression, context: LayoutContext): Link[] {
  const links: Link[] = [];
  let node: Node = whole;
  for (;;) {
    const isBare: boolean = node === whole || parenthesesAround(node, context) === 0;
    if (
      isBare &&
      isCall(node) &&
      (node === whole || node.callee.type === 'MemberExpression' || isCall(node.callee))
    ) {
      links.unshift({ node, doc: ofCall(node, context) });
      node = node.callee;
    } else if (isBare && node.type === 'MemberExpression') {
      links.unshift({ node, doc: lookupDoc(node, context) });
      node = node.object;
    } else if (isBare && node.type === 'TSNonNullExpression') {
      links.unshift({ node, doc: '!' });
      node = node.expression;
    } else if (isBare && node.type === 'ChainExpression') node = node.expression;
    else {
      links.unshift({ node, doc: context.print(node) });
      return links;
    }
  }
}

/** `.name` and `[key]` */
export function lookupDoc(node: TSESTree.MemberExpression, context: LayoutContext): Doc {
  const property = context.print(node.property);
  if (!node.computed) return [node.optional ? '?.' : '.', property];
  const open = node.optional ? '?.[' : '[';
  const isNumber = node.property.type === 'Literal' && typeof node.property.value === 'number';
  return isNumber ? [open, property, ']'] : group([open, indent([softline, property]), softline, ']']);
}

/** What the chain begins with, and then one group for each call with the names before it. */
function groupsOf(links: readonly Link[]): Link[][] {
  const [root, ...more] = links;
  if (!root) return [];
  const first = [root];
  let index = 0;
  while (more[index] && staysWithRoot(more[index])) first.push(...more.slice(index, ++index));
  if (!isCall(root.node))
    while (isMember(more[index]) && isMember(more[index + 1])) first.push(...more.slice(index, ++index));
  const groups = [first];
  let current: Link[] = [];
  let isCalled = false;
  for (const link of more.slice(index)) {
    if (isCalled && isMember(link) && !isNumbered(link)) {
      groups.push(current);
      current = [];
      isCalled = false;
    }
    isCalled ||= isCall(link.node);
    current.push(link);
  }
  return current.length > 0 ? [...groups, current] : groups;
}

function staysWithRoot(link: Link | undefined): boolean {
  return (
    link !== undefined && (link.node.type === 'TSNonNullExpression' || isCall(link.node) || isNumbered(link))
  );
}

function isMember(link: Link | undefined): boolean {
  return link?.node.type === 'MemberExpression';
}

function isNumbered({ node }: Link): boolean {
  return node.type === 'MemberExpression' && node.computed && node.property.type === 'Literal';
}

/** `this.a()`, `Name.a()`, and `z.a()` as a statement: the first call stands with its object. */
function isMergedWith(
  first: readonly Link[],
  [next]: readonly Link[],
  whole: TSESTree.CallExpression,
  { style, module: { text } }: LayoutContext,
): boolean {
  const isComputed = next?.node.type === 'MemberExpression' && next.node.computed;
  const [root] = first;
  const last = first.at(-1)?.node;
  if (first.length === 1 && root) {
    const { node } = root;
    if (node.type === 'ThisExpression') return true;
    const outer = whole.parent.type === 'ChainExpression' ? whole.parent.parent : whole.parent;
    const isStatement = outer.type === 'ExpressionStatement';
    if (node.type !== 'Identifier') return false;
    const isShort = isStatement && node.name.length <= columnsOf(style.indent, style);
    return isFactory(node.name) || isShort || isComputed;
  }
  if (last?.type !== 'MemberExpression' || last.property.type !== 'Identifier') return false;
  return isFactory(text.slice(...rangeOf(last.property))) || isComputed;
}

function isFactory(name: string): boolean {
  return /^[A-Z]|^[$_]+$/.test(name);
}

/** The last call is broken, and one before it is given a function. */
function endsInBrokenCall(groups: readonly Link[][], calls: readonly TSESTree.CallExpression[]): boolean {
  const last = groups.at(-1) ?? [];
  return (
    isCall(last.at(-1)?.node) &&
    willBreak(last.map(({ doc }) => doc)) &&
    calls.slice(0, -1).some((call) => call.arguments.some(isFunctionNode))
  );
}
