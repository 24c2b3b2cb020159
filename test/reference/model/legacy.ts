import { type Expected, INSTANT, legacyRefusal, notDocumented, success } from './expected.js';
import { isRefused, uploaded } from './files.js';
import { addressOf, chosen, idsOf } from './pick.js';
import { kycStatusOf, type Model, type ModelCustomer, type ModelSlot, type SentFile } from './state.js';
import type { Action, Pick } from './step.js';
import { open, type Turn } from './turn.js';

type ActionOf<Call extends Action['call']> = Extract<Action, { call: Call }>;
type Started = ModelCustomer & { slots: readonly ModelSlot[] };

const SLOT = /^doc-[0-9A-Za-z]{22}$/;
const SEPARATE = /^sdoc_[0-9A-Za-z]{22}$/;
const CUSTOMER_UNKNOWN = legacyRefusal('customerNotFound', 'Customer not found.');

/** POST /customer/kyc/init */
export function kycInit(model: Model, { customer, webhook }: ActionOf<'kyc-init'>): Turn {
  const idle = model.customers.filter(({ slots }) => !slots);
  const customerId = chosen(model, customer, idsOf(idle), idsOf(model.customers));
  const webhookURL = addressOf(webhook);
  return {
    method: 'POST',
    path: '/customer/kyc/init',
    json: open({ customerId, ...(webhookURL && { webhookURL }) }, 'customerId'),
    judge(learn) {
      const found = model.customers.find(({ id }) => id === customerId);
      if (!found) return CUSTOMER_UNKNOWN;
      if (!found.slots) {
        found.slots = (['FRONT', 'BACK'] as const).map((side, index) => ({
          id: learn(`kycDocumentList.${index}.id`, SLOT),
          side,
        }));
        found.webhookURL = webhookURL;
      }
      return envelope(found, found.slots);
    },
  };
}

/** GET /customer/kyc/status/:customerId */
export function kycStatus(model: Model, { customer }: ActionOf<'kyc-status'>): Turn {
  const customerId = startedId(model, customer);
  return {
    method: 'GET',
    path: `/customer/kyc/status/${customerId}`,
    judge() {
      const found = model.customers.find(({ id }) => id === customerId);
      if (!found) return CUSTOMER_UNKNOWN;
      return found.slots ? envelope(found, found.slots) : notDocumented('kyc-status.not-started');
    },
  };
}

/** POST /customer/kyc/upload/:customerId/:documentId */
export function kycUpload(model: Model, action: ActionOf<'kyc-upload'>): Turn {
  const customerId = startedId(model, action.customer);
  const slotId = slotIdOf(model, customerId, action.slot);
  return {
    method: 'POST',
    path: `/customer/kyc/upload/${customerId}/${slotId}`,
    upload: action.file,
    judge() {
      const place = placeOf(model, customerId, slotId);
      if ('status' in place) return place;
      const { found, slot } = place;
      if (kycStatusOf(found.slots) === 'APPROVED') return notDocumented('kyc-upload.completed');
      const file = uploaded(action.file);
      return isRefused(file) ? file : filled(model, found, slot, file);
    },
  };
}

/** POST /customer/kyc/document-link */
export function link(model: Model, action: ActionOf<'link'>): Turn {
  const customerId = startedId(model, action.customer);
  const documentId = slotIdOf(model, customerId, action.slot);
  const linkable = model.separates.filter(({ file, isLinked }) => file && !isLinked);
  const separateDocumentId = chosen(model, action.separate, idsOf(linkable), idsOf(model.separates));
  return {
    method: 'POST',
    path: '/customer/kyc/document-link',
    json: open(
      { customerId, documentId, separateDocumentId },
      ...['customerId', 'documentId', 'separateDocumentId'],
    ),
    judge() {
      const place = placeOf(model, customerId, documentId);
      if ('status' in place) return place;
      const separate = model.separates.find(({ id }) => id === separateDocumentId);
      if (!separate || separate.isLinked) return documentUnknown(separateDocumentId);
      if (!separate.file)
        return legacyRefusal('documentNotUploaded', `Document ${separateDocumentId} do not uploaded`);
      separate.isLinked = true;
      return filled(model, place.found, place.slot, separate.file);
    },
  };
}

/** POST /customer/kyc/add-attributes */
export function attributes(model: Model, { customer, addressType }: ActionOf<'attributes'>): Turn {
  const customerId = startedId(model, customer);
  const cardAttributes = { nameOnCard: 'JANE DOE', addressType };
  const isWrong = !['PRIMARY', 'SECONDARY'].includes(addressType);
  return {
    method: 'POST',
    path: '/customer/kyc/add-attributes',
    json: {
      ...open({ customerId, additionalAttributes: { cardAttributes } }, 'customerId'),
      ...(isWrong && {
        invalid: { keyword: 'enum', instancePath: '/additionalAttributes/cardAttributes/addressType' },
      }),
    },
    judge() {
      const found = model.customers.find(({ id }) => id === customerId);
      if (!found) return CUSTOMER_UNKNOWN;
      if (!found.slots) return notDocumented('attributes.not-started');
      found.cardAttributes = cardAttributes;
      return envelope(found, found.slots);
    },
  };
}

/** POST /document/generate */
export function generate(model: Model): Turn {
  return {
    method: 'POST',
    path: '/document/generate',
    judge(learn) {
      const id = learn('id', SEPARATE);
      model.separates.push({ id, isLinked: false });
      return success({ id, uploadStatus: false });
    },
  };
}

/** POST /document/upload/:documentId */
export function upload(model: Model, { separate, file: spec }: ActionOf<'upload'>): Turn {
  const empty = model.separates.filter(({ file }) => !file);
  const id = chosen(model, separate, idsOf(empty), idsOf(model.separates));
  return {
    method: 'POST',
    path: `/document/upload/${id}`,
    upload: spec,
    judge() {
      const found = model.separates.find((row) => row.id === id);
      // A linked document is used up for uploads, too: its id is as good as never generated.
      if (!found || found.isLinked) return documentUnknown(id);
      const file = uploaded(spec);
      if (isRefused(file)) return file;
      found.file = file;
      return success({ id, uploadStatus: true, ...extensionField(file) });
    },
  };
}

function startedId(model: Model, pick: Pick): string {
  const started = model.customers.filter(({ slots }) => slots);
  return chosen(model, pick, idsOf(started), idsOf(model.customers));
}

function slotIdOf(model: Model, customerId: string, pick: Pick): string {
  const own = model.customers.find(({ id }) => id === customerId)?.slots ?? [];
  return chosen(model, pick, idsOf(own), idsOf(model.customers.flatMap(({ slots }) => slots ?? [])));
}

/** The customer and the slot; slots are looked up before separate documents. */
function placeOf(
  model: Model,
  customerId: string,
  slotId: string,
): { found: Started; slot: ModelSlot } | Expected {
  const found = model.customers.find(({ id }) => id === customerId);
  if (!found) return CUSTOMER_UNKNOWN;
  const slot = isStarted(found) ? found.slots.find(({ id }) => id === slotId) : undefined;
  return slot && isStarted(found) ? { found, slot } : documentUnknown(slotId);
}

function isStarted(customer: ModelCustomer): customer is Started {
  return customer.slots !== undefined;
}

function filled(model: Model, found: Started, slot: ModelSlot, file: SentFile): Expected {
  const before = kycStatusOf(found.slots);
  slot.file = file;
  if (found.webhookURL && kycStatusOf(found.slots) !== before)
    model.announced.push({ url: found.webhookURL, data: undefined });
  return envelope(found, found.slots);
}

function documentUnknown(id: string): Expected {
  return legacyRefusal('documentNotFound', `Document ${id} not found`);
}

function envelope(customer: ModelCustomer, slots: readonly ModelSlot[]): Expected {
  const status = kycStatusOf(slots);
  const none = { productID: null, nameOnCard: null, designId: null, addressType: null, issueType: null };
  return success({
    customer: {
      reference: customer.reference,
      customerId: customer.id,
      customerType: customer.type,
      customer: customer.shown,
      kycStatus: status,
      boises: [],
      dtsCreatedAt: INSTANT,
    },
    kyc: { attributeCodes: ['cardAttributes'], system: 'condor', mode: 'licenseUSACondor', status },
    kycDocumentList: slots.map(({ id, side, file }) => ({
      id,
      label: `LICENSE ${side}`,
      type: 'LICENSE',
      documentSide: side,
      uploadStatus: file !== undefined,
      ...(file && extensionField(file)),
    })),
    kycAttributes: { cardAttributes: { ...none, additionalData: null, ...customer.cardAttributes } },
  });
}

function extensionField({ extension }: SentFile): { extension?: string } {
  return extension === undefined ? {} : { extension };
}
