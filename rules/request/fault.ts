import type { Edit } from '../../src/syntax/edits.js';
import type { Term } from '../../src/syntax/module.js';

export const FAULT_MESSAGES = {
  contentType:
    'The upload is multipart, and this Content-Type {{problem}}. Leave it to the client, or take it from `form.getHeaders()`.',
  early:
    'This is the status call of the first edition of akepa. POST /akepa/status takes `customerId` and `applicationId` in its body.',
  method: '{{path}} takes POST only, and this is a {{method}}.',
  missing: '{{endpoint}} requires {{fields}}{{mark}}.',
  placeholder: '`:{{name}}` is sent as it stands: nothing fills it in.',
  pseudo: '{{note}}',
  rejected: '{{endpoint}} rejects `{{field}}` {{value}}: {{rule}}{{mark}}.',
  unknown: '{{endpoint}} rejects the property `{{name}}`{{mark}}. It knows {{known}}.',
} as const;

/** Said where the vendor describes a body in words only, or contradicts itself. */
export const INFERRED = ' (inferred: the vendor does not show it)';

export const MEND_MESSAGES = {
  rename: 'Rename it to `{{name}}`',
  strip: 'Take the hyphens out',
  template: 'Make it a template literal',
  usePost: 'Send it as POST',
  write: 'Write {{value}}',
} as const;

export type FaultId = keyof typeof FAULT_MESSAGES;

/** How a fault is mended for certain. */
export interface Mend {
  readonly messageId: keyof typeof MEND_MESSAGES;
  readonly data: Readonly<Record<string, string>>;
  readonly edit: Edit;
}

/** Something of a request that akepa rejects. */
export interface Fault {
  readonly messageId: FaultId;
  readonly data: Readonly<Record<string, string>>;
  readonly at: Term;
  /** The fact that it rests on is concluded, not printed by the vendor. */
  readonly isInferred: boolean;
  readonly mend?: Mend;
}
