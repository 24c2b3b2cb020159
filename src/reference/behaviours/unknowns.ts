import type { Unknown } from './types.js';

/** What no page answers. The reference refuses such a call with `notDocumented`, and changes nothing. */
export const UNKNOWNS = [
  {
    id: 'kyc-status.not-started',
    place: 'kyc-status',
    asks: 'the status of a customer whose KYC was never started',
  },
  {
    id: 'kyc-upload.completed',
    place: 'kyc-upload',
    asks: 'the refusal of an upload after KYC is completed',
  },
  {
    id: 'attributes.not-started',
    place: 'kyc-add-attributes',
    asks: 'the answer for a customer whose KYC was never started',
  },
  {
    id: 'status.no-application',
    place: 'akepa-status',
    asks: 'the answer of the older status path for a customer without an application',
  },
  {
    id: 'akepa-upload.repeat',
    place: 'akepa-document-upload',
    asks: 'whether a second upload replaces the file',
  },
  {
    id: 'akepa-upload.mismatch',
    place: 'akepa-document-upload',
    asks: 'whether a file of another kind than the declared extension is taken',
  },
  {
    id: 'update.reused-document',
    place: 'akepa-update',
    asks: 'whether a document can be attached a second time',
  },
  {
    id: 'update.entity-unknown',
    place: 'akepa-update',
    asks: 'the refusal of an `entityId` that is not of the application',
  },
  {
    id: 'update.under-review',
    place: 'akepa-update',
    asks: 'the refusal of documents for an application that is not waiting for any and not completed',
  },
] as const satisfies readonly Unknown[];
