import { customerEnvelope, isStarted, legacyCustomer } from './kyc.js';
import type { LegacyRoute } from './index.js';

/** Reads a customer's KYC. */
export const kycStatus: LegacyRoute<unknown> = {
  id: 'kyc-status',
  body: 'none',
  handle({ params }, world) {
    const customer = legacyCustomer(world, params['customerId'] ?? '');
    if (!isStarted(customer)) return world.refuseUnknown('kyc-status.not-started');
    world.rely('kyc-status.answer');
    return customerEnvelope(customer);
  },
};
