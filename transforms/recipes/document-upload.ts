import type { Problem } from '../problem.js';
import { answerNotes, answerProblems, ID_KEPT } from './checks.js';
import { blocked, type CallFacts, changed, type Recipe } from './recipe.js';

const ACCEPTED = /\.(?:jpg|png)$/;

/** The path moves; the part must be called `file`, and the file be a jpg or a png. */
export const documentUpload: Recipe = {
  endpoint: 'document-upload',
  plan(facts) {
    const problems = [...fileProblems(facts), ...answerProblems(facts, ID_KEPT)];
    if (problems.length > 0) return blocked(problems);
    return changed({ successor: 'akepa-document-upload', body: { kind: 'keep' } }, answerNotes(facts));
  },
};

function fileProblems({ formParts }: CallFacts): Problem[] {
  return formParts.flatMap(({ part, fileName }): Problem[] => [
    ...(part !== undefined && part !== 'file' ? [{ id: 'AK314', args: { part } } as const] : []),
    ...(fileName !== undefined && /\.\w+$/.test(fileName) && !ACCEPTED.test(fileName)
      ? [{ id: 'AK311', args: { name: fileName } } as const]
      : []),
  ]);
}
