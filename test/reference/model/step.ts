import type { FileSpec } from './files.js';

/** Which id a field of a call gets, chosen when it is its turn. */
export interface Pick {
  /**
   * `ready`: one that the call should work with; `known`: any of the kind, used up or somebody else's;
   * `other`: any id that was ever given; `unknown`: one that never was.
   */
  readonly from: 'ready' | 'known' | 'other' | 'unknown';
  readonly nth: number;
}

/** A reference or a tax id: a new one, one that was used, or one that breaks the pattern. */
export interface Label {
  readonly from: 'new' | 'used' | 'wrong';
  readonly nth: number;
}

/** What is wrong with a JSON body. */
export type BodyFault =
  | { readonly fault: 'missing'; readonly nth: number }
  | { readonly fault: 'additional' | 'array' | 'unreadable' | 'other-type' };

export type Webhook = 'none' | 'loopback' | 'elsewhere';

export interface Person {
  readonly lastName: 'Doe' | 'WaitReview';
  readonly hasOwnId: boolean;
}

export type Action =
  | { readonly call: 'token'; readonly hasLogin: boolean }
  | {
      readonly call: 'individual';
      readonly reference: Label;
      readonly taxId: Label | undefined;
      readonly person: Person;
    }
  | {
      readonly call: 'business';
      readonly reference: Label;
      readonly taxId: Label | undefined;
      readonly representatives: readonly Person[];
    }
  | { readonly call: 'kyc-init'; readonly customer: Pick; readonly webhook: Webhook }
  | { readonly call: 'kyc-status'; readonly customer: Pick }
  | { readonly call: 'kyc-upload'; readonly customer: Pick; readonly slot: Pick; readonly file: FileSpec }
  | { readonly call: 'link'; readonly customer: Pick; readonly slot: Pick; readonly separate: Pick }
  | { readonly call: 'attributes'; readonly customer: Pick; readonly addressType: string }
  | { readonly call: 'generate' }
  | { readonly call: 'upload'; readonly separate: Pick; readonly file: FileSpec }
  | {
      readonly call: 'identification';
      readonly customer: Pick;
      readonly reference: Label;
      readonly webhook: Webhook;
    }
  | { readonly call: 'status'; readonly application: Pick; readonly customer: Pick }
  | { readonly call: 'older-status'; readonly customer: Pick }
  | {
      readonly call: 'akepa-generate';
      readonly workflow: string;
      readonly extension: string;
      readonly name: string;
    }
  | { readonly call: 'akepa-upload'; readonly document: Pick; readonly file: FileSpec }
  | {
      readonly call: 'update';
      readonly application: Pick;
      readonly customer: Pick;
      readonly documents: readonly { readonly entity: Pick; readonly document: Pick }[];
    }
  | { readonly call: 'decide'; readonly application: Pick; readonly outcome: 'Approved' | 'Denied' };

/** One call of a sequence. */
export interface Step {
  readonly token: 'valid' | 'missing' | 'unknown' | 'expired';
  readonly bodyFault: BodyFault | undefined;
  readonly action: Action;
}
