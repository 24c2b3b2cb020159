import type { TSESTree } from '@typescript-eslint/types';

import type { Node, Range } from '../module.js';
import { commentsIn, isBlankLineBehind, type LayoutContext, sourceText } from './context.js';
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
      ? context.module.text.slice(node.range[0], first.range[0]).includes('\n')
      : hasNestedPattern(node);
  const inside = ['{', indent([line, ...items(properties, node, context)]), comma(last, context), line, '}'];
  const whole =
    node.type === 'ObjectPattern' && node.typeAnnotation
      ? [...inside, sourceText(node.typeAnnotation, context)]
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
      indent([softline, ...items(present, node, context)]),
      comma(present.at(-1), context),
      softline,
      ']',
    ],
    isOfSeveralObjects(present),
  );
}

/** The items of a list with what is between them: commas, comments on lines of their own, and single blank lines. */
function items(nodes: readonly Node[], list: Node, context: LayoutContext): Doc[] {
  const { text } = context.module;
  let from = list.range[0] + 1;
  return nodes.map((node, index) => {
    const isLast = index === nodes.length - 1;
    const before = commentsIn([from, node.range[0]], context).filter(({ range }) => isOnOwnLine(range, text));
    const next = nodes[index + 1]?.range[0] ?? list.range[1];
    const behind = commentsIn([node.range[1], next], context).filter(
      ({ range }) => !isOnOwnLine(range, text) && !text.slice(node.range[1], range[0]).includes('\n'),
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
    from = node.range[1];
    return [
      ...comments,
      context.print(node),
      ...suffix,
      isLast ? '' : [',', line, isBlankLineBehind(node.range[1], context) ? hardline : ''],
    ];
  });
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
