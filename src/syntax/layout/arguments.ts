import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../module.js';
import { endOf, startOf } from '../ranges.js';
import { commentedDocs } from './lists.js';
import {
  commentsIn,
  isBinary,
  isBlankLineBehind,
  isCall,
  isFunctionNode,
  isJsx,
  type LayoutContext,
  NotLaidOut,
} from './context.js';
import {
  breakParent,
  type Doc,
  firstThatFits,
  group,
  ifBreak,
  indent,
  join,
  line,
  softline,
  willBreak,
} from './doc.js';
import { functionDoc } from './functions.js';
import { isSimple } from './simple.js';

/** The arguments of a call: in one line, the last or the first one broken in place, or one per line. */
export function argumentsDoc(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  context: LayoutContext,
): Doc {
  const { arguments: args } = node;
  if (args.length === 0) return '()';
  const docs = commentedDocs(args, [endOf(node.typeArguments ?? node.callee) + 1, endOf(node) - 1], context);
  if (isHookWithDependencies(args)) return ['(', join(', ', docs), ')'];
  if (args.slice(0, -1).some((item) => isBlankLineBehind(endOf(item), context)))
    throw new NotLaidOut('A blank line between arguments');
  const comma = context.style.commas === 'all' ? ifBreak(',') : '';
  const inLines = join([',', line], docs);
  const broken = group(['(', indent([line, inLines]), comma, line, ')'], true);
  if (composesFunctions(args)) return broken;
  const [first] = args;
  const last = args.at(-1);
  if (first && last && breaksInFirst(args)) {
    const rest = docs.slice(1);
    if (rest.some(willBreak)) return broken;
    const own = hugged(first, context, true);
    if (!own) return broken;
    const called = (doc: Doc): Doc => ['(', doc, ', ', ...rest, ')'];
    return willBreak(own)
      ? [breakParent, firstThatFits([called(group(own, true)), broken])]
      : firstThatFits([called(own), called(group(own, true)), broken]);
  }
  const before = endOf(args.at(-2) ?? node.callee);
  const hasComment =
    last &&
    [...commentsIn([before, startOf(last)], context), ...commentsIn([endOf(last), endOf(node)], context)]
      .length > 0;
  if (last && !hasComment && breaksInLast(args)) {
    const before = docs.slice(0, -1);
    if (before.some(willBreak)) return broken;
    const own = hugged(last, context, false);
    if (!own) return broken;
    const called = (doc: Doc): Doc => ['(', ...before.map((item) => [item, ', ']), doc, ')'];
    return willBreak(own)
      ? [breakParent, firstThatFits([called(group(own, true)), broken])]
      : firstThatFits([called(own), called(group(own, true)), broken]);
  }
  return group(['(', indent([softline, inLines]), comma, softline, ')'], docs.some(willBreak));
}

/** An argument that is broken in place; undefined where its parameters would be broken, too. */
function hugged(node: Node, context: LayoutContext, isFirst: boolean): Doc | undefined {
  if (node.type !== 'ArrowFunctionExpression' && node.type !== 'FunctionExpression')
    return context.print(node);
  return functionDoc(node, context, isFirst ? 'first' : 'last');
}

/** `useEffect(() => { … }, [id])` */
function isHookWithDependencies([first, second, more]: readonly Node[]): boolean {
  return (
    first?.type === 'ArrowFunctionExpression' &&
    first.params.length === 0 &&
    first.body.type === 'BlockStatement' &&
    second?.type === 'ArrayExpression' &&
    !more
  );
}

/** Two functions, or a function within a call among the arguments: `pipe(a(() => …), b)`. */
function composesFunctions(args: readonly Node[]): boolean {
  if (args.length < 2) return false;
  const isGiven = args.some((item) => isCall(item) && item.arguments.some(isFunctionNode));
  return isGiven || args.filter(isFunctionNode).length > 1;
}

function breaksInLast(args: readonly Node[]): boolean {
  const [last, before] = args.toReversed();
  if (!last || !mayHug(last) || before?.type === last.type) return false;
  const isList = last.type === 'ArrayExpression';
  if (args.length === 2 && before?.type === 'ArrowFunctionExpression' && isList) return false;
  return !(
    args.length > 1 &&
    isList &&
    last.elements.every((item) => item?.type === 'Literal' && typeof item.value === 'number')
  );
}

/** `setTimeout(() => { … }, 500)` */
function breaksInFirst([first, second, more]: readonly Node[]): boolean {
  if (!first || !second || more) return false;
  const isBlock =
    first.type === 'FunctionExpression' ||
    (first.type === 'ArrowFunctionExpression' && first.body.type === 'BlockStatement');
  return (
    isBlock &&
    !isFunctionNode(second) &&
    second.type !== 'ConditionalExpression' &&
    mayFollowFunction(second) &&
    !mayHug(second)
  );
}

function mayFollowFunction(node: Node): boolean {
  if ((isCall(node) || node.type === 'NewExpression') && node.arguments.length > 1) return false;
  return isBinary(node) ? isSimple(node.left, 1) && isSimple(node.right, 1) : isSimple(node);
}

function mayHug(node: Node, isInArrow = false): boolean {
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.length > 0;
    case 'ArrayExpression':
      return node.elements.length > 0;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return mayHug(node.expression);
    case 'FunctionExpression':
      return true;
    case 'ArrowFunctionExpression': {
      const { body } = node;
      if (
        body.type === 'BlockStatement' ||
        body.type === 'ObjectExpression' ||
        body.type === 'ArrayExpression'
      )
        return true;
      if (isJsx(body) || (body.type === 'ArrowFunctionExpression' && mayHug(body, true))) return true;
      const inner = body.type === 'ChainExpression' ? body.expression : body;
      return !isInArrow && (inner.type === 'ConditionalExpression' || isCall(inner));
    }
    default:
      return false;
  }
}
