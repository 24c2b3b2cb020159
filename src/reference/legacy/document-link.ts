import { documentNotUploaded, legacyDocumentNotFound } from '../refusal.js';
import { customerEnvelope, fillSlot, isStarted, legacyCustomer, slotOf } from './kyc.js';
import type { LegacyRoute } from './index.js';

interface LinkBody {
  readonly customerId: string;
  /** Of a slot. */
  readonly documentId: string;
  readonly separateDocumentId: string;
}

/** Puts a separate document's file into a slot, and uses the separate document up. */
export const linkDocument: LegacyRoute<LinkBody> = {
  id: 'kyc-document-link',
  body: 'json',
  schema: {
    type: 'object',
    required: ['customerId', 'documentId', 'separateDocumentId'],
    properties: {
      customerId: { type: 'string' },
      documentId: { type: 'string' },
      separateDocumentId: { type: 'string' },
    },
  },
  handle({ body: { customerId, documentId, separateDocumentId } }, world) {
    const customer = legacyCustomer(world, customerId);
    const slot = slotOf(customer, documentId);
    const { separateDocuments } = world.store;
    const separate = separateDocuments.get(separateDocumentId);
    if (!slot || !isStarted(customer)) {
      world.rely('link.slot-unknown');
      if (!separate?.file) world.rely('link.order');
      throw legacyDocumentNotFound(documentId);
    }
    if (!separate) {
      world.rely('link.document-unknown', 'link.consumes');
      throw legacyDocumentNotFound(separateDocumentId);
    }
    if (!separate.file) {
      world.rely('link.not-uploaded');
      throw documentNotUploaded(separateDocumentId);
    }
    world.rely('link.fills');
    if (slot.file) world.rely('link.overwrites');
    if (customer.kyc.status === 'APPROVED') world.rely('link.after-approval');
    fillSlot(world, customer, slot, separate.file);
    separateDocuments.delete(separateDocumentId);
    return customerEnvelope(customer);
  },
};
