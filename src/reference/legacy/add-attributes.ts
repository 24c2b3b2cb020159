import { customerEnvelope, isStarted, legacyCustomer } from './kyc.js';
import type { LegacyRoute } from './index.js';

interface AttributesBody {
  readonly customerId: string;
  readonly additionalAttributes?: { readonly cardAttributes?: Readonly<Record<string, unknown>> };
}

/** Keeps the card attributes of a customer. */
export const addAttributes: LegacyRoute<AttributesBody> = {
  id: 'kyc-add-attributes',
  body: 'json',
  schema: {
    type: 'object',
    required: ['customerId'],
    properties: {
      customerId: { type: 'string' },
      additionalAttributes: {
        type: 'object',
        properties: {
          cardAttributes: {
            type: 'object',
            properties: {
              addressType: { type: 'string', enum: ['PRIMARY', 'SECONDARY'] },
              issueType: {
                type: 'string',
                enum: ['NEW', 'REGISTRATION', 'RE-ISSUE', 'EXPIRED', 'DAMAGED'],
              },
            },
          },
        },
      },
    },
  },
  handle({ body: { customerId, additionalAttributes } }, world) {
    const customer = legacyCustomer(world, customerId);
    if (!isStarted(customer)) return world.refuseUnknown('attributes.not-started');
    world.rely('attributes.answer');
    const attributes = additionalAttributes?.cardAttributes;
    if (attributes) customer.kyc.cardAttributes = attributes;
    return customerEnvelope(customer);
  },
};
