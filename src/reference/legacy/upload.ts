import { legacyDocumentNotFound } from '../refusal.js';
import { customerEnvelope, fillSlot, isStarted, legacyCustomer, slotOf } from './kyc.js';
import type { LegacyRoute } from './index.js';

/** Uploads straight into a slot. */
export const uploadKycDocument: LegacyRoute<unknown> = {
  id: 'kyc-upload',
  body: 'file',
  handle({ params, file }, world) {
    const documentId = params['documentId'] ?? '';
    const customer = legacyCustomer(world, params['customerId'] ?? '');
    const slot = slotOf(customer, documentId);
    if (!slot || !isStarted(customer)) {
      world.rely('kyc-upload.slot-unknown');
      throw legacyDocumentNotFound(documentId);
    }
    if (customer.kyc.status === 'APPROVED') return world.refuseUnknown('kyc-upload.completed');
    const uploaded = file();
    world.rely(slot.file ? 'kyc-upload.overwrites' : 'kyc-upload.fills');
    fillSlot(world, customer, slot, uploaded);
    return customerEnvelope(customer);
  },
};
