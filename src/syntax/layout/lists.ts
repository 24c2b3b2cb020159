import type { TSESTree } from '@typescript-eslint/types';

import type { Node, Range } from '../module.js';
import { endOf, startOf } from '../ranges.js';
import { commentsIn, isBlankLineBehind, type LayoutContext, sourceText } from './context.js';
import { typeDoc } from './types.js';
import { breakParent, type Doc, group, hardline, ifBreak, indent, line, softline } from './doc.js';

/** `{ a, b: 1 }`, one property per line where it does not fit, or where a new line begins behind its bracket. */
export function objectDoc(
  node: TSESTree.ObjectExpression | TSESTree.ObjectPattern,
  context: LayoutContext,
): Doc {
  const { properties } = node;
  const [first] = properties;
  if (!first) return sourceText(node, context);
  const last = properties.at(-1);
  const isOpen =
    node.type === 'ObjectExpression'
      ? context.module.text.slice(startOf(node), startOf(first)).includes('\n')
      : hasNestedPattern(node);
  const inside = [
    '{',
    indent([line, ...items(properties, inner(node), context)]),
    comma(last, context),
    line,
    '}',
  ];
  const whole =
    node.type === 'ObjectPattern' && node.typeAnnotation
      ? [...inside, ': ', typeDoc(node.typeAnnotation.typeAnnotation, context)]
      : inside;
  if (node.type === 'ObjectPattern' && !isOpen && /Declarator|Assignment/.test(node.parent.type))
    return whole;
  return group(whole, isOpen);
}

/** `[a, b]` */
export function arrayDoc(
  node: TSESTree.ArrayExpression | TSESTree.ArrayPattern,
  context: LayoutContext,
): Doc {
  const { elements } = node;
  const present = elements.filter((item) => item !== null);
  if (present.length === 0 || present.length < elements.length || isOfNumbers(node))
    return sourceText(node, context);
  return group(
    [
      '[',
      indent([softline, ...items(present, inner(node), context)]),
      comma(present.at(-1), context),
      softline,
      ']',
    ],
    isOfSeveralObjects(present),
  );
}

/** The items of a list with what is between them: commas, comments on lines of their own, and single blank lines. */
export function items(nodes: readonly Node[], [from, to]: Range, context: LayoutContext): Doc[] {
  const docs = commentedDocs(nodes, [from, to], context);
  return docs.map((doc, index) => {
    const node = nodes[index];
    const end = node ? endOf(node) : to;
    return index === docs.length - 1
      ? doc
      : [doc, ',', line, isBlankLineBehind(end, context) ? hardline : ''];
  });
}

/** Items with the comments that stand on the lines before them, or behind them on theirs. */
export function commentedDocs(nodes: readonly Node[], [start, end]: Range, context: LayoutContext): Doc[] {
  const { text } = context.module;
  let from = start;
  return nodes.map((node, index) => {
    const before = commentsIn([from, startOf(node)], context).filter(({ range }) => isOnOwnLine(range, text));
    const next = nodes[index + 1];
    const behind = commentsIn([endOf(node), next ? startOf(next) : end], context).filter(
      ({ range }) => !isOnOwnLine(range, text) && !text.slice(endOf(node), range[0]).includes('\n'),
    );
    const comments = before.map(({ range }): Doc => [
      text.slice(...range),
      hardline,
      // A blank line between a comment and what it stands above.
      /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(range[1])) ? hardline : '',
    ]);
    const suffix = behind.map(({ range }): Doc => [
      { kind: 'suffix', text: ` ${text.slice(...range)}` },
      breakParent,
    ]);
    from = endOf(node);
    return [...comments, context.print(node), ...suffix];
  });
}

function inner(node: Node): Range {
  return [startOf(node) + 1, endOf(node) - 1];
}

function isOnOwnLine([start]: Range, text: string): boolean {
  return /(?:^|\n)[ \t]*$/.test(text.slice(0, start));
}

/** Behind a rest element there is none. */
function comma(last: Node | undefined, { style }: LayoutContext): Doc {
  return style.commas === 'none' || last?.type === 'RestElement' ? '' : ifBreak(',');
}

function hasNestedPattern(node: TSESTree.ObjectPattern): boolean {
  const { parent } = node;
  if (/Function|AssignmentPattern|CatchClause/.test(parent.type)) return false;
  return node.properties.some(
    (item) =>
      item.type === 'Property' && (item.value.type === 'ObjectPattern' || item.value.type === 'ArrayPattern'),
  );
}

function isOfNumbers({ elements }: TSESTree.ArrayExpression | TSESTree.ArrayPattern): boolean {
  return elements.every((item) => item?.type === 'Literal' && typeof item.value === 'number');
}

/** Several objects of several properties stand on lines of their own. */
function isOfSeveralObjects(elements: readonly Node[]): boolean {
  const [first] = elements;
  if (elements.length < 2 || !first) return false;
  return elements.every(
    (item) =>
      item.type === first.type &&
      ((item.type === 'ObjectExpression' && item.properties.length > 1) ||
        (item.type === 'ArrayExpression' && item.elements.length > 1)),
  );
}
