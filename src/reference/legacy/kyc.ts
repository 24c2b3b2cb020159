import { customerNotFound } from '../refusal.js';
import type { Customer, Kyc, Slot, StoredFile } from '../store.js';
import type { World } from '../world.js';

/** A customer whose KYC was started. */
export type StartedCustomer = Customer & { kyc: Kyc };

const SIDES = ['FRONT', 'BACK'] as const;

/** Gives the customer the documented slots; KYC that there is stays as it is. */
export function startKyc(world: World, customer: Customer, webhookURL: string | undefined): StartedCustomer {
  const kyc: Kyc = customer.kyc ?? {
    status: 'WAITING_DATA',
    webhookURL,
    slots: SIDES.map((documentSide) => ({
      id: world.mint('doc', '-'),
      label: `LICENSE ${documentSide}`,
      type: 'LICENSE',
      documentSide,
    })),
  };
  return Object.assign(customer, { kyc });
}

/** @throws {Refusal} customerNotFound */
export function legacyCustomer(world: World, customerId: string): Customer {
  const customer = world.store.customers.get(customerId);
  if (customer) return customer;
  world.rely('legacy.customer-unknown');
  throw customerNotFound(customerId);
}

/** The customer's slot of that id. */
export function slotOf(customer: Customer, documentId: string): Slot | undefined {
  return customer.kyc?.slots.find(({ id }) => id === documentId);
}

/** Puts a file into a slot; with the last one KYC is approved. */
export function fillSlot(world: World, { kyc }: StartedCustomer, slot: Slot, file: StoredFile): void {
  const { sha256, size, extension } = file;
  const isDecided =
    kyc.status === 'WAITING_DATA' && kyc.slots.every((other) => other === slot || other.file !== undefined);
  if (isDecided) world.rely('kyc.approved');
  slot.file = { sha256, size, extension };
  if (!isDecided) return;
  kyc.status = 'APPROVED';
  if (kyc.webhookURL !== undefined) world.announce(kyc.webhookURL, undefined);
}

/** Whether KYC was started, for the compiler too. */
export function isStarted(customer: Customer): customer is StartedCustomer {
  return customer.kyc !== undefined;
}

/** The answer of init, status, upload and document-link (Link Document shows it whole). */
export function customerEnvelope({ kyc, ...customer }: StartedCustomer): unknown {
  const attributes = kyc.cardAttributes;
  return {
    customer: {
      reference: customer.reference,
      customerId: customer.customerId,
      customerType: customer.customerType,
      customer: customer.customer,
      kycStatus: kyc.status,
      boises: [],
      dtsCreatedAt: new Date(customer.createdAt).toISOString(),
    },
    kyc: {
      attributeCodes: ['cardAttributes'],
      system: 'condor',
      mode: 'licenseUSACondor',
      status: kyc.status,
    },
    kycDocumentList: kyc.slots.map(({ id, label, type, documentSide, file }) => ({
      id,
      label,
      type,
      documentSide,
      uploadStatus: file !== undefined,
      // Only slots with a file have one.
      ...(file?.extension === undefined ? {} : { extension: file.extension }),
    })),
    kycAttributes: {
      cardAttributes: {
        productID: attributes?.['productID'] ?? null,
        nameOnCard: attributes?.['nameOnCard'] ?? null,
        designId: attributes?.['designId'] ?? null,
        addressType: attributes?.['addressType'] ?? null,
        issueType: attributes?.['issueType'] ?? null,
        additionalData: attributes?.['additionalData'] ?? null,
      },
    },
  };
}
