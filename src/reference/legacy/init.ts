import { customerEnvelope, legacyCustomer, startKyc } from './kyc.js';
import type { LegacyRoute } from './index.js';

interface InitBody {
  readonly customerId: string;
  readonly webhookURL?: string;
}

/** Starts KYC; what `syncMode` changes is not documented, so it changes nothing. */
export const initKyc: LegacyRoute<InitBody> = {
  id: 'kyc-init',
  body: 'json',
  schema: {
    type: 'object',
    required: ['customerId'],
    properties: {
      customerId: { type: 'string' },
      syncMode: { type: 'boolean', nullable: true },
      webhookURL: { type: 'string' },
    },
  },
  handle({ body: { customerId, webhookURL } }, world) {
    const customer = legacyCustomer(world, customerId);
    world.rely('kyc-init.slots', 'kyc-init.answer');
    if (customer.customerType === 'business') world.rely('kyc-init.business');
    if (customer.kyc) world.rely('kyc-init.again');
    if (webhookURL !== undefined) world.rely('kyc-init.webhook');
    return customerEnvelope(startKyc(world, customer, webhookURL));
  },
};
