import { customerOf } from '../customers.js';
import { applicationNotFound, documentNotFound, fileNotFound, Refusal } from '../refusal.js';
import type { AkepaDocument, Application } from '../store.js';
import type { World } from '../world.js';
import { applicationPayload, settle } from './applications.js';
import type { AkepaRoute } from './index.js';

interface DocumentItem {
  readonly entityId: string;
  readonly documentId: string;
}

interface UpdateBody {
  readonly customerId: string;
  readonly applicationId: string;
  readonly documents: readonly DocumentItem[];
}

/** Attaches documents to entities of an application: all of them, or none. */
export const update: AkepaRoute<UpdateBody> = {
  id: 'akepa-update',
  handle({ body: { customerId, applicationId, documents } }, world) {
    world.rely('update.application-unknown');
    const customer = customerOf(world, customerId);
    const application = world.store.applications.get(applicationId);
    if (application?.customerId !== customerId) throw applicationNotFound(applicationId);
    expectOpen(world, application);
    world.rely('update.whole');
    const found = documents.map((item, index) => {
      const isTwice = documents.findIndex(({ documentId }) => documentId === item.documentId) !== index;
      return { ...item, document: attachable(world, application, item, isTwice) };
    });
    world.rely('update.step-up', 'update.completed', 'update.wait-review');
    for (const { document, entityId, documentId } of found) {
      application.attached.push({ entityId, documentId });
      document.attachedTo = { applicationId, entityId };
    }
    settle(world, application, customer);
    return applicationPayload(application);
  },
};

function expectOpen(world: World, { status }: Application): void {
  if (status === 'completed') {
    world.rely('update.closed');
    throw new Refusal(400, 'statusApplicationEntity', { message: 'Entity has status completed.' });
  }
  if (status === 'waiting_review') world.refuseUnknown('update.under-review');
}

function attachable(
  world: World,
  application: Application,
  { entityId, documentId }: DocumentItem,
  isTwice: boolean,
): AkepaDocument {
  if (!application.entities.some((entity) => entity.entityId === entityId))
    return world.refuseUnknown('update.entity-unknown');
  const document = world.store.akepaDocuments.get(documentId);
  if (!document) {
    world.rely('update.document-unknown');
    throw documentNotFound(documentId);
  }
  if (!document.file) {
    world.rely('update.not-uploaded');
    throw fileNotFound();
  }
  if (document.attachedTo || isTwice) return world.refuseUnknown('update.reused-document');
  return document;
}
