import { AGGREGATOR, lastNamesOf } from '../customers.js';
import { hex32 } from '../ids.js';
import type { Application, Customer, Entity, Outcome } from '../store.js';
import type { World } from '../world.js';

/** The last name that the sandbox sends to review. */
const REVIEWED = 'WaitReview';

/** What identification is called with. */
export interface NewApplication {
  readonly reference: string;
  readonly webhookUrl: string | undefined;
}

/** Starts a run of KYC for a customer. */
export function openApplication(world: World, customer: Customer, wanted: NewApplication): Application {
  const applicationId = world.mint('iapp');
  const application: Application = {
    applicationId,
    customerId: customer.customerId,
    reference: wanted.reference,
    webhookUrl: wanted.webhookUrl,
    entities: entitiesOf(customer),
    attached: [],
    status: 'pending_step_up',
  };
  world.store.applications.set(applicationId, application);
  world.store.applicationReferences.set(wanted.reference, applicationId);
  return application;
}

/** Brings the status up to date after documents were attached. */
export function settle(world: World, application: Application, customer: Customer): void {
  if (
    entitiesInNeed(application).some(({ entityId }) => countOf(application, entityId) < world.documentsWanted)
  )
    return;
  if (lastNamesOf(customer).includes(REVIEWED)) application.status = 'waiting_review';
  else complete(application, 'Approved');
}

/**
 * Ends a review, and announces it: the change answers no request of the client's.
 *
 * @returns whether the application was under review
 */
export function decide(world: World, application: Application, outcome: Outcome): boolean {
  if (application.status !== 'waiting_review') return false;
  complete(application, outcome);
  if (application.webhookUrl)
    world.announce(application.webhookUrl, {
      code: '0',
      data: applicationPayload(application),
      requestId: hex32(world.bytes()),
    });
  return true;
}

/** The `data` of the webhook, and of the akepa answers that were not seen whole. */
export function applicationPayload(application: Application): unknown {
  const { applicationId, customerId, reference, status, outcome } = application;
  return {
    applicationId,
    aggregatorId: AGGREGATOR,
    customerId,
    reference,
    status,
    ...(outcome === undefined ? {} : { outcome }),
    entityApplications: application.entities.map(({ entityId, isCustomer }) => ({
      entityId,
      isCustomer,
      status,
      // Capitalised for the journey, lower case for its entities.
      ...(outcome === undefined ? {} : { outcome: outcome.toLowerCase() }),
    })),
  };
}

function complete(application: Application, outcome: Outcome): void {
  application.status = 'completed';
  application.outcome = outcome;
}

/** The customer, and for a business its representatives. */
function entitiesOf({ customerId, representatives }: Customer): Entity[] {
  return [
    { entityId: customerId, isCustomer: true },
    ...representatives.map(({ id }) => ({ entityId: id, isCustomer: false })),
  ];
}

/** A business's documents are its representatives'. */
function entitiesInNeed({ entities }: Application): readonly Entity[] {
  const representatives = entities.filter(({ isCustomer }) => !isCustomer);
  return representatives.length === 0 ? entities : representatives;
}

function countOf({ attached }: Application, entityId: string): number {
  return attached.filter((document) => document.entityId === entityId).length;
}
