import { openApplication } from './akepa/applications.js';
import type { BehaviourId } from './behaviours/index.js';
import { addCustomer } from './customers.js';
import type { Fault } from './faults.js';
import { base62, countedIds, sha256 } from './ids.js';
import { startKyc } from './legacy/kyc.js';
import type { Customer, StoredFile } from './store.js';
import type { World } from './world.js';

/** A situation that a client is put into. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** What a program does about it: for most, the same as ever. */
  readonly task: string;
  /** Which document files the program is given, front first. */
  readonly files: readonly ('jpg' | 'pdf')[];
  readonly hasExpiredToken?: boolean;
  readonly faults?: readonly Fault[];
  /** Behaviours of which the legacy program shows one when it goes through the situation. */
  readonly shows?: readonly BehaviourId[];
  /** Puts customers, KYC and applications into a new store. */
  prepare(world: World): Subject;
}

/** Whom the program works for: the same ids before and after. */
export interface Subject {
  readonly customerId: string;
  /** Whose documents they are: the customer, or a business's representative. */
  readonly entityId: string;
  /** Of the legacy KYC, front first. */
  readonly slotIds: readonly string[];
  readonly applicationId: string;
}

const LINK = 'Upload each file and link it: to the slots, or to the application.';

/** Every built-in scenario; what their names mean stands in docs/compare.md. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'happy-path',
    title: 'front and back of a licence',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.fills', 'kyc-upload.fills'],
    prepare: (world) => person(world),
  },
  {
    name: 'overwrite-before-decision',
    title: 'another front was linked earlier',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.overwrites', 'kyc-upload.overwrites'],
    prepare: (world) => person(world, { earlier: ['earlier front'] }),
  },
  {
    name: 'link-after-approval',
    title: 'the customer is approved already',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.after-approval', 'kyc-upload.overwrites'],
    prepare: (world) => person(world, { earlier: ['earlier front', 'earlier back'] }),
  },
  {
    name: 'double-link',
    title: 'one uploaded document is linked twice',
    task: 'Upload the first file, and link it twice.',
    files: ['jpg', 'jpg'],
    shows: ['link.consumes'],
    prepare: (world) => person(world),
  },
  {
    name: 'link-before-upload',
    title: 'a document without a file is linked',
    task: 'Generate a document, and link it without an upload.',
    files: ['jpg', 'jpg'],
    shows: ['link.not-uploaded'],
    prepare: (world) => person(world),
  },
  {
    name: 'unknown-slot',
    title: "the slot ids are not the customer's",
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.slot-unknown', 'kyc-upload.slot-unknown'],
    prepare: (world) => ({ ...person(world), slotIds: [idOf('doc-', 'slot 1'), idOf('doc-', 'slot 2')] }),
  },
  {
    name: 'unknown-customer',
    title: 'the customer does not exist',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['legacy.customer-unknown', 'link.slot-unknown', 'kyc-upload.slot-unknown'],
    prepare: () => nobody(idOf('cstap_', 'nobody')),
  },
  {
    name: 'expired-token',
    title: 'the token has expired',
    task: LINK,
    files: ['jpg', 'jpg'],
    hasExpiredToken: true,
    shows: ['token.expired'],
    prepare: (world) => person(world),
  },
  {
    name: 'server-error',
    title: 'the first upload is answered with 500',
    task: LINK,
    files: ['jpg', 'jpg'],
    faults: [{ path: '/upload/', nth: 1, status: 500 }],
    prepare: (world) => person(world),
  },
  {
    name: 'pdf-upload',
    title: 'the documents are PDF files',
    task: LINK,
    files: ['pdf', 'pdf'],
    shows: ['upload.stores', 'kyc-upload.fills'],
    prepare: (world) => person(world),
  },
  {
    name: 'business-representative',
    title: 'a business with one representative',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.fills', 'kyc-upload.fills'],
    prepare: (world) => business(world),
  },
  {
    name: 'hyphenated-ids',
    title: 'a customer of the csta- era',
    task: LINK,
    files: ['jpg', 'jpg'],
    shows: ['link.fills', 'kyc-upload.fills'],
    prepare: (world) => hyphenated(world),
  },
];

/** The built-in scenario of that name. */
export function findScenario(name: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.name === name);
}

/** What programs find in their environment of whom they work for; `CONNECTFI_SLOT_IDS` is a JSON array. */
export function variablesOf(subject: Subject): Record<string, string> {
  return {
    CONNECTFI_CUSTOMER_ID: subject.customerId,
    CONNECTFI_ENTITY_ID: subject.entityId,
    CONNECTFI_APPLICATION_ID: subject.applicationId,
    CONNECTFI_SLOT_IDS: JSON.stringify(subject.slotIds),
  };
}

/** What a file that was there before the program started stands for. */
export function earlierFile(label: string): StoredFile {
  return { sha256: sha256(label), size: label.length, extension: 'jpg' };
}

function person(world: World, { earlier = [] }: { earlier?: readonly string[] } = {}): Subject {
  const customer = addCustomer(world, {
    reference: 'scenario',
    customerType: 'individual',
    customer: { firstName: 'Ada', lastName: 'Example' },
  });
  const subject = start(world, customer, customer.customerId);
  const application = world.store.applications.get(subject.applicationId);
  earlier.forEach((label, index) => {
    const slot = customer.kyc?.slots[index];
    const documentId = world.mint('doc');
    const attachedTo = { applicationId: subject.applicationId, entityId: subject.entityId };
    if (slot) slot.file = earlierFile(label);
    world.store.akepaDocuments.set(documentId, {
      id: documentId,
      workflow: 'PERSONAL',
      type: 'license',
      extension: 'jpg',
      file: earlierFile(label),
      attachedTo,
    });
    application?.attached.push({ entityId: subject.entityId, documentId });
  });
  if (earlier.length === 2 && customer.kyc && application) {
    customer.kyc.status = 'APPROVED';
    application.status = 'completed';
    application.outcome = 'Approved';
  }
  return subject;
}

function business(world: World): Subject {
  const customer = addCustomer(world, {
    reference: 'scenario',
    customerType: 'business',
    customer: { name: 'Example Ltd', representatives: [{ firstName: 'Ada', lastName: 'Example' }] },
  });
  return start(world, customer, customer.representatives[0]?.id ?? customer.customerId);
}

function hyphenated(world: World): Subject {
  const customer = addCustomer(world, {
    reference: 'scenario',
    customerType: 'individual',
    customer: { firstName: 'Ada', lastName: 'Example' },
    customerId: idOf('csta-', 'hyphenated'),
  });
  const { slots } = startKyc(world, customer, undefined).kyc;
  // akepa refuses the id, so that no application can exist.
  return { ...nobody(customer.customerId), slotIds: slots.map(({ id }) => id) };
}

function start(world: World, customer: Customer, entityId: string): Subject {
  const { kyc } = startKyc(world, customer, undefined);
  const application = openApplication(world, customer, { reference: 'scenario', webhookUrl: undefined });
  return {
    customerId: customer.customerId,
    entityId,
    slotIds: kyc.slots.map(({ id }) => id),
    applicationId: application.applicationId,
  };
}

function nobody(customerId: string): Subject {
  return {
    customerId,
    entityId: customerId,
    slotIds: [idOf('doc-', 'slot 1'), idOf('doc-', 'slot 2')],
    applicationId: idOf('iapp_', 'application'),
  };
}

/** An id of the documented form that the reference has not made. */
function idOf(prefix: string, label: string): string {
  const number = [...label].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return prefix + base62(countedIds(-number));
}
