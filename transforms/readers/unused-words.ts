import type { Module, Node } from '../../src/syntax/module.js';
import { findVariable } from '../../src/syntax/scope.js';
import type { Question } from './words.js';

/** Names of constants and enums that nothing uses once a question is asked in other words. */
export function unusedWords(question: Question, module: Module): string[] {
  return namers(question).flatMap((node) => {
    let root = node;
    while (root.type === 'MemberExpression') root = root.object;
    const variable = root.type === 'Identifier' ? findVariable(root.name, root, module) : undefined;
    const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
    return variable && reads.length === 1 ? [variable.name] : [];
  });
}

/** What gives the words, where they are not written at the place. */
function namers(question: Question): Node[] {
  switch (question.kind) {
    case 'comparison':
      return [question.isYoda ? question.node.left : question.node.right];
    case 'list':
      return question.node.callee.type === 'MemberExpression' ? [question.node.callee.object] : [];
    case 'switch':
      return question.node.cases.flatMap(({ test }) => (test ? [test] : []));
  }
}
