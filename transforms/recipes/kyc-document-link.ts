import type { UpdateShape } from '../../src/config/types.js';
import { NOTES, unusedNote } from '../../src/codes/notes.js';
import { answerProblems, errorNotes, idProblems, knownBody, NOTHING_KEPT } from './checks.js';
import { blocked, type BodyChange, type CallFacts, changed, type Recipe } from './recipe.js';

/** The slot goes, the separate document is attached to the entity of an application. */
export const kycDocumentLink: Recipe = {
  endpoint: 'kyc-document-link',
  plan(facts) {
    const { values, update, afterApproval } = facts;
    if (afterApproval) return blocked([{ id: 'AK312', args: {} }]);
    const known = knownBody(facts, ['customerId', 'documentId', 'separateDocumentId']);
    if ('problems' in known) return blocked([...known.problems, ...answerProblems(facts, NOTHING_KEPT)]);
    const customer = known.properties.get('customerId');
    const document = known.properties.get('separateDocumentId');
    const slot = known.properties.get('documentId');
    const applicationId = values.need('applicationId');
    const entityId = values.need('entityId');
    const problems = [
      ...values.problems('akepa-update'),
      ...idProblems([customer, document]),
      ...(slot?.hasCall ? [{ id: 'AK315', args: { source: slot.source } } as const] : []),
      ...answerProblems(facts, NOTHING_KEPT),
    ];
    if (problems.length > 0 || !document || !customer) return blocked(problems);
    const notes = [
      NOTES.updateShape,
      ...errorNotes(facts),
      ...(slot?.isOnlyUse ? [unusedNote(slot.source)] : []),
    ];
    if (facts.isFollower)
      return changed({ successor: 'akepa-update', body: { kind: 'joined' } }, [...notes, NOTES.joined]);
    const own = { entityId, documentId: document.source };
    const body =
      facts.followers.length === 0
        ? replacedProperties(update, customer.source, applicationId, own)
        : wholeBody(update, customer.source, applicationId, [own, ...facts.followers.map(attachmentOf)]);
    return changed({ successor: 'akepa-update', body }, notes);
  },
};

function replacedProperties(
  names: UpdateShape,
  customerId: string,
  applicationId: string,
  attachment: Attachment,
): BodyChange {
  const documents = documentList(names, [attachment]);
  return {
    kind: 'properties',
    changes: [
      { kind: 'replace', name: 'customerId', by: { key: names.customerId, value: customerId } },
      { kind: 'replace', name: 'documentId', by: { key: names.applicationId, value: applicationId } },
      { kind: 'replace', name: 'separateDocumentId', by: { key: names.documents, value: documents } },
    ],
  };
}

/** Several documents in one update. */
function wholeBody(
  names: UpdateShape,
  customerId: string,
  applicationId: string,
  attachments: readonly Attachment[],
): BodyChange {
  const items = attachments.map(({ entityId, documentId }) => ({
    kind: 'object' as const,
    properties: [
      { key: names.entityId, value: entityId },
      { key: names.documentId, value: documentId },
    ],
  }));
  return {
    kind: 'whole',
    properties: [
      { key: names.customerId, value: customerId },
      { key: names.applicationId, value: applicationId },
      { key: names.documents, value: { kind: 'array', items } },
    ],
  };
}

function attachmentOf({ body, values }: CallFacts): Attachment {
  const document = body?.find(({ name }) => name === 'separateDocumentId');
  return { entityId: values.need('entityId'), documentId: document?.source ?? '' };
}

/** Source text of an entity's id and of that of a document of its. */
export interface Attachment {
  readonly entityId: string;
  readonly documentId: string;
}

/** `[{ entityId, documentId }]` */
export function documentList(names: UpdateShape, attachments: readonly Attachment[]): string {
  const items = attachments.map(({ entityId, documentId }) => {
    const properties = [property(names.entityId, entityId), property(names.documentId, documentId)];
    return `{ ${properties.join(', ')} }`;
  });
  return `[${items.join(', ')}]`;
}

function property(key: string, value: string): string {
  return key === value ? key : `${key}: ${value}`;
}
