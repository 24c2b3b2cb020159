import { openApplication } from './akepa/applications.js';
import { addCustomer } from './customers.js';
import { base62, countedIds, sha256 } from './ids.js';
import { startKyc } from './legacy/kyc.js';
import type { Customer, StoredFile } from './store.js';
import type { World } from './world.js';

/** Whom the program works for: the same ids before and after. */
export interface Subject {
  readonly customerId: string;
  /** Whose documents they are: the customer, or a business's representative. */
  readonly entityId: string;
  /** Of the legacy KYC, front first. */
  readonly slotIds: readonly string[];
  readonly applicationId: string;
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

/** An individual; `earlier` files are in its slots and its application, two of them decide both. */
export function person(world: World, { earlier = [] }: { earlier?: readonly string[] } = {}): Subject {
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

/** A business with one representative. */
export function business(world: World): Subject {
  const customer = addCustomer(world, {
    reference: 'scenario',
    customerType: 'business',
    customer: { name: 'Example Ltd', representatives: [{ firstName: 'Ada', lastName: 'Example' }] },
  });
  return start(world, customer, customer.representatives[0]?.id ?? customer.customerId);
}

/** An individual whose id has a hyphen. */
export function hyphenated(world: World): Subject {
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

/** Ids that stand for nothing. */
export function nobody(customerId: string): Subject {
  return {
    customerId,
    entityId: customerId,
    slotIds: [idOf('doc-', 'slot 1'), idOf('doc-', 'slot 2')],
    applicationId: idOf('iapp_', 'application'),
  };
}

/** An id of the documented form that the reference has not made. */
export function idOf(prefix: string, label: string): string {
  const number = [...label].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return prefix + base62(countedIds(-number));
}
