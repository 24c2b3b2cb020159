import type { TSESTree } from '@typescript-eslint/types';

import { type Edit, minimal } from '../../src/syntax/edits.js';
import { lineStart } from '../../src/syntax/position.js';
import { rangeOf, startOf } from '../../src/syntax/ranges.js';
import { indentAt, quoted } from '../../src/syntax/style.js';
import { APPROVED_OUTCOME } from '../../src/endpoints/statuses.js';
import type { Problem } from '../problem.js';
import { quoteSource } from './quote-source.js';
import type { ReaderContext } from './reading.js';
import { inPlaceOf, type Rendered, renderQuestion, renderState, type StateSource } from './render.js';
import type { Question } from './words.js';

type Result = { readonly edits: readonly Edit[] } | { readonly problem: Problem };

/** Edits that ask a question in akepa's words. */
export function askedEdits(question: Question, source: StateSource, context: ReaderContext): Result {
  const { words } = question;
  const problem = wordProblem(words, context);
  if (problem) return { problem };
  if (question.kind === 'switch') return switchEdits(question.node, source, context, words);
  const { module, style, waiting = [] } = context;
  const { isNegated, isStrict, isYoda } =
    question.kind === 'comparison' ? question : { isNegated: false, isStrict: true, isYoda: false };
  const rendered = renderQuestion(
    source,
    {
      isApproved: words.includes('APPROVED'),
      waiting: words.includes('WAITING_DATA') ? waiting : [],
      isNegated,
      isStrict,
      isYoda,
    },
    style,
  );
  return replaced(question.node, rendered, context) ?? { problem: formProblem(question.node, module) };
}

/** The problem with the words that a status is compared with: all have to be known, in both APIs. */
export function wordProblem(
  words: readonly (string | undefined)[],
  { waiting, successor }: ReaderContext,
): Problem | undefined {
  const strange = words.find((word) => word !== 'APPROVED' && word !== 'WAITING_DATA');
  if (words.includes(undefined))
    return { id: 'AK321', args: { how: 'compared with a value that is not in reach', successor } };
  if (strange !== undefined) return { id: 'AK320', args: { word: strange, successor } };
  if (words.length === 0) return { id: 'AK321', args: { how: 'looked up in an empty list', successor } };
  return words.includes('WAITING_DATA') && !waiting ? { id: 'AK319', args: { successor } } : undefined;
}

/** Over the state as one value, which each case is compared with. */
function switchEdits(
  node: TSESTree.SwitchStatement,
  source: StateSource,
  { module, style, waiting = [] }: ReaderContext,
  words: readonly (string | undefined)[],
): Result {
  if (!node.cases.some(({ test }) => test === null)) return { problem: { id: 'AK323', args: {} } };
  const { discriminant } = node;
  const edits: Edit[] = [];
  if (source.kind === 'members') {
    const { text } = renderState(source.status, source.outcome, false, style);
    edits.push(minimal(module.text, { range: rangeOf(discriminant), text }));
  }
  const tests = node.cases.flatMap(({ test }) => (test ? [test] : []));
  for (const [index, test] of tests.entries()) {
    const start = lineStart(module.text, startOf(test));
    const next = `:${style.eol}${indentAt(module.text, start)}case `;
    const akepa = words[index] === 'APPROVED' ? [APPROVED_OUTCOME] : waiting;
    edits.push({ range: rangeOf(test), text: akepa.map((word) => quoted(word, style)).join(next) });
  }
  return { edits };
}

function replaced(
  node: TSESTree.Expression,
  rendered: Rendered,
  { module, style }: ReaderContext,
): Result | undefined {
  const { comments, text: whole } = module;
  const [start, end] = rangeOf(node);
  if (comments.some(({ range }) => range[0] >= start && range[1] <= end)) return undefined;
  const text = inPlaceOf(node, rendered, module);
  // A line that begins with a parenthesis goes on with the one before it.
  if (!style.semicolons && text.startsWith('(') && /(?:^|\n)\s*$/.test(whole.slice(0, start)))
    return undefined;
  return { edits: [minimal(whole, { range: rangeOf(node), text })] };
}

function formProblem(node: TSESTree.Expression, module: ReaderContext['module']): Problem {
  return { id: 'AK322', args: { source: quoteSource(node, module) } };
}
