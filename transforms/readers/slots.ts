import type { AnswerUse } from '../../src/analysis/answer.js';
import type { Problem } from '../problem.js';
import type { ReaderContext, Reading } from './reading.js';

const LIST = 'kycDocumentList';

/** The slots of a customer, which akepa does not have: whoever reads them has to decide anew. */
export function readSlots(all: readonly AnswerUse[], { successor }: ReaderContext): Reading {
  const uses = all.filter(({ part, path }) => part === 'json' && path[0] === 'data' && path[1] === LIST);
  const reads = new Map(
    uses.map((use) => {
      const { node, module } = use.way.steps.find(({ name }) => name === LIST) ?? use;
      return [node, { node, module }] as const;
    }),
  );
  const problems = [...reads.values()].map((at): Problem => ({ id: 'AK318', args: { successor }, at }));
  return { uses, edits: [], problems, notes: [] };
}
