import type { TSESTree } from '@typescript-eslint/types';

import { rangeOf, startOf } from '../ranges.js';
import { type LayoutContext, sourceDoc, sourceText } from './context.js';
import { type Doc, group, ifBreak, indent, join, line } from './doc.js';

/** A type: literals of properties are broken into lines, others keep theirs. */
export function typeDoc(type: TSESTree.TypeNode, context: LayoutContext): Doc {
  if (type.type !== 'TSTypeLiteral') return sourceDoc(rangeOf(type), context);
  const { text } = context.module;
  const [first] = type.members;
  if (!first || type.members.some((item) => item.type !== 'TSPropertySignature'))
    return sourceDoc(rangeOf(type), context);
  const end = context.style.semicolons ? ';' : '';
  const members = type.members.map((item): Doc => {
    const { typeAnnotation: annotation } = item.type === 'TSPropertySignature' ? item : {};
    if (!annotation) return sourceText(item, context).replace(/[;,]$/, '');
    const begin = text.slice(startOf(item), startOf(annotation.typeAnnotation));
    return [begin, typeDoc(annotation.typeAnnotation, context)];
  });
  return group(
    ['{', indent([line, join([ifBreak(end, ';'), line], members)]), ifBreak(end), line, '}'],
    text.slice(startOf(type), startOf(first)).includes('\n'),
  );
}
