import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../module.js';
import { endOf, rangeOf, startOf } from '../ranges.js';
import { isJsx, type LayoutContext, NotLaidOut, sourceDoc, sourceText } from './context.js';
import { typeDoc } from './types.js';
import { type Doc, group, ifBreak, indent, join, line, softline } from './doc.js';

type Own = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression;

/**
 * A function; the body of a block keeps its lines.
 *
 * @param hugged it is an argument that is broken in place
 * @returns undefined where its parameters would have to be broken in place, too
 */
export function functionDoc(node: Own, context: LayoutContext, hugged?: 'first' | 'last'): Doc | undefined {
  const { text } = context.module;
  const { body } = node;
  const isLone = node.params.length === 1 && node.params.some(isOpen);
  if ((hugged || !isLone) && node.params.some((item) => sourceText(item, context).includes('\n'))) {
    if (hugged) return undefined;
    throw new NotLaidOut('A parameter of several lines');
  }
  const open = node.typeParameters ? endOf(node.typeParameters) : startOf(node);
  const params = paramsDoc(node, context, hugged !== undefined);
  if (node.type === 'FunctionExpression') {
    const [first] = node.params;
    const begin = text.slice(startOf(node), text.indexOf('(', open));
    if (!first && begin.includes('\n')) throw new NotLaidOut('A function of several lines');
    return [begin, group([params, returnType(node, context)]), ' ', sourceDoc(rangeOf(body), context)];
  }
  if (body.type === 'ArrowFunctionExpression') throw new NotLaidOut('A chain of arrow functions');
  const typeParameters = node.typeParameters ? sourceText(node.typeParameters, context) : '';
  const isBare = /^(?:async\s+)?[\w$]+\s*=>/.test(text.slice(...rangeOf(node))) && node.params.length === 1;
  const signature = group([
    node.async ? 'async ' : '',
    typeParameters,
    isBare ? sourceText(node.params[0] ?? node, context) : params,
    returnType(node, context),
  ]);
  return group([signature, ' =>', bodyDoc(node, body, context, hugged === 'last')]);
}

function bodyDoc(
  node: TSESTree.ArrowFunctionExpression,
  body: Node,
  context: LayoutContext,
  isHugged: boolean,
): Doc {
  const comma = isHugged && context.style.commas === 'all' ? ifBreak(',') : '';
  const end = isHugged || node.parent.type === 'JSXExpressionContainer' ? softline : '';
  if (body.type === 'BlockStatement') return group([' ', sourceDoc(rangeOf(body), context)]);
  if (body.type === 'ConditionalExpression' && isPlain(body)) {
    const own = context.print(body);
    return group([' ', group([ifBreak('', '('), indent([softline, own]), ifBreak('', ')'), comma, end])]);
  }
  const isSameLine =
    body.type === 'ObjectExpression' ||
    body.type === 'ArrayExpression' ||
    isJsx(body) ||
    (/Template/.test(body.type) && sourceText(body, context).includes('\n'));
  const doc = context.print(body);
  return isSameLine ? group([' ', doc]) : group([indent([line, doc]), comma, end]);
}

/** Its test is no object, which would begin with a brace. */
function isPlain({ test }: TSESTree.ConditionalExpression): boolean {
  return test.type !== 'ObjectExpression';
}

/** One parameter per line, or a lone pattern that is broken in place. */
function paramsDoc(node: Own, context: LayoutContext, isHugged: boolean): Doc {
  const [first, second] = node.params;
  if (!first) return '()';
  if (isHugged) return `(${node.params.map((item) => sourceText(item, context)).join(', ')})`;
  const docs = node.params.map((item) => paramDoc(item, context));
  if (!second && isOpen(first)) return ['(', ...docs, ')'];
  const comma =
    context.style.commas === 'all' && node.params.at(-1)?.type !== 'RestElement' ? ifBreak(',') : '';
  return ['(', indent([softline, join([',', line], docs)]), comma, softline, ')'];
}

/** `({ a }) =>`, `(a: { b: string }) =>`: broken in place where it is the only one. */
function isOpen(node: Node): boolean {
  if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern') return true;
  return node.type === 'Identifier' && node.typeAnnotation?.typeAnnotation.type === 'TSTypeLiteral';
}

function paramDoc(node: Node, context: LayoutContext): Doc {
  if (node.type === 'ObjectPattern') return context.print(node);
  const type = node.type === 'Identifier' ? node.typeAnnotation?.typeAnnotation : undefined;
  if (!type) return sourceText(node, context);
  return [context.module.text.slice(startOf(node), startOf(type)), typeDoc(type, context)];
}

function returnType({ returnType: type }: Own, context: LayoutContext): Doc {
  return type ? sourceDoc(rangeOf(type), context) : '';
}
