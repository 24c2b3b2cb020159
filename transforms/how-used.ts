import type { AnswerUse } from '../src/analysis/answer.js';
import { rangeOf } from '../src/syntax/ranges.js';
import { symbolAround } from '../src/syntax/symbols.js';

/** Longer callees say little. */
const MOST = 40;

/** What a use does with what it gets, for messages. */
export function howUsed({ node, how, module: { text } }: Pick<AnswerUse, 'node' | 'how' | 'module'>): string {
  switch (how) {
    case 'returned': {
      const symbol = symbolAround(node);
      return `returned${symbol === undefined ? '' : ` from \`${symbol}\``} to callers that are not in reach`;
    }
    case 'passed': {
      const { parent } = node;
      const callee = parent?.type === 'CallExpression' ? text.slice(...rangeOf(parent.callee)) : '';
      return callee === '' || callee.length > MOST ? 'handed on' : `handed on to \`${callee}\``;
    }
    case 'stored':
      return 'stored';
    case 'read':
      return 'used as a value here';
  }
}
