import { declaredTypes } from '../edits/content-type.js';
import type { Problem } from '../problem.js';
import { answerNotes, errorNotes, answerProblems, ID_KEPT } from './checks.js';
import { blocked, type CallFacts, changed, type Recipe } from './recipe.js';

/** Clients that send a content type as it is written; the others put the boundary in. */
const KEEPS_TYPE = ['fetch', 'got', 'ky', 'ofetch', 'undici'];
const ACCEPTED = /\.(?:jpe?g|png)$/;
const ACCEPTED_TYPE = /^image\/(?:jpeg|png)$/;

/** The path moves; the part must be called `file`, and the file be a jpg or a png. */
export const documentUpload: Recipe = {
  endpoint: 'document-upload',
  plan(facts) {
    const problems = [...fileProblems(facts), ...typeProblems(facts), ...answerProblems(facts, ID_KEPT)];
    if (problems.length > 0) return blocked(problems);
    return changed({ successor: 'akepa-document-upload', body: { kind: 'keep' } }, [
      ...answerNotes(facts),
      ...errorNotes(facts),
    ]);
  },
};

/** Problems with the part that a file is sent as, and with its kind. */
export function fileProblems({ formParts }: CallFacts): Problem[] {
  return formParts.flatMap(({ part, fileName, contentType }): Problem[] => [
    ...(part !== undefined && part !== 'file' ? [{ id: 'AK314', args: { part } } as const] : []),
    ...rejectedFile(fileName, contentType),
  ]);
}

/** Problems with a content type under which no form arrives. */
export function typeProblems({ call }: CallFacts): Problem[] {
  const type = declaredTypes(call).find(
    (declared) =>
      (/^application\/json\b/i.test(declared) && call.client !== 'superagent') ||
      (/^multipart\/form-data\s*$/i.test(declared) && KEEPS_TYPE.includes(call.client)),
  );
  return type === undefined ? [] : [{ id: 'AK343', args: { type: `\`${type}\`` } }];
}

function rejectedFile(name: string | undefined, type: string | undefined): Problem[] {
  if (name !== undefined && /\.\w+$/.test(name) && !ACCEPTED.test(name))
    return [{ id: 'AK311', args: { name } }];
  return type !== undefined && !ACCEPTED_TYPE.test(type) ? [{ id: 'AK311', args: { name: type } }] : [];
}
