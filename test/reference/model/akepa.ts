import { payloadOf } from './applications.js';
import { type Expected, notDocumented, refusal, success } from './expected.js';
import { firstWrong, type Field } from './fields.js';
import { fits, isRefused, uploaded } from './files.js';
import { addressOf, chosen, idsOf, labelled } from './pick.js';
import { journeyOf, lacking, type Model, type ModelApplication, type ModelDocument } from './state.js';
import type { Action, Pick } from './step.js';
import { closed, type JsonBody, type Turn } from './turn.js';

type ActionOf<Call extends Action['call']> = Extract<Action, { call: Call }>;
type Item = { readonly entityId: string; readonly documentId: string };

const APPLICATION = /^iapp_[0-9A-Za-z]{22}$/;
const DOCUMENT = /^doc_[0-9A-Za-z]{22}$/;

/** POST /akepa/identification */
export function identification(model: Model, action: ActionOf<'identification'>): Turn {
  const customerId = chosen(model, action.customer, [], idsOf(model.customers));
  const used = model.applications.map((row) => row.reference);
  const reference = labelled(action.reference, used, 'run');
  const webhookUrl = addressOf(action.webhook);
  return {
    method: 'POST',
    path: '/akepa/identification',
    json: checked(
      closed({ reference, customerId, ...(webhookUrl && { webhookUrl }) }, 'reference', 'customerId'),
      ['reference', '/reference', reference],
      ['id', '/customerId', customerId],
    ),
    judge(learn) {
      const customer = model.customers.find(({ id }) => id === customerId);
      if (!customer) return customerUnknown(customerId);
      const same = model.applications.find((row) => row.reference === reference);
      if (same)
        return refusal(400, 'referenceExists', 'Reference already exists.', { reference, entityId: same.id });
      const id = learn('applicationId', APPLICATION);
      const application: ModelApplication = { id, customer, reference, webhookUrl, attached: [] };
      model.applications.push(application);
      return success(payloadOf(application));
    },
  };
}

/** POST /akepa/status */
export function status(model: Model, action: ActionOf<'status'>): Turn {
  const applicationId = chosen(model, action.application, [], idsOf(model.applications));
  const customerId = ownerOf(model, applicationId, action.customer);
  return {
    method: 'POST',
    path: '/akepa/status',
    json: checked(
      closed({ customerId, applicationId }, 'customerId', 'applicationId'),
      ['id', '/customerId', customerId],
      ['id', '/applicationId', applicationId],
    ),
    judge() {
      const found = applicationOf(model, customerId, applicationId);
      return 'body' in found ? found : success(payloadOf(found));
    },
  };
}

/** GET /akepa/status/:customerId of the older docs: the customer's latest application */
export function olderStatus(model: Model, { customer }: ActionOf<'older-status'>): Turn {
  const customerId = chosen(model, customer, [], idsOf(model.customers));
  return {
    method: 'GET',
    path: `/akepa/status/${customerId}`,
    judge() {
      if (!model.customers.some(({ id }) => id === customerId)) return customerUnknown(customerId);
      const latest = model.applications.filter((row) => row.customer.id === customerId).at(-1);
      return latest ? success(payloadOf(latest)) : notDocumented('status.no-application');
    },
  };
}

/** POST /akepa/document/generate */
export function generate(model: Model, action: ActionOf<'akepa-generate'>): Turn {
  const { workflow, extension, name } = action;
  return {
    method: 'POST',
    path: '/akepa/document/generate',
    json: checked(
      closed({ workflow, name, extension, type: 'license' }, 'workflow', 'name', 'extension', 'type'),
      ['workflow', '/workflow', workflow],
      ['name', '/name', name],
      ['extension', '/extension', extension],
    ),
    judge(learn) {
      const id = learn('id', DOCUMENT);
      model.documents.push({ id, extension, isAttached: false });
      return success({ id, uploadStatus: false });
    },
  };
}

/** POST /akepa/document/upload/:documentId */
export function upload(model: Model, { document, file: spec }: ActionOf<'akepa-upload'>): Turn {
  const empty = model.documents.filter(({ file }) => !file);
  const id = chosen(model, document, idsOf(empty), idsOf(model.documents));
  return {
    method: 'POST',
    path: `/akepa/document/upload/${id}`,
    upload: spec,
    judge() {
      const found = model.documents.find((row) => row.id === id);
      if (!found) return documentUnknown(id);
      if (found.file) return notDocumented('akepa-upload.repeat');
      const file = uploaded(spec);
      if (isRefused(file)) return file;
      if (!fits(spec, found.extension)) return notDocumented('akepa-upload.mismatch');
      found.file = file;
      return success({ id, uploadStatus: true, extension: found.extension });
    },
  };
}

/** POST /akepa/update */
export function update(model: Model, action: ActionOf<'update'>): Turn {
  const isOpen = (row: ModelApplication): boolean => journeyOf(row).status === 'pending_step_up';
  const openIds = idsOf(model.applications.filter(isOpen));
  const applicationId = chosen(model, action.application, openIds, idsOf(model.applications));
  const customerId = ownerOf(model, applicationId, action.customer);
  const documents = itemsOf(model, applicationId, action.documents);
  return {
    method: 'POST',
    path: '/akepa/update',
    json: checked(
      closed({ customerId, applicationId, documents }, 'customerId', 'applicationId', 'documents'),
      ['id', '/customerId', customerId],
      ['id', '/applicationId', applicationId],
      ...documents.flatMap(({ entityId, documentId }, index): Field[] => [
        ['id', `/documents/${index}/entityId`, entityId],
        ['id', `/documents/${index}/documentId`, documentId],
      ]),
    ),
    judge() {
      const found = applicationOf(model, customerId, applicationId);
      if ('body' in found) return found;
      const journey = journeyOf(found);
      if (journey.status === 'completed')
        return refusal(400, 'statusApplicationEntity', 'Entity has status completed.');
      if (journey.status === 'waiting_review') return notDocumented('update.under-review');
      const seen = new Set<string>();
      for (const item of documents) {
        const refused = unattachable(model, found, item, seen);
        if (refused) return refused;
        seen.add(item.documentId);
      }
      found.attached.push(...documents);
      for (const row of model.documents) if (seen.has(row.id)) row.isAttached = true;
      return success(payloadOf(found));
    },
  };
}

function unattachable(
  model: Model,
  { customer }: ModelApplication,
  { entityId, documentId }: Item,
  seen: ReadonlySet<string>,
): Expected | undefined {
  if (!customer.entities.some((entity) => entity.entityId === entityId))
    return notDocumented('update.entity-unknown');
  const document = model.documents.find(({ id }) => id === documentId);
  if (!document) return documentUnknown(documentId);
  if (!document.file) return refusal(400, 'fileNotFound', 'File not found.');
  return document.isAttached || seen.has(documentId) ? notDocumented('update.reused-document') : undefined;
}

function itemsOf(
  model: Model,
  applicationId: string,
  picks: readonly { readonly entity: Pick; readonly document: Pick }[],
): Item[] {
  const application = model.applications.find(({ id }) => id === applicationId);
  const wanting = application ? lacking(application).map(({ entityId }) => entityId) : [];
  const entities = model.customers.flatMap((row) => row.entities.map(({ entityId }) => entityId));
  const attachable = ({ file, isAttached }: ModelDocument): boolean => file !== undefined && !isAttached;
  const ready = idsOf(model.documents.filter(attachable));
  return picks.map(({ entity, document }) => ({
    entityId: chosen(model, entity, wanting, entities),
    documentId: chosen(model, document, ready, idsOf(model.documents)),
  }));
}

function applicationOf(model: Model, customerId: string, applicationId: string): ModelApplication | Expected {
  if (!model.customers.some(({ id }) => id === customerId)) return customerUnknown(customerId);
  const found = model.applications.find(({ id }) => id === applicationId);
  if (found?.customer.id === customerId) return found;
  return refusal(404, 'applicationNotFound', 'Application not found.', { applicationId });
}

function ownerOf(model: Model, applicationId: string, pick: Pick): string {
  const owner = model.applications.find(({ id }) => id === applicationId)?.customer.id;
  return chosen(model, pick, owner === undefined ? [] : [owner], idsOf(model.customers));
}

function customerUnknown(customerId: string): Expected {
  return refusal(400, 'customerNotFound', 'Customer not found.', { customerId });
}

function documentUnknown(documentId: string): Expected {
  return refusal(400, 'documentNotFound', 'Document not found.', { documentId });
}

function checked(body: JsonBody, ...fields: readonly Field[]): JsonBody {
  const invalid = firstWrong(fields);
  return invalid ? { ...body, invalid } : body;
}
