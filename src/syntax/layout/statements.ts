import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../module.js';
import { assignmentDoc } from './assignment.js';
import { isBinary, type LayoutContext, NotLaidOut, sourceDoc, sourceText } from './context.js';
import { type Doc, group, ifBreak, indent, join, line, softline } from './doc.js';
import { expressionDoc } from './expressions.js';

/** A statement, or another node that has its lines to itself; blocks in it keep their lines. */
export function statementDoc(node: Node, context: LayoutContext): Doc {
  const { text } = context.module;
  const [start, end] = node.range;
  const semicolon = text[end - 1] === ';' ? ';' : '';
  switch (node.type) {
    case 'ExpressionStatement':
      return [context.print(node.expression), semicolon];
    case 'VariableDeclaration':
      return [declarationDoc(node, context), semicolon];
    case 'ExportNamedDeclaration':
      if (!node.declaration) throw new NotLaidOut('Names that are exported');
      return ['export ', statementDoc(node.declaration, context)];
    case 'ReturnStatement':
    case 'ThrowStatement': {
      const word = node.type === 'ReturnStatement' ? 'return' : 'throw';
      if (!node.argument) return sourceText(node, context);
      const own = context.print(node.argument);
      const doc = isBinary(node.argument)
        ? group([ifBreak('('), indent([softline, own]), softline, ifBreak(')')])
        : own;
      return [word, ' ', doc, semicolon];
    }
    case 'IfStatement': {
      const head = ['if (', testDoc(node.test, context), ')'];
      if (node.alternate || node.consequent.type === 'BlockStatement')
        return [...head, sourceDoc([closingOf(node.test, context), end], context)];
      return group([...head, indent([line, statementDoc(node.consequent, context)])]);
    }
    case 'WhileStatement': {
      const head = ['while (', testDoc(node.test, context), ')'];
      if (node.body.type === 'BlockStatement')
        return [...head, sourceDoc([closingOf(node.test, context), end], context)];
      return group([...head, indent([line, statementDoc(node.body, context)])]);
    }
    case 'SwitchStatement':
      return [
        'switch (',
        testDoc(node.discriminant, context),
        ')',
        sourceDoc([closingOf(node.discriminant, context), end], context),
      ];
    case 'DoWhileStatement':
      return [
        'do ',
        sourceDoc(node.body.range, context),
        ' while (',
        testDoc(node.test, context),
        ')',
        semicolon,
      ];
    case 'ImportDeclaration':
      return importDoc(node, context);
    case 'PropertyDefinition': {
      if (!node.value || node.decorators.length > 0) throw new NotLaidOut('A field without a value');
      const left = text.slice(start, node.typeAnnotation?.range[1] ?? node.key.range[1]);
      return [assignmentDoc(node, left, ' =', node.value, context), semicolon];
    }
    case 'Property':
    case 'SpreadElement':
      return expressionDoc(node, context);
    default:
      throw new NotLaidOut(node.type);
  }
}

function declarationDoc(node: TSESTree.VariableDeclaration, context: LayoutContext): Doc {
  const [declarator, more] = node.declarations;
  if (!declarator?.init || more || node.declare) throw new NotLaidOut('Several names');
  const { id, init } = declarator;
  const left = id.type === 'Identifier' ? sourceText(id, context) : context.print(id);
  return [`${node.kind} `, assignmentDoc(declarator, left, ' =', init, context)];
}

function testDoc(test: Node, context: LayoutContext): Doc {
  return group([indent([softline, context.print(test)]), softline]);
}

/** Behind the parenthesis that closes what stands in the head of a statement. */
function closingOf({ range: [, end] }: Node, { module: { text } }: LayoutContext): number {
  return text.indexOf(')', end) + 1;
}

/** `import a, { b, c } from 'd'`: a lone name stays in its line. */
function importDoc(node: TSESTree.ImportDeclaration, context: LayoutContext): Doc {
  const { text } = context.module;
  const named = node.specifiers.filter(({ type }) => type === 'ImportSpecifier');
  const [first] = named;
  const last = named.at(-1);
  if (!first || !last || node.specifiers.length < 2) throw new NotLaidOut('A lone import');
  const open = text.lastIndexOf('{', first.range[0]);
  const close = text.indexOf('}', last.range[1]);
  const comma = context.style.commas === 'none' ? '' : ifBreak(',');
  return [
    text.slice(node.range[0], open),
    group([
      '{',
      indent([
        line,
        join(
          [',', line],
          named.map((item) => sourceText(item, context)),
        ),
      ]),
      comma,
      line,
      '}',
    ]),
    text.slice(close + 1, node.range[1]),
  ];
}
