import type { TSESTree } from '@typescript-eslint/types';

import { type LayoutContext, sourceDoc, sourceText } from './context.js';
import { type Doc, group, ifBreak, indent, join, line } from './doc.js';

/** A type: literals of properties are broken into lines, others keep theirs. */
export function typeDoc(type: TSESTree.TypeNode, context: LayoutContext): Doc {
  if (type.type !== 'TSTypeLiteral') return sourceDoc(type.range, context);
  const { text } = context.module;
  const [first] = type.members;
  if (!first || type.members.some((item) => item.type !== 'TSPropertySignature'))
    return sourceDoc(type.range, context);
  const end = context.style.semicolons ? ';' : '';
  const members = type.members.map((item): Doc => {
    const { typeAnnotation: annotation } = item.type === 'TSPropertySignature' ? item : {};
    if (!annotation) return sourceText(item, context).replace(/[;,]$/, '');
    const begin = text.slice(item.range[0], annotation.typeAnnotation.range[0]);
    return [begin, typeDoc(annotation.typeAnnotation, context)];
  });
  return group(
    ['{', indent([line, join([ifBreak(end, ';'), line], members)]), ifBreak(end), line, '}'],
    text.slice(type.range[0], first.range[0]).includes('\n'),
  );
}
