import type { TSESTree } from '@typescript-eslint/types';

import type { Node } from '../module.js';
import { endOf, rangeOf, startOf } from '../ranges.js';
import { endBeforeGuard } from '../semicolons.js';
import { assignmentDoc } from './assignment.js';
import {
  isBinary,
  type LayoutContext,
  NotLaidOut,
  parenthesesAround,
  sourceDoc,
  sourceText,
} from './context.js';
import { type Doc, group, ifBreak, indent, join, line, softline } from './doc.js';
import { expressionDoc } from './expressions.js';

/** A statement, or another node that has its lines to itself; blocks in it keep their lines. */
export function statementDoc(node: Node, context: LayoutContext): Doc {
  const { text } = context.module;
  const start = startOf(node);
  const end = endBeforeGuard(node, text);
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
    case 'WhileStatement':
      return group(['while (', testDoc(node.test, context), ')', bodyDoc(node.body, node.test, context)]);
    case 'ForOfStatement':
    case 'ForInStatement': {
      const word = node.type === 'ForInStatement' ? ' in ' : ' of ';
      const head = [
        node.type === 'ForOfStatement' && node.await ? 'for await (' : 'for (',
        sourceText(node.left, context),
        word,
        context.print(node.right),
        ')',
      ];
      return group([...head, bodyDoc(node.body, node.right, context)]);
    }
    case 'ForStatement': {
      const { init, test, update } = node;
      const last = update ?? test;
      if (!init || !test || !last) throw new NotLaidOut('A loop that leaves something out');
      const parts = [sourceText(init, context), ';', line, context.print(test), ';'];
      const head = group([
        'for (',
        indent([softline, ...parts, update ? [line, context.print(update)] : '']),
        softline,
        ')',
      ]);
      return group([head, bodyDoc(node.body, last, context)]);
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
        sourceDoc(rangeOf(node.body), context),
        ' while (',
        testDoc(node.test, context),
        ')',
        semicolon,
      ];
    case 'ImportDeclaration':
      return importDoc(node, context);
    case 'PropertyDefinition': {
      if (!node.value || node.decorators.length > 0) throw new NotLaidOut('A field without a value');
      const left = text.slice(start, endOf(node.typeAnnotation ?? node.key));
      return [assignmentDoc(node, left, ' =', node.value, context), semicolon];
    }
    case 'Property':
    case 'SpreadElement':
    case 'JSXAttribute':
    case 'JSXExpressionContainer':
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

/** A block as it is, and another statement in the same line where it fits. */
function bodyDoc(body: Node, before: Node, context: LayoutContext): Doc {
  return body.type === 'BlockStatement'
    ? sourceDoc([closingOf(before, context), endOf(body)], context)
    : indent([line, statementDoc(body, context)]);
}

function testDoc(test: Node, context: LayoutContext): Doc {
  if (isNegatedLogical(test)) return context.print(test);
  return group([indent([softline, context.print(test)]), softline]);
}

/** `if (!(a && b))`: the inner parentheses are broken. */
function isNegatedLogical(test: Node): boolean {
  if (test.type !== 'UnaryExpression' || test.operator !== '!') return false;
  const { argument } = test;
  const inner =
    argument.type === 'UnaryExpression' && argument.operator === '!' ? argument.argument : argument;
  return inner.type === 'LogicalExpression';
}

/** Behind the parenthesis that closes what stands in the head of a statement. */
function closingOf(node: Node, context: LayoutContext): number {
  const { text } = context.module;
  let end = endOf(node);
  for (let count = Math.max(parenthesesAround(node, context), 1); count > 0; count--)
    end = text.indexOf(')', end) + 1;
  return end;
}

/** `import a, { b, c } from 'd'`: a lone name stays in its line. */
function importDoc(node: TSESTree.ImportDeclaration, context: LayoutContext): Doc {
  const { text } = context.module;
  const named = node.specifiers.filter(({ type }) => type === 'ImportSpecifier');
  const [first] = named;
  const last = named.at(-1);
  if (!first || !last || node.specifiers.length < 2) throw new NotLaidOut('A lone import');
  const open = text.lastIndexOf('{', startOf(first));
  const close = text.indexOf('}', endOf(last));
  const comma = context.style.commas === 'none' ? '' : ifBreak(',');
  return [
    text.slice(startOf(node), open),
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
    text.slice(close + 1, endOf(node)),
  ];
}
