import { journeyOf, type ModelApplication } from './state.js';

/** The `data` of the webhook, and of every akepa answer about an application. */
export function payloadOf(application: ModelApplication): unknown {
  const { status, outcome } = journeyOf(application);
  return {
    applicationId: application.id,
    aggregatorId: 'CLIENTID',
    customerId: application.customer.id,
    reference: application.reference,
    status,
    ...(outcome && { outcome }),
    entityApplications: application.customer.entities.map((entity) => ({
      ...entity,
      status,
      ...(outcome && { outcome: outcome === 'Approved' ? 'approved' : 'denied' }),
    })),
  };
}
