import { sourcesBesides } from '../../src/analysis/sources.js';
import type { Joint } from '../../src/analysis/way.js';
import type { PlacedEdit } from '../../src/syntax/edits.js';
import { APPROVED_OUTCOME } from '../../src/endpoints/statuses.js';
import { evaluateKnown } from '../../src/syntax/evaluate.js';
import type { Term } from '../../src/syntax/module.js';
import { rangeOf } from '../../src/syntax/ranges.js';
import { quoted } from '../../src/syntax/style.js';
import { isFunction } from '../../src/syntax/walk.js';
import type { Problem } from '../problem.js';
import { wordProblem } from './asked.js';
import { quoteSource } from './quote-source.js';
import type { ReaderContext } from './reading.js';
import type { StateSource } from './render.js';

/**
 * What else comes to a reader of the answer has to move with it: a name that begins as `'WAITING_DATA'` does, and
 * everything else keeps the reader as it is.
 */
export function foreignEdits(
  joints: readonly Joint[],
  source: StateSource | undefined,
  context: ReaderContext,
): { readonly edits: readonly PlacedEdit[] } | { readonly problem: Problem } {
  const { known, mentions, waiting = [] } = context;
  const edits: PlacedEdit[] = [];
  for (const term of joints.flatMap((joint) => sourcesBesides(joint, known, mentions))) {
    const { node, module } = term;
    const word = source?.kind === 'state' && node.type === 'Literal' ? evaluateKnown(term) : undefined;
    // `let status = ''`
    if (word === '') continue;
    const problem = word === undefined ? comesFrom(term, context) : wordProblem([word], context);
    if (problem) return { problem };
    const akepa = word === 'APPROVED' ? APPROVED_OUTCOME : (waiting[0] ?? '');
    edits.push({ range: rangeOf(node), text: quoted(akepa, context.in(module).style), module });
  }
  return { edits };
}

function comesFrom({ node, module }: Term, { successor }: ReaderContext): Problem {
  const place = isFunction(node) ? 'code that is not in reach' : `\`${quoteSource(node, module)}\``;
  return { id: 'AK325', args: { place, successor } };
}
