import { NOTES, unusedNote } from '../../src/codes/notes.js';
import { dialectOf } from '../dialects.js';
import { answerProblems, errorNotes, idProblems, NOTHING_KEPT, pathProblem } from './checks.js';
import { fileProblems, typeProblems } from './document-upload.js';
import { documentEntries } from './document-generate.js';
import { documentList } from './kyc-document-link.js';
import { oneRequestProblem } from './one-request.js';
import { blocked, changed, type Recipe } from './recipe.js';

/** One call becomes three: a document is generated, the form is uploaded to it, and it is attached. */
export const kycUpload: Recipe = {
  endpoint: 'kyc-upload',
  plan(facts) {
    const { call, values, update } = facts;
    if (!dialectOf(call.client) && call.through.length === 0) return blocked([oneRequestProblem(call)]);
    const customer = facts.pathParameter('customerId');
    const slot = facts.pathParameter('documentId');
    const generate = documentEntries(values);
    const applicationId = values.need('applicationId');
    const entityId = values.need('entityId');
    const problems = [
      ...(customer ? idProblems([customer]) : [pathProblem(call, 'customerId')]),
      ...values.problems('akepa-document-generate', 'akepa-update'),
      ...(slot?.hasCall ? [{ id: 'AK315', args: { source: slot.source } } as const] : []),
      ...fileProblems(facts),
      ...typeProblems(facts),
      ...answerProblems(facts, NOTHING_KEPT),
    ];
    if (problems.length > 0 || !customer) return blocked(problems);
    return changed(
      {
        successor: 'akepa-update',
        body: {
          kind: 'sequence',
          generate,
          update: (documentId) => [
            { key: update.customerId, value: customer.source },
            { key: update.applicationId, value: applicationId },
            { key: update.documents, value: documentList(update, [{ entityId, documentId }]) },
          ],
        },
      },
      [
        NOTES.updateShape,
        NOTES.threeRequests,
        ...errorNotes(facts),
        ...(slot?.isOnlyUse ? [unusedNote(slot.source)] : []),
      ],
    );
  },
};
