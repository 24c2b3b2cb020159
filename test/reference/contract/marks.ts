import type { BehaviourId } from '../../../src/reference/behaviours/index.js';

/** What connectFi's pages say, by the fact sheet; everything else is inferred. */
export const DOCUMENTED: readonly BehaviourId[] = [
  'envelope',
  'token.required',
  'auth.token',
  'customer.created',
  'customer.reference-exists',
  'legacy.error',
  'kyc-init.slots',
  'kyc-init.webhook',
  'kyc-status.answer',
  'kyc-upload.fills',
  'kyc-upload.overwrites',
  'link.fills',
  'link.overwrites',
  'link.after-approval',
  'link.slot-unknown',
  'link.document-unknown',
  'link.consumes',
  'link.not-uploaded',
  'upload.stores',
  'upload.overwrites',
  'akepa.error',
  'validation.shape',
  'validation.required',
  'validation.additional',
  'identification.step-up',
  'identification.several',
  'identification.customer-unknown',
  'status.application-unknown',
  'akepa-upload.document-unknown',
  'update.wait-review',
  'webhook.asynchronous',
  'webhook.body',
  'webhook.decision',
];

/**
 * Forms and rules of every answer, which no single call relies on: rows name them where they show best.
 * `webhook.loopback` is a rule of the reference, and stays on with `strictDocumented`.
 */
export const GENERAL: readonly BehaviourId[] = [
  'envelope',
  'legacy.error',
  'akepa.error',
  'validation.shape',
  'webhook.asynchronous',
  'webhook.loopback',
];
